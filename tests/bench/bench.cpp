// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivesbench.h"
#include "bigarchive.h"
#include "figure.h"
#include "importbench.h"
#include "picturesbench.h"
#include "roles.h"
#include "smallbench.h"
#include "support/archivegenerator.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSaveFile>
#include <QTemporaryDir>

#include <cstdio>

using namespace Microfiche;
using namespace Microfiche::Bench;

namespace
{

constexpr auto UsualSize = "7243"; // the files that FORMAT.md was measured on
constexpr auto UsualPictures = "1000";

bool writeJson(const QString &path, const Figures &figures)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(figureJson(figures)) > 0 && file.commit();
}

QList<int> numbers(const QString &text)
{
    QList<int> numbers;
    for (const QString &number : text.split(u',', Qt::SkipEmptyParts)) {
        numbers << number.toInt();
    }
    return numbers;
}

/// Where the articles are: a folder that was named, or one that is generated.
QString sourceFolder(const QCommandLineParser &parser, const QTemporaryDir &home)
{
    QString named = parser.value(QStringLiteral("source"));
    if (!named.isEmpty()) {
        return named;
    }
    const Test::ArchiveGenerator generator(parser.value(QStringLiteral("size")).toInt());
    return generator.write(home.filePath(QStringLiteral("archive/_news"))).folder;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    if (const auto code = playRole(QCoreApplication::arguments())) {
        return *code;
    }
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("json"), QStringLiteral("Writes the figures to FILE."),
          QStringLiteral("FILE")},
         {QStringLiteral("size"), QStringLiteral("Articles to generate."), QStringLiteral("N"),
          QString::fromLatin1(UsualSize)},
         {QStringLiteral("runs"),
          QStringLiteral("Times each import is done; the best counts; 0: none."),
          QStringLiteral("N"), QStringLiteral("3")},
         {QStringLiteral("source"), QStringLiteral("Measures with FOLDER instead."),
          QStringLiteral("FOLDER")},
         {QStringLiteral("small"), QStringLiteral("Numbers of small files to import; none: none."),
          QStringLiteral("N,…"), QStringLiteral("10000,100000")},
         {QStringLiteral("archives"),
          QStringLiteral("Sizes of the archives that are asked and browsed; none: only imports."),
          QStringLiteral("N,…"), QStringLiteral("10000,100000,1000000")},
         {QStringLiteral("pictures"),
          QStringLiteral("Pictures to generate, fetch and look at; 0: none."), QStringLiteral("N"),
          QString::fromLatin1(UsualPictures)},
         {QStringLiteral("in"),
          QStringLiteral("Keeps archives and pictures in FOLDER, or uses those that are there."),
          QStringLiteral("FOLDER")},
         {QStringLiteral("generate"),
          QStringLiteral("Writes the generated archive to FOLDER and ends."),
          QStringLiteral("FOLDER")},
         {QStringLiteral("fill"),
          QStringLiteral("Makes an archive of --size articles at FILE and ends."),
          QStringLiteral("FILE")}});
    parser.process(app);
    if (parser.isSet(QStringLiteral("generate"))) {
        const Test::ArchiveGenerator generator(parser.value(QStringLiteral("size")).toInt());
        return generator.write(parser.value(QStringLiteral("generate"))).files > 0 ? 0 : 1;
    }
    if (parser.isSet(QStringLiteral("fill"))) {
        const int size = parser.value(QStringLiteral("size")).toInt();
        return fillArchive(parser.value(QStringLiteral("fill")), size) ? 0 : 1;
    }
    const QTemporaryDir home;
    Figures figures;
    if (const int runs = parser.value(QStringLiteral("runs")).toInt(); runs > 0) {
        const QString folder = sourceFolder(parser, home);
        if (folder.isEmpty()) {
            std::fputs("The archive could not be generated.\n", stderr);
            return 1;
        }
        figures += importFigures(folder, runs);
    }
    figures += smallFigures(numbers(parser.value(QStringLiteral("small"))));
    const QString named = parser.value(QStringLiteral("in"));
    const QString kept = named.isEmpty() ? home.path() : named;
    figures += archivesFigures(kept, numbers(parser.value(QStringLiteral("archives"))));
    if (const int pictures = parser.value(QStringLiteral("pictures")).toInt(); pictures > 0) {
        figures += picturesFigures(kept, pictures);
    }
    std::fputs(qPrintable(figureTable(figures)), stdout);
    const QString json = parser.value(QStringLiteral("json"));
    if (!json.isEmpty() && !writeJson(json, figures)) {
        std::fprintf(stderr, "%s could not be written.\n", qPrintable(json));
        return 1;
    }
    return 0;
}
