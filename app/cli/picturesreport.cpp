// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/picturesreport.h"

#include "article/displaytext.h"
#include "cli/console.h"
#include "cli/jsonwriter.h"
#include "cli/picturefailures.h"
#include "cli/texttable.h"
#include "pictures/picturebudget.h"

#include <QCoreApplication>
#include <QLocale>

namespace Microfiche
{

namespace
{

constexpr qsizetype PublishersShown = 20;

struct PicturesReport {
    Q_DECLARE_TR_FUNCTIONS(PicturesReport)
};

QString number(qint64 count)
{
    return QLocale().toString(count);
}

qint64 budgetOf(const PicturePolicy &policy)
{
    return policy.budget > 0 ? policy.budget : DefaultPictureBudget;
}

QString nameOf(PictureMode mode)
{
    switch (mode) {
    case PictureMode::Never: return QStringLiteral("never");
    case PictureMode::Chosen: return QStringLiteral("chosen");
    case PictureMode::All: return QStringLiteral("all");
    }
    return {};
}

QString shownMode(const PicturePolicy &policy)
{
    switch (policy.mode) {
    case PictureMode::Never:
        return policy.isDecided ? PicturesReport::tr("never")
                                : PicturesReport::tr("nothing before you say so there");
    case PictureMode::Chosen:
        return PicturesReport::tr("from chosen publishers: %1").arg(number(policy.allowed.size()));
    case PictureMode::All: return PicturesReport::tr("from all publishers");
    }
    return {};
}

void writeCount(JsonWriter &json, const PictureCount &count)
{
    json.member(u"pictures", count.all());
    json.member(u"carried", count.carried);
    json.member(u"fetched", count.fetched);
    json.member(u"missing", count.missing);
    json.member(u"failed", count.failed);
    json.member(u"gone", count.gone);
    json.member(u"refused", count.refused);
    json.member(u"fetchedBytes", count.fetchedBytes);
}

/// How many did not come for which reason; what has no name of its own is told together.
void writeReasons(JsonWriter &json, const QMap<int, qint64> &reasons)
{
    QMap<QString, qint64> named;
    for (auto reason = reasons.cbegin(); reason != reasons.cend(); ++reason) {
        const QString name = reasonName(PictureReason(reason.key()));
        named[name.isEmpty() ? QStringLiteral("other") : name] += reason.value();
    }
    json.beginObject();
    for (auto reason = named.cbegin(); reason != named.cend(); ++reason) {
        json.member(reason.key(), reason.value());
    }
    json.endObject();
}

void print(const QList<Fact> &facts, Console &console)
{
    for (const QString &line : factLines(facts)) {
        console.print(line);
    }
}

QString nameOf(PictureDownload::State state)
{
    switch (state) {
    case PictureDownload::State::Full: return QStringLiteral("full");
    case PictureDownload::State::NotKept: return QStringLiteral("unkept");
    case PictureDownload::State::Finished: return QStringLiteral("finished");
    default: return QStringLiteral("cancelled");
    }
}

} // namespace

QByteArray pictureStatusJson(const PictureSurvey &survey, const PicturePolicy &policy)
{
    JsonWriter json(JsonWriter::Layout::Indented);
    json.beginObject();
    writeCount(json, survey.all);
    json.key(u"reasons");
    writeReasons(json, survey.reasons);
    json.member(u"budget", budgetOf(policy));
    json.member(u"allowed", nameOf(policy.mode));
    json.member(u"offline", policy.isOffline);
    json.key(u"publishers");
    json.beginArray();
    for (const PublisherPictures &publisher : survey.publishers) {
        json.beginObject();
        json.member(u"domain", publisher.domain);
        json.memberIf(u"name", publisher.name);
        writeCount(json, publisher.count);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.text() + '\n';
}

void printPictureStatus(const PictureSurvey &survey, const PicturePolicy &policy, Console &console)
{
    const PictureCount &all = survey.all;
    const QLocale locale;
    print({{PicturesReport::tr("Pictures"), number(all.all())},
           {PicturesReport::tr("Carried by imports"), number(all.carried)},
           {PicturesReport::tr("Fetched"), number(all.fetched)},
           {PicturesReport::tr("Not asked for yet"), number(all.missing)},
           {PicturesReport::tr("Failed, may come another time"), number(all.failed)},
           {PicturesReport::tr("Gone"), number(all.gone)},
           {PicturesReport::tr("Refused"), number(all.refused)},
           {PicturesReport::tr("Fetched, each content once"),
            PicturesReport::tr("%1 on the disk, of at most %2")
                .arg(locale.formattedDataSize(all.fetchedBytes),
                     locale.formattedDataSize(budgetOf(policy)))},
           {PicturesReport::tr("The window fetches"),
            policy.isOffline ? PicturesReport::tr("nothing, it is offline") : shownMode(policy)}},
          console);
    if (survey.publishers.isEmpty()) {
        return;
    }
    console.print({});
    const TextTable table({{PicturesReport::tr("there"), 9, Qt::AlignRight},
                           {PicturesReport::tr("of"), 9, Qt::AlignRight},
                           {PicturesReport::tr("publisher"), 0}},
                          console.width());
    console.print(table.header());
    for (const PublisherPictures &publisher : survey.publishers.mid(0, PublishersShown)) {
        const QString name =
            publisher.domain.isEmpty() ? PicturesReport::tr("without a domain") : publisher.domain;
        console.print(table.row({number(publisher.count.carried + publisher.count.fetched),
                                 number(publisher.count.all()), displayLine(name)}));
    }
    if (const qsizetype more = survey.publishers.size() - PublishersShown; more > 0) {
        console.print(PicturesReport::tr("… and %1 more publishers; --json names them all.")
                          .arg(number(more)));
    }
}

QByteArray downloadJson(const DownloadProgress &progress, PictureDownload::State state,
                        const QList<PictureFailure> &failures)
{
    JsonWriter json(JsonWriter::Layout::Indented);
    json.beginObject();
    json.member(u"ended", nameOf(state));
    json.member(u"wanted", progress.all);
    json.member(u"loaded", progress.loaded);
    json.member(u"failed", progress.failed);
    json.member(u"gone", progress.gone);
    json.member(u"refused", progress.refused);
    json.member(u"notAllowed", progress.notAllowed);
    json.member(u"bytes", progress.bytes);
    json.key(u"failures");
    writeFailures(json, failures);
    json.endObject();
    return json.text() + '\n';
}

void printDownload(const DownloadProgress &progress, PictureDownload::State state,
                   const QList<PictureFailure> &failures, Console &console)
{
    print({{PicturesReport::tr("Pictures to load"), number(progress.all)},
           {PicturesReport::tr("Loaded"), number(progress.loaded)},
           {PicturesReport::tr("Failed, may come another time"), number(progress.failed)},
           {PicturesReport::tr("Gone"), number(progress.gone)},
           {PicturesReport::tr("Refused"), number(progress.refused)},
           {PicturesReport::tr("Of publishers that are not to be asked"),
            number(progress.notAllowed)},
           {PicturesReport::tr("Fetched"), QLocale().formattedDataSize(progress.bytes)}},
          console);
    printFailures(failures, console);
    if (state == PictureDownload::State::Full) {
        console.say(PicturesReport::tr("What pictures may take on the disk is used up."));
    }
    if (state == PictureDownload::State::NotKept) {
        console.say(PicturesReport::tr("It ended: the disk could not keep what came. See whether "
                                       "it is full, and whether the pictures' folder may be "
                                       "written to."));
    }
}

} // namespace Microfiche
