// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interrupts.h"
#include "cli/openarchive.h"
#include "cli/picturesreport.h"
#include "cli/picturestask.h"
#include "cli/queryremarks.h"
#include "cli/selection.h"
#include "cli/verb.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace Microfiche
{

namespace
{

struct PicturesVerb {
    Q_DECLARE_TR_FUNCTIONS(PicturesVerb)
};

int tellStatus(const PicturesTask &task)
{
    std::optional<IdSet> articles;
    if (!findArticles(task, articles)) {
        return WrongUsage;
    }
    const PictureSurvey survey = waitFor(task.store.pictureSurvey(articles));
    const PicturePolicy policy = waitFor(task.store.picturePolicy());
    if (task.asJson) {
        task.console.write(pictureStatusJson(survey, policy));
    } else {
        printPictureStatus(survey, policy, task.console);
    }
    return survey.all.all() > 0 ? AllWell : NotAll;
}

int clearThem(const PicturesTask &task)
{
    const bool isUndo = task.parser.isSet(QStringLiteral("undo"));
    const auto cleared =
        waitFor(isUndo ? task.store.unclearPictures() : task.store.clearPictures());
    if (!cleared) {
        task.console.say(PicturesVerb::tr("The archive cannot be written to here."));
        return NoArchive;
    }
    if (task.parser.isSet(QStringLiteral("now"))) {
        const PictureStore::Moment moment = PictureStore::now();
        for (const ContentHash &content : waitFor(task.store.dropClearedPictures())) {
            task.files.removeIfKeptBefore(content, moment);
        }
    }
    const QLocale locale;
    if (task.asJson) {
        task.console.write("{\n  \"pictures\": " + QByteArray::number(cleared->count) +
                           ",\n  \"bytes\": " + QByteArray::number(cleared->bytes) + "\n}\n");
    } else {
        task.console.print(
            (isUndo ? PicturesVerb::tr("Brought back: %1, %2.")
                    : PicturesVerb::tr("Cleared: %1, %2."))
                .arg(locale.toString(cleared->count), locale.formattedDataSize(cleared->bytes)));
        if (!isUndo && !task.parser.isSet(QStringLiteral("now"))) {
            task.console.print(PicturesVerb::tr("Until the window is opened the next time, "
                                                "microfiche pictures clear --undo brings them "
                                                "back."));
        }
    }
    return AllWell;
}

VerbParser makeParser()
{
    return VerbParser(
        QStringLiteral("pictures"), QStringLiteral("status|fetch|verify|clear [QUERY]"),
        PicturesVerb::tr(
            "  status  counts the pictures of the articles that match, of what they mention, and\n"
            "          the logos of their publishers: which are there, which are not\n"
            "  fetch   loads those that are not there from their publishers' servers, for good.\n"
            "          The command is your permission for this run alone, whatever the window is\n"
            "          set to; publishers that you refused there are not asked. Servers on this\n"
            "          machine or network are refused, unless --local-server names them. Ctrl+C "
            "ends\n"
            "          it and keeps what has come.\n"
            "  verify  reads every picture that is kept and checks it against its hash. Changes\n"
            "          nothing, unless it is to repair\n"
            "  clear   puts aside all that was fetched; what imports carried stays"),
        {{QStringLiteral("json"), PicturesVerb::tr("As JSON"), {}},
         {QStringLiteral("again"),
          PicturesVerb::tr("fetch: asks also for what was gone or refused"),
          {}},
         {QStringLiteral("refresh"),
          PicturesVerb::tr("fetch: asks also whether what was fetched has changed; what has not "
                           "is not sent again"),
          {}},
         {QStringLiteral("local-server"),
          PicturesVerb::tr(
              "fetch: a server of yours on this machine or network that may be asked; "
              "several with commas between them. What was refused for lying there is asked "
              "for too"),
          QStringLiteral("HOST")},
         {QStringLiteral("repair"),
          PicturesVerb::tr("verify: forgets what was fetched and is damaged or missing, so that it "
                           "can be fetched again, never what cannot be read; removes "
                           "files of no picture"),
          {}},
         {QStringLiteral("undo"), PicturesVerb::tr("clear: brings back what was put aside"), {}},
         {QStringLiteral("now"), PicturesVerb::tr("clear: deletes at once; no undo"), {}}});
}

} // namespace

bool findArticles(const PicturesTask &task, std::optional<IdSet> &articles)
{
    if (task.query.isEmpty()) {
        return true;
    }
    const QueryArgument query = queryOf(task.query);
    const auto answer = select(task.store, query.text, task.console.width());
    if (const auto *wrong = std::get_if<QString>(&answer)) {
        task.parser.wrongUsage(*wrong, task.console);
        return false;
    }
    sayRemarks(task.store, query, std::get<QueryAnswer>(answer), task.console);
    QList<ArticleId> ids = std::get<QueryAnswer>(answer).ids;
    std::sort(ids.begin(), ids.end());
    articles = IdSet(std::move(ids));
    return true;
}

int picturesVerb(const QStringList &arguments, Console &console)
{
    VerbParser parser = makeParser();
    if (const auto code = parser.parse(arguments, console, VerbParser::Operands::Query)) {
        return *code;
    }
    const QString name = parser.positional().value(0);
    const bool takesQuery = name == QLatin1String("status") || name == QLatin1String("fetch");
    const bool isKnown =
        takesQuery || name == QLatin1String("verify") || name == QLatin1String("clear");
    if (!isKnown || (!takesQuery && parser.positional().size() > 1)) {
        return parser.wrongUsage(isKnown ? PicturesVerb::tr("pictures %1 takes no words.").arg(name)
                                         : PicturesVerb::tr("pictures needs one of status, fetch, "
                                                            "verify and clear."),
                                 console);
    }
    if (parser.isSet(QStringLiteral("undo")) && parser.isSet(QStringLiteral("now"))) {
        return parser.wrongUsage(PicturesVerb::tr("--undo and --now exclude each other."), console);
    }
    const bool isRepair = parser.isSet(QStringLiteral("repair"));
    if (isRepair && name != QLatin1String("verify")) {
        return parser.wrongUsage(PicturesVerb::tr("Only verify can --repair."), console);
    }
    const QString archive = QFileInfo(parser.archive()).absoluteFilePath();
    Interrupts interrupts;
    const bool writes =
        isRepair || name == QLatin1String("fetch") || name == QLatin1String("clear");
    const auto store = openArchive(archive, IfMissing::Refuse, console,
                                   writes ? Store::Need::Writing : Store::Need::Reading);
    if (!store) {
        return NoArchive;
    }
    const PicturesTask task{parser,
                            *store,
                            PictureStore(pictureFolder(archive)),
                            parser.positional().mid(1),
                            parser.isSet(QStringLiteral("json")),
                            console};
    if (name == QLatin1String("status")) {
        return tellStatus(task);
    }
    if (name == QLatin1String("fetch")) {
        return fetchPictures(task, interrupts);
    }
    return name == QLatin1String("verify") ? verifyPictures(task) : clearThem(task);
}

} // namespace Microfiche
