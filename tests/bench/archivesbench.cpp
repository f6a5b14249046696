// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivesbench.h"

#include "bigarchive.h"
#include "orderbench.h"
#include "querybench.h"
#include "windowbench.h"

#include <QDir>
#include <QFile>

#include <map>

namespace Microfiche::Bench
{

namespace
{

constexpr double MostSlowerStart = 1.2;

QString madeArchive(const QString &folder, int articles)
{
    QString path = QDir(folder).filePath(QStringLiteral("%1.microfiche").arg(articles));
    if (!QFile::exists(path) && !fillArchive(path, articles)) {
        qFatal("%s could not be filled.", qPrintable(path));
    }
    return path;
}

} // namespace

Figures archivesFigures(const QString &folder, const QList<int> &sizes)
{
    Figures figures;
    std::map<int, WindowCosts> costs;
    std::map<int, Figures> own;
    for (const int size : sizes) {
        const QString archive = madeArchive(folder, size);
        const QString words = QStringLiteral("%L1 articles").arg(size);
        costs[size] = windowCosts(archive);
        own[size] = queryFigures(archive, words) + orderFigures(archive, words) +
                    windowFigures(costs[size], words);
        figures += own[size];
    }
    if (costs.size() < 2) {
        return figures;
    }
    const auto &[largest, largestCosts] = *costs.rbegin();
    const auto &[smallest, smallestCosts] = *costs.begin();
    const auto versus = [](int large, int small) {
        return QStringLiteral("%L1 to %L2").arg(large).arg(small);
    };
    figures += Figure{QStringLiteral("start to first cards, whatever the size"),
                      versus(largest, smallest),
                      largestCosts.shown,
                      QStringLiteral("ms"),
                      smallestCosts.shown,
                      MostSlowerStart};
    if (const auto tenth = own.find(largest / 10); tenth != own.end()) {
        figures += growthFigures(own[largest], tenth->second, versus(largest, largest / 10));
    }
    return figures;
}

} // namespace Microfiche::Bench
