// SPDX-License-Identifier: GPL-3.0-or-later
#include "roles.h"

#include "frontmatters.h"
#include "spent.h"

#include "import/carriedpictures.h"
#include "import/importer.h"
#include "store/connection_p.h"
#include "store/titleorder_p.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

#include <QCoreApplication>
#include <QEventLoop>
#include <QProcess>

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
    return parseFrontMatters(folder, [](const QByteArray &bytes) {
        std::istringstream text(bytes.toStdString());
        YAML::Parser parser(text);
        NoEvents events;
        parser.HandleNextDocument(events);
        return true;
    });
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

Cost costOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    process.waitForFinished(-1);
    const QList<QByteArray> numbers = process.readAllStandardOutput().trimmed().split(' ');
    if (process.exitCode() != 0 || numbers.size() != 3) {
        qFatal("The benchmark's own process failed: %s %s", qPrintable(program),
               qPrintable(arguments.join(u' ')));
    }
    return {numbers[0].toDouble(), numbers[1].toDouble(), numbers[2].toDouble()};
}

Cost costOf(const QStringList &arguments)
{
    return costOf(QCoreApplication::applicationFilePath(), arguments);
}

} // namespace

std::optional<int> playRole(const QStringList &arguments)
{
    const QString role = arguments.value(1);
    if (role == QLatin1String("--parse")) {
        return spend([&] { return parseFolder(arguments.value(2)); });
    }
    if (role == QLatin1String("--import")) {
        return spend([&] { return importFolder(arguments.value(2), arguments.value(3)); });
    }
    if (role == QLatin1String("--titles")) {
        return spend([&] { return sortTitles(arguments.value(2)); });
    }
    return std::nullopt;
}

Cost costOfParsing(const QString &folder)
{
    return costOf({QStringLiteral("--parse"), folder});
}

Cost costOfLibyaml(const QString &folder)
{
    return costOf(QCoreApplication::applicationDirPath() +
                      QLatin1String("/microfiche_bench_libyaml"),
                  {folder});
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
