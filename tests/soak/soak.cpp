// SPDX-License-Identifier: GPL-3.0-or-later
// Kills imports and damages archives, again and again, and tells what was lost of what had been
// acknowledged: nothing, or it ends with 1.
#include "killedimports.h"

#include "support/archivegenerator.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>

using namespace Microfiche;

namespace
{

constexpr int GeneratedArticles = 1'500;

void print(const Soak::Report &report)
{
    for (const Soak::Row &row : report.rows) {
        std::printf("%-50s %8lld%s\n", qUtf8Printable(row.what), static_cast<long long>(row.count),
                    row.isLoss ? "   must be 0" : "");
    }
    for (const QString &loss : report.losses) {
        std::printf("LOST: %s\n", qUtf8Printable(loss));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--import")) {
        return Soak::importAndTell(arguments.value(2), arguments.value(3));
    }
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("source"), QStringLiteral("Imports FOLDER; else one that is generated."),
         QStringLiteral("FOLDER")},
        {QStringLiteral("kills"), QStringLiteral("Imports to kill."), QStringLiteral("N"),
         QStringLiteral("200")},
        {QStringLiteral("seed"), QStringLiteral("Of what is left to chance."), QStringLiteral("N"),
         QStringLiteral("1")},
    });
    parser.process(app);
    const QTemporaryDir home;
    QString folder = parser.value(QStringLiteral("source"));
    if (folder.isEmpty()) {
        folder = Test::ArchiveGenerator(GeneratedArticles)
                     .write(home.filePath(QStringLiteral("news")))
                     .folder;
    }
    const Soak::Report killed =
        Soak::killImports(folder, parser.value(QStringLiteral("kills")).toInt(),
                          parser.value(QStringLiteral("seed")).toUInt());
    print(killed);
    return killed.isWell() ? 0 : 1;
}
