// SPDX-License-Identifier: GPL-3.0-or-later
#include "roles.h"

#include "import/carriedpictures.h"
#include "import/importer.h"
#include "store/connection_p.h"
#include "store/titleorder_p.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>

#include <cstdio>
#include <ctime>
#include <sstream>

namespace Microfiche::Bench
{

namespace
{

class NoEvents final : public YAML::EventHandler
{
public:
    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark &, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark &, const std::string &, YAML::anchor_t,
                  const std::string &) override
    {
    }
    void OnSequenceStart(const YAML::Mark &, const std::string &, YAML::anchor_t,
                         YAML::EmitterStyle::value) override
    {
    }
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark &, const std::string &, YAML::anchor_t,
                    YAML::EmitterStyle::value) override
    {
    }
    void OnMapEnd() override {}
};

class NoPictures final : public CarriedPictures
{
public:
    QByteArray keep(const QByteArray &) override { return {}; }
};

bool parseFolder(const QString &folder)
{
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) {
            return false;
        }
        const QByteArray bytes = file.readAll();
        if (!bytes.startsWith("---\n")) {
            continue;
        }
        const qsizetype end = bytes.indexOf("\n---", 3);
        std::istringstream text(bytes.mid(4, end - 3).toStdString());
        YAML::Parser parser(text);
        NoEvents events;
        parser.HandleNextDocument(events);
    }
    return true;
}

bool importFolder(const QString &folder, const QString &archive)
{
    Store store;
    auto opened = store.open(archive);
    opened.waitForFinished();
    if (opened.result().opening != Store::Opening::Opened) {
        return false;
    }
    NoPictures pictures;
    Importer importer(store, pictures);
    QEventLoop loop;
    bool isWhole = false;
    bool hasImported = false;
    QObject::connect(&importer, &Importer::finished, &loop, [&](const ImportSummary &summary) {
        isWhole = summary.isFinished;
        hasImported = summary.filesImported > 0;
        loop.quit();
    });
    QObject::connect(&importer, &Importer::failed, &loop, &QEventLoop::quit);
    importer.start({QFile::encodeName(folder)});
    loop.exec();
    if (hasImported) { // as the command line does
        store.titleOrder().waitForFinished();
    }
    return isWhole;
}

/// Sorts them as people do in Sweden, since the archive keeps another order; and keeps none.
bool sortTitles(const QString &archive)
{
    QLocale::setDefault(QLocale(QLocale::Swedish));
    Connection connection(archive, Connection::Access::Reading);
    TitleOrder order;
    std::optional<QList<ArticleId>> ids;
    while (!ids) {
        ids = order.step(connection, [] { return false; });
    }
    return !ids->isEmpty();
}

double cpuSeconds()
{
    timespec time = {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

double peakMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    static const QRegularExpression Peak(QStringLiteral("VmHWM:\\s+(\\d+) kB"));
    const auto match = Peak.match(QString::fromLatin1(status.readAll()));
    return match.captured(1).toDouble() / 1000; // kB as the kernel has them are KiB: near enough
}

Cost costOf(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    process.waitForFinished(-1);
    const QList<QByteArray> numbers = process.readAllStandardOutput().trimmed().split(' ');
    if (process.exitCode() != 0 || numbers.size() != 3) {
        qFatal("The benchmark's own process failed: %s", qPrintable(arguments.join(u' ')));
    }
    return {numbers[0].toDouble(), numbers[1].toDouble(), numbers[2].toDouble()};
}

} // namespace

std::optional<int> playRole(const QStringList &arguments)
{
    const QString role = arguments.value(1);
    QElapsedTimer wall;
    wall.start();
    const double before = cpuSeconds();
    bool isDone = false;
    if (role == QLatin1String("--parse")) {
        isDone = parseFolder(arguments.value(2));
    } else if (role == QLatin1String("--import")) {
        isDone = importFolder(arguments.value(2), arguments.value(3));
    } else if (role == QLatin1String("--titles")) {
        isDone = sortTitles(arguments.value(2));
    } else {
        return std::nullopt;
    }
    const double seconds = double(wall.nsecsElapsed()) / 1e9;
    std::printf("%.6f %.6f %.3f\n", seconds, cpuSeconds() - before, peakMegabytes());
    return isDone ? 0 : 1;
}

Cost costOfParsing(const QString &folder)
{
    return costOf({QStringLiteral("--parse"), folder});
}

Cost costOfTitles(const QString &archive)
{
    return costOf({QStringLiteral("--titles"), archive});
}

Cost costOfImport(const QString &folder, const QString &archive)
{
    return costOf({QStringLiteral("--import"), folder, archive});
}

} // namespace Microfiche::Bench
