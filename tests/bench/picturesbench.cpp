// SPDX-License-Identifier: GPL-3.0-or-later
#include "picturesbench.h"

#include "told.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>

#include <unistd.h>

namespace Microfiche::Bench
{

namespace
{

constexpr int Rounds = 3;
constexpr double LeastThroughput = 0.9; // of what it is held against
constexpr double LargestThumbnails = 0.12;

QString program()
{
    return QStringLiteral("microfiche_bench_pictures");
}

Told play(const char *role, const QStringList &arguments)
{
    return runProgram(program(), QStringList{QString::fromLatin1(role)} + arguments);
}

Told playWindow(const char *role, const QString &archive)
{
    return runProgram(QStringLiteral("microfiche_bench_window"),
                      {QString::fromLatin1(role), archive});
}

/// Serves the pictures of a folder for as long as it lives.
class Serving final
{
public:
    explicit Serving(const QString &folder)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationDirPath() + u'/' + program(),
                        {QStringLiteral("serve"), folder});
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(-1)) {
                qFatal("The pictures could not be served.");
            }
        }
        m_port = int(m_process.readLine().trimmed().split(' ').value(1).toDouble());
    }
    ~Serving()
    {
        m_process.closeWriteChannel(); // which ends it
        m_process.waitForFinished(-1);
    }
    Q_DISABLE_COPY_MOVE(Serving)

    QString port() const { return QString::number(m_port); }

private:
    QProcess m_process;
    int m_port = 0;
};

struct PictureCosts {
    double made = 0; ///< seconds, of all thumbnails
    double madeBare = 0;
    double originals = 0; ///< megabytes
    double kept = 0;
    double fetched = 0; ///< seconds, of all pictures and their thumbnails
    double fetchedBare = 0;
    double frame = 0;  ///< p99, milliseconds of the interface thread while they arrive
    double late = 0;   ///< the longest that a card waited for a thumbnail that was kept
    double memory = 0; ///< megabytes at the highest, above the same window without pictures
};

void keepBest(double *best, const Told &told)
{
    const double seconds = told.value("seconds");
    *best = *best > 0 ? std::min(*best, seconds) : seconds;
}

void measureMaking(PictureCosts *costs, const QString &pictures)
{
    play("bare-thumbnails", {pictures}); // brings the files into memory, for both alike
    for (int round = 0; round < Rounds; ++round) {
        keepBest(&costs->madeBare, play("bare-thumbnails", {pictures}));
        const Told made = play("thumbnails", {pictures});
        keepBest(&costs->made, made);
        costs->originals = made.value("originals");
        costs->kept = made.value("kept");
    }
}

void measureFetching(PictureCosts *costs, const QString &pictures, const Serving &server)
{
    for (int round = 0; round < Rounds; ++round) {
        const QTemporaryDir into;
        ::sync(); // or who waits for the disk waits for what others have left to be written
        keepBest(&costs->fetchedBare, play("bare-fetch", {server.port(), pictures,
                                                          into.filePath(QStringLiteral("bare"))}));
        ::sync();
        keepBest(&costs->fetched,
                 play("fetch", {server.port(), pictures, into.filePath(QStringLiteral("kept"))}));
    }
}

Told arrived(const QString &archive, const QString &pictures)
{
    const Serving server(pictures);
    play("archive", {archive, pictures, server.port()});
    return playWindow("arrive", archive);
}

void measureLooking(PictureCosts *costs, const QString &pictures, int count)
{
    const QTemporaryDir home;
    const QString archive = home.filePath(QStringLiteral("pictures.microfiche"));
    const QString without = home.filePath(QStringLiteral("none.microfiche"));
    play("archive", {without, pictures, QStringLiteral("0")});
    const double plain = playWindow("browse", without).value("peak");
    const Told arriving = arrived(archive, pictures);
    const Told browsing = playWindow("browse", archive); // its server is gone
    for (const Told *told : {&arriving, &browsing}) {
        if (told->value("shown") < count) {
            qFatal("Only %.0f of %d pictures were shown.", told->value("shown"), count);
        }
        costs->memory = std::max(costs->memory, told->value("peak") - plain);
    }
    costs->frame = arriving.percentileOf("frame", 99);
    costs->late = browsing.percentileOf("late", 100);
}

} // namespace

Figures picturesFigures(const QString &folder, int count)
{
    const QString pictures = QDir(folder).filePath(QStringLiteral("pictures-%1").arg(count));
    play("fill", {pictures, QString::number(count)});
    PictureCosts costs;
    measureMaking(&costs, pictures);
    measureFetching(&costs, pictures, Serving(pictures));
    measureLooking(&costs, pictures, count);
    const QString size =
        QStringLiteral("%L1 pictures, %2 MB").arg(count).arg(costs.originals, 0, 'f', 1);
    const QString ms = QStringLiteral("ms");
    const QString seconds = QStringLiteral("s");
    const QString megabytes = QStringLiteral("MB");
    return {
        {QStringLiteral("thumbnails from disk, to bare libjpeg-turbo"), size, costs.made, seconds,
         costs.madeBare, 1 / LeastThroughput},
        {QStringLiteral("thumbnails from a server, to a bare fetch"), size, costs.fetched, seconds,
         costs.fetchedBare, 1 / LeastThroughput},
        {QStringLiteral("thumbnails, to the originals"), size, costs.kept, megabytes,
         costs.originals, LargestThumbnails},
        {QStringLiteral("pictures arrive: work for a frame, p99"), size, costs.frame, ms, {}, 8},
        {QStringLiteral("warm scroll: longest wait for a thumbnail"), size, costs.late, ms, {}, 50},
        {QStringLiteral("memory for pictures, at the highest"),
         size,
         costs.memory,
         megabytes,
         {},
         128},
    };
}

} // namespace Microfiche::Bench
