// SPDX-License-Identifier: GPL-3.0-or-later
// Kills imports and damages archives, again and again, and tells what was lost of what had been
// acknowledged: nothing, or it ends with 1.
#include "damagedarchives.h"
#include "killedimports.h"
#include "witness.h"

#include "support/archivegenerator.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>

using namespace Microfiche;

namespace
{

constexpr int KilledArticles = 1'500; // enough for a kill to come in time
constexpr int DamagedArticles = 600;  // few, since every archive is checked and repaired twice

void print(const Soak::Report &report)
{
    for (const QString &line : report.table) {
        std::printf("%s\n", qUtf8Printable(line));
    }
    for (const Soak::Row &row : report.rows) {
        std::printf("%-50s %8lld%s\n", qUtf8Printable(row.what), static_cast<long long>(row.count),
                    row.isLoss ? "   must be 0" : "");
    }
    for (const QString &loss : report.losses) {
        std::printf("LOST: %s\n", qUtf8Printable(loss));
    }
}

/// What a process does that this program started; nothing if it is the one that was started.
std::optional<int> playRole(const QStringList &arguments)
{
    const QString role = arguments.value(1);
    if (role == QLatin1String("--import")) {
        return Soak::importAndTell(arguments.value(2), arguments.value(3));
    }
    if (role == QLatin1String("--begin")) {
        return Soak::beginAndTell(arguments.value(2));
    }
    if (role == QLatin1String("--witness")) {
        return Soak::witnessAndTell(arguments.value(2));
    }
    return std::nullopt;
}

/// The folder that was named, or one that is generated in `home`.
QString sourceFolder(const QString &named, const QTemporaryDir &home, int articles)
{
    const QString folder = home.filePath(QStringLiteral("news-%1").arg(articles));
    return named.isEmpty() ? Test::ArchiveGenerator(articles).write(folder).folder : named;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (const auto code = playRole(QCoreApplication::arguments())) {
        return *code;
    }
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("source"), QStringLiteral("Imports FOLDER; else one that is generated."),
         QStringLiteral("FOLDER")},
        {QStringLiteral("kills"), QStringLiteral("Imports to kill."), QStringLiteral("N"),
         QStringLiteral("200")},
        {QStringLiteral("damaged"), QStringLiteral("Archives to damage and repair."),
         QStringLiteral("N"), QStringLiteral("400")},
        {QStringLiteral("from"),
         QStringLiteral("Number of the first damaged archive: to see one again."),
         QStringLiteral("N"), QStringLiteral("1")},
        {QStringLiteral("only"), QStringLiteral("Of these, those whose damage is called so."),
         QStringLiteral("WORDS")},
        {QStringLiteral("keep"),
         QStringLiteral("Leaves archives that anything was wrong with in FOLDER."),
         QStringLiteral("FOLDER")},
        {QStringLiteral("seed"), QStringLiteral("Of what is left to chance."), QStringLiteral("N"),
         QStringLiteral("1")},
    });
    parser.process(app);
    const auto number = [&parser](const char *name) {
        return parser.value(QLatin1String(name)).toInt();
    };
    const QTemporaryDir home;
    const QString source = parser.value(QStringLiteral("source"));
    const quint32 seed = parser.value(QStringLiteral("seed")).toUInt();
    bool isWell = true;
    if (const int kills = number("kills"); kills > 0) {
        const Soak::Report killed =
            Soak::killImports(sourceFolder(source, home, KilledArticles), kills, seed);
        print(killed);
        isWell = killed.isWell();
    }
    if (const int damaged = number("damaged"); damaged > 0) {
        const Soak::Report repaired = Soak::damageArchives(
            sourceFolder(source, home, DamagedArticles),
            {damaged, number("from"), seed, parser.value(QStringLiteral("only")),
             parser.value(QStringLiteral("keep"))});
        print(repaired);
        isWell = isWell && repaired.isWell();
    }
    return isWell ? 0 : 1;
}
