// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivepictures.h"
#include "article/displaytext.h"
#include "cli/interrupts.h"
#include "cli/openarchive.h"
#include "cli/picturesreport.h"
#include "cli/picturestask.h"
#include "cli/verb.h"
#include "import/ratemeter.h"
#include "pictures/fetch/webaddress.h"
#include "pictures/source/picturesource.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QLocale>

namespace Microfiche
{

namespace
{

struct PicturesFetching {
    Q_DECLARE_TR_FUNCTIONS(PicturesFetching)
};

constexpr qsizetype ReadAtOnce = 512;

QString progressLine(const PictureDownload &download, const RateMeter &rate)
{
    const DownloadProgress &progress = download.progress();
    const QLocale locale;
    QString line = PicturesFetching::tr("%1 of %2 pictures, %3")
                       .arg(locale.toString(progress.done()), locale.toString(progress.all),
                            locale.formattedDataSize(progress.bytes));
    if (const auto wait = download.waitedFor()) {
        return line + PicturesFetching::tr(", waiting for %1, %2 s")
                          .arg(displayLine(wait->host))
                          .arg(std::chrono::ceil<std::chrono::seconds>(wait->left).count());
    }
    if (rate.perSecond() > 0) {
        line +=
            PicturesFetching::tr(", %1 a second").arg(locale.toString(qRound64(rate.perSecond())));
    }
    if (const auto left = rate.secondsFor(progress.all - progress.done())) {
        line += PicturesFetching::tr(", %1 s left").arg(*left);
    }
    return line;
}

/// This run is allowed what the user has not refused.
FetchPolicy policyOfThisRun(const PicturePolicy &policy)
{
    FetchPolicy fetch = fetchPolicyOf(policy);
    fetch.mode = FetchPolicy::Mode::All;
    return fetch;
}

/// None, which is said, if one of them names no server.
std::optional<QSet<QString>> localServers(const PicturesTask &task)
{
    QSet<QString> servers;
    const QStringList names =
        task.parser.value(QStringLiteral("local-server")).split(u',', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        const QString host = hostNamed(name.trimmed());
        if (host.isEmpty()) {
            task.parser.wrongUsage(
                PicturesFetching::tr("--local-server names the host alone, as archive.lan or "
                                     "192.168.1.20; \"%1\" is none.")
                    .arg(displayLine(name.trimmed())),
                task.console);
            return std::nullopt;
        }
        servers.insert(host);
    }
    return servers;
}

PictureSource::Ask askOf(const VerbParser &parser)
{
    return parser.isSet(QStringLiteral("refresh")) ? PictureSource::Ask::Refresh
           : parser.isSet(QStringLiteral("again")) ? PictureSource::Ask::Again
                                                   : PictureSource::Ask::IfAbsent;
}

/// What is to be loaded now.
QList<PictureId> wantedOf(const PicturesTask &task, const PictureSurvey &survey,
                          const QSet<QString> &servers)
{
    const bool isAgain = task.parser.isSet(QStringLiteral("again"));
    const bool isRefresh = task.parser.isSet(QStringLiteral("refresh"));
    return survey.missing + survey.failed +
           (isAgain ? survey.lost
                    : waitFor(forgetLocalRefusals(task.store, survey.lost, servers))) +
           (isRefresh ? survey.fetched : QList<PictureId>());
}

/// What of it is not there now, and why. Those whose publisher is not to be asked are no failures.
QList<PictureFailure> failuresAmong(const PicturesTask &task, const QList<PictureId> &wanted,
                                    const FetchPolicy &policy)
{
    QList<PictureFailure> failures;
    for (qsizetype from = 0; from < wanted.size(); from += ReadAtOnce) {
        const auto found = waitFor(ArchivePictures(task.store).find(wanted.mid(from, ReadAtOnce)));
        for (const CataloguedPicture &picture : found) {
            const bool isAsked = picture.last.state != PictureStatus::State::Loading;
            const bool isThere = !picture.carried.isEmpty() || !picture.fetched.isEmpty();
            if (!isThere && (isAsked || mayBeAsked(policy, picture))) {
                failures.append({picture.address, picture.last});
            }
        }
    }
    return failures;
}

/// Until it has ended, with a word on how far it is now and then.
void run(const PicturesTask &task, PictureDownload &download, const QList<PictureId> &wanted,
         Interrupts &interrupts)
{
    RateMeter rate;
    QElapsedTimer clock;
    clock.start();
    QEventLoop loop;
    QObject::connect(&download, &PictureDownload::progressed, &loop, [&] {
        rate.add(clock.elapsed(), download.progress().done());
        task.console.tellProgress(progressLine(download, rate), clock.elapsed());
    });
    QObject::connect(&download, &PictureDownload::stateChanged, &loop, [&] {
        if (!download.isActive()) {
            loop.quit();
        }
    });
    interrupts.handle([&download] { download.cancel(); });
    download.start(wanted, askOf(task.parser));
    if (download.isActive() && interrupts.signal() == 0) {
        loop.exec();
    }
    interrupts.handle({});
    task.console.showProgress({});
}

} // namespace

int fetchPictures(const PicturesTask &task, Interrupts &interrupts)
{
    const auto servers = localServers(task);
    std::optional<IdSet> articles;
    if (!servers || !findArticles(task, articles)) {
        return WrongUsage;
    }
    const PictureSurvey survey = waitFor(task.store.pictureSurvey(articles));
    const PicturePolicy policy = waitFor(task.store.picturePolicy());
    const QList<PictureId> wanted = wantedOf(task, survey, *servers);

    ArchivePictures catalog(task.store);
    PictureLoader loader(task.files);
    PictureSource source(task.files, loader, catalog,
                         {.fetch = {.fetch = {.localHosts = *servers}}});
    source.setPolicy(policyOfThisRun(policy));
    source.setBudget(policy.budget);
    PictureDownload download(source, catalog);
    run(task, download, wanted, interrupts);
    waitFor(source.written());

    const DownloadProgress &progress = download.progress();
    QList<PictureFailure> failures;
    if (download.state() == PictureDownload::State::Finished && progress.loaded < progress.all) {
        failures = failuresAmong(task, wanted, policyOfThisRun(policy));
    }
    if (task.asJson) {
        task.console.write(downloadJson(progress, download.state(), failures));
    } else {
        printDownload(progress, download.state(), failures, task.console);
    }
    if (interrupts.signal() > 0) {
        task.console.say(PicturesFetching::tr("It was cancelled. What had come stays."));
        return EndedBySignal + interrupts.signal();
    }
    return survey.all.all() > 0 && progress.loaded == progress.all ? AllWell : NotAll;
}

} // namespace Microfiche
