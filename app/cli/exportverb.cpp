// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/displaytext.h"
#include "cli/exportlists.h"
#include "cli/interrupts.h"
#include "cli/openarchive.h"
#include "cli/queryremarks.h"
#include "cli/selection.h"
#include "cli/verb.h"
#include "export/originalsexport.h"
#include "export/packageexport.h"

#include <QDir>
#include <QLocale>

#include <algorithm>
#include <optional>
#include <variant>

namespace Microfiche
{

namespace
{

struct ExportVerb {
    Q_DECLARE_TR_FUNCTIONS(ExportVerb)
};

int writePackage(Store &store, const QString &archive, const QList<ArticleId> &ids, bool isAll,
                 const QString &target, Console &console)
{
    Interrupts interrupts;
    PackageExport package(store, PictureStore(pictureFolder(archive)));
    const QLocale locale;
    const ExportReport report = package.write(ids, isAll, target, [&](qint64 done) {
        console.showProgress(ExportVerb::tr("%1 of %2 articles")
                                 .arg(locale.toString(done), locale.toString(ids.size())));
        return interrupts.signal() == 0;
    });
    console.showProgress({});
    if (!report.problem.isEmpty()) {
        console.say(target + QLatin1String(": ") + report.problem);
        return NotAll;
    }
    for (const QString &damage : report.damaged) {
        console.say(damage);
    }
    console.print(ExportVerb::tr("Files exported: %1. Pictures: %2. Marked articles: %3.")
                      .arg(locale.toString(report.written), locale.toString(report.pictures),
                           locale.toString(report.marks)));
    return report.damaged.isEmpty() && report.written > 0 ? AllWell : NotAll;
}

int writeOriginals(Store &store, const QList<ArticleId> &ids, const QString &target,
                   Console &console)
{
    const ExportReport report = exportOriginals(store, ids, target, [](qint64) { return true; });
    for (const QString &damage : report.damaged) {
        console.say(damage);
    }
    if (!report.problem.isEmpty()) {
        console.say(report.problem);
    }
    console.print(ExportVerb::tr("Files exported: %1.").arg(QLocale().toString(report.written)));
    const bool isWhole = report.problem.isEmpty() && report.damaged.isEmpty();
    return isWhole && report.written > 0 ? AllWell : NotAll;
}

struct Package {
};
struct Originals {
};
struct Markdown {
};
using Form = std::variant<Originals, Markdown, Package, ListFormat>;

QStringList formNames()
{
    return {QStringLiteral("originals"), QStringLiteral("markdown"), QStringLiteral("package"),
            QStringLiteral("csv"),       QStringLiteral("json"),     QStringLiteral("bibtex"),
            QStringLiteral("csl"),       QStringLiteral("html")};
}

/// What `--format` names; none if there is no such form.
std::optional<Form> formNamed(const QString &name)
{
    static const QList<Form> Forms{Originals(),     Markdown(),       Package(),
                                   ListFormat::Csv, ListFormat::Json, ListFormat::Bibtex,
                                   ListFormat::Csl, ListFormat::Html};
    const qsizetype at = formNames().indexOf(name.toLower());
    return at < 0 ? std::nullopt : std::optional(Forms.at(at));
}

/// What the target's name asks for. A folder that is there is a folder, whatever its name.
Form formOf(const QString &target)
{
    const bool isFolder = QFileInfo(target).isDir() || target.endsWith(u'/');
    if (!isFolder && target.endsWith(QLatin1String(".tar.zst"), Qt::CaseInsensitive)) {
        return Package();
    }
    const auto list = isFolder ? std::nullopt : listFormatOf(target);
    return list ? Form(*list) : Form(Originals());
}

/// Why nothing can be written there; empty if something may be.
QString reasonAgainst(const QString &target, const Form &form)
{
    const bool isFolder =
        std::holds_alternative<Originals>(form) || std::holds_alternative<Markdown>(form);
    if (isFolder) {
        return QDir().mkpath(target) ? QString() : ExportVerb::tr("the folder cannot be made.");
    }
    return QFileInfo::exists(target) ? ExportVerb::tr("there is a file of this name already.")
                                     : QString();
}

} // namespace

int exportVerb(const QStringList &arguments, Console &console)
{
    VerbParser parser(
        QStringLiteral("export"), QStringLiteral("[QUERY]"),
        ExportVerb::tr("Writes the original files of the articles that match, every "
                       "version of them,\nbyte for byte and under their own names. "
                       "No file is written over.\nA name that ends in .tar.zst "
                       "becomes one package, with the pictures that are here\nand "
                       "what was marked; without a query, all of the archive with "
                       "its saved searches.\nImport it elsewhere to have the same "
                       "archive there. One that ends in .csv, .json,\n.bib or .html "
                       "becomes a file for other programs."),
        {{QStringLiteral("to"), ExportVerb::tr("The folder, made if there is none; or the file"),
          QStringLiteral("DIR|FILE")},
         {QStringLiteral("format"),
          ExportVerb::tr("What to write, if the name does not tell: %1")
              .arg(formNames().join(QLatin1String(", "))),
          QStringLiteral("FORMAT")}});
    if (const auto code = parser.parse(arguments, console, VerbParser::Operands::Query)) {
        return *code;
    }
    const QString target = parser.value(QStringLiteral("to"));
    if (target.isEmpty()) {
        return parser.wrongUsage(
            ExportVerb::tr("export needs a folder or a file: --to DIR or --to FILE."), console);
    }
    const QString format = parser.value(QStringLiteral("format"));
    const auto form = format.isEmpty() ? formOf(target) : formNamed(format);
    if (!form) {
        return parser.wrongUsage(
            ExportVerb::tr("There is no format %1. These are: %2.")
                .arg(displayLine(format), formNames().join(QLatin1String(", "))),
            console);
    }
    const auto store = openArchive(parser.archive(), IfMissing::Refuse, console);
    if (!store) {
        return NoArchive;
    }
    const QueryArgument query = queryOf(parser.positional());
    const bool isAll = std::holds_alternative<Package>(*form) && query.text.isEmpty();
    const auto answer =
        select(*store, isAll ? QStringLiteral("is:any") : query.text, console.width());
    if (const auto *wrong = std::get_if<QString>(&answer)) {
        return parser.wrongUsage(*wrong, console);
    }
    if (!isAll) {
        sayRemarks(*store, query, std::get<QueryAnswer>(answer), console);
    }
    if (const QString reason = reasonAgainst(target, *form); !reason.isEmpty()) {
        console.say(target + QLatin1String(": ") + reason);
        return NotAll;
    }
    QList<ArticleId> ids = std::get<QueryAnswer>(answer).ids;
    const QString archive = QFileInfo(parser.archive()).absoluteFilePath();
    if (std::holds_alternative<Package>(*form)) {
        std::sort(ids.begin(), ids.end()); // as they came here, they come elsewhere
        return writePackage(*store, archive, ids, isAll, target, console);
    }
    if (const auto *list = std::get_if<ListFormat>(&*form)) {
        const QString heading =
            query.text.isEmpty() ? QFileInfo(archive).completeBaseName() : query.text;
        return writeList(*store, archive, ids, *list, heading, target, console);
    }
    return std::holds_alternative<Markdown>(*form) ? writeMarkdown(*store, ids, target, console)
                                                   : writeOriginals(*store, ids, target, console);
}

} // namespace Microfiche
