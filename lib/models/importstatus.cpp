// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importstatus.h"

#include "article/displaytext.h"
#include "async/whenanswered.h"
#include "import/localpath.h"
#include "models/importquestion.h"
#include "models/numbers.h"

#include <cmath>

namespace Microfiche
{

namespace
{
constexpr qint64 ShownBytes = 1024LL * 1024;
} // namespace

QByteArrayList localPaths(const QList<QUrl> &urls)
{
    QByteArrayList paths;
    for (const QUrl &url : urls) {
        if (const QByteArray path = localPath(url); !path.isEmpty()) {
            paths << path;
        }
    }
    return paths;
}

ImportStatus::ImportStatus(Store &store, Importer &importer, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_importer(importer)
{
    connect(&importer, &Importer::started, this, [this] {
        m_failure.clear();
        m_shownBefore = m_shown;
        take({});
        Q_EMIT started();
    });
    connect(&importer, &Importer::progressed, this, &ImportStatus::take);
    connect(&importer, &Importer::finished, this, &ImportStatus::finish);
    connect(&importer, &Importer::failed, this, [this](const QString &message) {
        m_failure = message;
        Q_EMIT changed();
    });
    connect(&m_drop, &QFutureWatcherBase::resultReadyAt, this, [this](int index) {
        m_preview = m_drop.resultAt(index);
        Q_EMIT dropChanged();
    });
}

void ImportStatus::loadLast()
{
    whenAnswered(
        this, m_store.lastImport(),
        [this](const std::optional<ImportSummary> &last) {
            if (last && !isRunning() && !m_hasReport) {
                finish(*last);
            }
        },
        [this](const std::exception &error) {
            m_failure = reasonOf(error);
            Q_EMIT changed();
        });
}

void ImportStatus::take(const ImportProgress &progress)
{
    m_progress = progress;
    m_hasReport = true;
    m_rejectedFiles.setProblems(summary().rejected);
    m_warnings.setProblems(summary().warnings);
    Q_EMIT changed();
}

int ImportStatus::warningsFound() const
{
    return static_cast<int>(summary().warningsFound);
}

void ImportStatus::finish(const ImportSummary &summary)
{
    ImportProgress done;
    done.summary = summary;
    done.isCounted = true;
    done.filesFound = summary.filesFound;
    done.filesDone = summary.filesImported + summary.filesUnchanged + summary.filesRejected;
    done.bytesDone = summary.bytes;
    take(done);
}

qreal ImportStatus::fraction() const
{
    if (m_progress.filesFound <= 0) {
        return isRunning() ? 0 : 1;
    }
    return static_cast<qreal>(m_progress.filesDone) / static_cast<qreal>(m_progress.filesFound);
}

QString ImportStatus::doneText() const
{
    return countText(m_progress.filesDone);
}

QString ImportStatus::foundText() const
{
    const int found = static_cast<int>(m_progress.filesFound);
    if (!m_progress.isCounted) {
        return tr("of %Ln file(s) so far", nullptr, found);
    }
    if (isRunning() || m_progress.filesDone < m_progress.filesFound) {
        return tr("of %Ln file(s)", nullptr, found);
    }
    return tr("file(s)", nullptr, found);
}

QString ImportStatus::rateText() const
{
    if (!isRunning()) {
        return reportText();
    }
    // In the first moments nobody knows it, and a slow disk is not standing still.
    const auto rate = std::lround(m_progress.filesPerSecond);
    return rate > 0 ? tr("%Ln file(s) a second.", nullptr, static_cast<int>(rate)) : QString();
}

QString ImportStatus::folderText() const
{
    return isRunning() && !m_progress.currentFolder.isEmpty()
               ? tr("Reading %1").arg(displayLine(m_progress.currentFolder))
               : QString();
}

QString ImportStatus::reportText() const
{
    const double seconds = summary().seconds;
    if (seconds <= 0) {
        return {};
    }
    const QString time = seconds < 1
                             ? tr("less than a second")
                             : tr("%Ln second(s)", nullptr, static_cast<int>(std::lround(seconds)));
    const QString read = tr("%1 read in %2.").arg(bytesText(summary().bytes), time);
    const int skipped = static_cast<int>(summary().filesSkipped);
    return skipped > 0 ? read + QLatin1Char(' ') +
                             tr("%Ln link(s) or special file(s) skipped.", nullptr, skipped)
                       : read;
}

QString ImportStatus::timeLeftText() const
{
    if (!isRunning() || !m_progress.secondsLeft) {
        return {};
    }
    //: How long an import still takes: "about 5 seconds left"
    return tr("%1 left").arg(durationText(std::max(1, *m_progress.secondsLeft)));
}

bool ImportStatus::wasCancelled() const
{
    return m_hasReport && !isRunning() && m_failure.isEmpty() && !summary().isFinished;
}

QString ImportStatus::sidebarText() const
{
    if (isRunning()) {
        return m_progress.isCounted ? tr("Importing, %1%").arg(static_cast<int>(fraction() * 100))
                                    : tr("Importing, %1").arg(doneText());
    }
    if (!m_failure.isEmpty()) {
        return m_hasReport ? tr("Last import stopped") : m_failure; // else its report is unreadable
    }
    if (wasCancelled()) {
        return tr("Last import: cancelled");
    }
    //: Beside the import's icon: "1,161 added, 20 rejected"
    return rejected() > 0
               ? tr("%1 added, %2 rejected").arg(countText(added()), countText(rejected()))
               : tr("Last import: %Ln added", nullptr, added());
}

void ImportStatus::importUrls(const QList<QUrl> &urls)
{
    endPreview();
    const QByteArrayList paths = localPaths(urls);
    if (!paths.isEmpty()) {
        m_importer.start(paths);
    }
}

void ImportStatus::cancel()
{
    m_importer.cancel();
}

void ImportStatus::retryRejected()
{
    if (rejected() > 0 && !isRunning()) { // an import of nothing would take the report's place
        m_importer.retryRejected(summary().run);
    }
}

void ImportStatus::showRejected(int row)
{
    showFile(m_rejectedFiles, row);
}

void ImportStatus::showWarning(int row)
{
    showFile(m_warnings, row);
}

void ImportStatus::showFile(const ProblemModel &problems, int row)
{
    if (row < 0 || row >= problems.rowCount()) {
        return;
    }
    const FileProblem problem = problems.problems().at(row);
    const auto head = fileHead(problem.path, ShownBytes);
    whenAnswered(
        this, head, [this, problem, request = m_source.request()](const QByteArray &bytes) {
            if (m_source.isNewest(request)) {
                m_source.show(shownPath(problem.path), bytes, problem.line, problem.reason);
            }
        });
}

bool ImportStatus::previewDrop(const QList<QUrl> &urls)
{
    const QByteArrayList paths = localPaths(urls);
    if (paths.isEmpty()) {
        return false;
    }
    m_drop.cancel();
    m_preview = {};
    for (const QByteArray &path : paths) {
        m_preview.names << nameInPath(path);
    }
    m_drop.setFuture(Microfiche::previewDrop(paths, m_importer.leftOut()));
    Q_EMIT dropChanged();
    return true;
}

void ImportStatus::endPreview()
{
    m_drop.cancel();
}

QString ImportStatus::dropTitle() const
{
    return m_preview.folders == 1 && m_preview.names.size() == 1
               ? tr("Drop to import the folder %1").arg(dropName())
               : tr("Drop to import %1").arg(dropName());
}

QString ImportStatus::dropName() const
{
    return previewName(m_preview);
}

QString ImportStatus::dropCount() const
{
    return m_preview.files > 0 ? tr("%Ln file(s)", nullptr, static_cast<int>(m_preview.files))
                               : QString();
}

QString ImportStatus::dropWhat() const
{
    if (m_preview.folders > 0 && m_preview.looseFiles > 0) {
        return tr("%1 and %2")
            .arg(tr("%Ln folder(s)", nullptr, m_preview.folders),
                 tr("%Ln file(s)", nullptr, m_preview.looseFiles));
    }
    return m_preview.folders > 0
               ? tr("%Ln folder(s), with all folders in it", nullptr, m_preview.folders)
               : tr("%Ln file(s)", nullptr, m_preview.looseFiles);
}

void ImportStatus::setShown(const Query &query, int shown, int articles)
{
    m_shown = Shown{query, shown, articles};
    if (!m_shownBefore || m_shownBefore->query != query) {
        m_shownBefore = m_shown;
    }
    Q_EMIT changed();
}

QString ImportStatus::hiddenText() const
{
    if (isRunning() || !m_shown || !m_shownBefore) {
        return {};
    }
    const int added = m_shown->ofAll - m_shownBefore->ofAll;
    return added > 0 && m_shown->articles <= m_shownBefore->articles
               ? tr("%Ln article(s) were added; the search hides them.", nullptr, added)
               : QString();
}

void ImportStatus::setMentions(int mentions)
{
    if (mentions != m_mentions) {
        m_mentions = mentions;
        Q_EMIT changed();
    }
}

} // namespace Microfiche
