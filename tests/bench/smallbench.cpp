// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallbench.h"

#include "roles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <map>

namespace Microfiche::Bench
{

namespace
{

constexpr int PerFolder = 1000;
constexpr double SecondsForThousand = 0.5; // 2,000 files a second
constexpr double MostMegabytes = 200;
constexpr double MostGrowth = 12;
constexpr int Topics = 40;
constexpr int Providers = 400;

// As archives have them, without what they relate to.
QByteArray smallFile(int number)
{
    const QByteArray id = QByteArray::number(number);
    const auto twoDigits = [](int value) {
        return QByteArray::number(value).rightJustified(2, '0');
    };
    const QByteArray provider = QByteArray::number(number % Providers);
    return "---\ntitle: \"Boat " + id + " comes home to harbour " + provider +
           "\"\nexcerpt: \"It had left in spring, and " + id + " people waited for it.\"\n" +
           "publishedDateTime: 20" + twoDigits(10 + number % 14) + '-' +
           twoDigits(1 + number % 12) + '-' + twoDigits(1 + number % 28) +
           "T09:30:00Z\nwebUrl: https://www.harbour" + provider + ".example/news/boat-" + id +
           "\ntype: article\nquality: " + QByteArray::number(number % 150) +
           "\nprovider:\n  name: Harbour " + provider + "\n  domain: harbour" + provider +
           ".example\ntopics:\n  - Sea " + QByteArray::number(number % Topics) + "\n---\n";
}

bool writeSmallFiles(const QString &folder, int count)
{
    for (int number = 0; number < count; ++number) {
        const QDir place(folder + QStringLiteral("/%1").arg(number / PerFolder));
        if (number % PerFolder == 0 && !place.mkpath(QStringLiteral("."))) {
            return false;
        }
        QFile file(place.filePath(QStringLiteral("boat-%1.md").arg(number)));
        const QByteArray bytes = smallFile(number);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() ||
            !file.flush()) {
            return false;
        }
    }
    return true;
}

Cost costOfSmall(int size)
{
    const QTemporaryDir home;
    const QString folder = home.filePath(QStringLiteral("small"));
    if (!writeSmallFiles(folder, size)) {
        qFatal("%d small files could not be written.", size);
    }
    return costOfImport(folder, home.filePath(QStringLiteral("small.microfiche")));
}

} // namespace

Figures smallFigures(const QList<int> &sizes)
{
    Figures figures;
    std::map<int, Cost> costs;
    for (const int size : sizes) {
        const Cost cost = costOfSmall(size);
        costs[size] = cost;
        const QString words = QStringLiteral("%L1 small files").arg(size);
        figures += Figure{QStringLiteral("small files: wall time for 1,000 of them"),
                          words,
                          cost.wallSeconds * 1000 / size,
                          QStringLiteral("s"),
                          {},
                          SecondsForThousand};
        figures += Figure{QStringLiteral("small files: peak memory"),
                          words,
                          cost.peakMegabytes,
                          QStringLiteral("MB"),
                          {},
                          MostMegabytes};
        if (const auto tenth = costs.find(size / 10); tenth != costs.end()) {
            figures += Figure{QStringLiteral("growth of small files: wall time"),
                              QStringLiteral("%L1 to %L2").arg(size).arg(size / 10),
                              cost.wallSeconds,
                              QStringLiteral("s"),
                              tenth->second.wallSeconds,
                              MostGrowth};
        }
    }
    return figures;
}

} // namespace Microfiche::Bench
