// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exporttask.h"

#include "article/displaytext.h"
#include "export/list/listexport.h"
#include "export/list/markdownexport.h"
#include "export/originalsexport.h"
#include "export/packageexport.h"

#include <QLocale>

#include <utility>

namespace Microfiche
{

ExportTask::ExportTask(Store &store, PictureStore pictures, ExportRunner &runner, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_pictures(std::move(pictures))
    , m_runner(runner)
{
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, &ExportTask::changed);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ExportTask::takeEnd);
}

QString ExportTask::progressText() const
{
    const QLocale locale;
    return tr("%1 of %Ln article(s)", nullptr, m_all).arg(locale.toString(done()));
}

QUrl ExportTask::folder() const
{
    return m_isFolder ? m_target
                      : m_target.adjusted(QUrl::RemoveFilename | QUrl::StripTrailingSlash);
}

void ExportTask::begin(const QList<ArticleId> &ids, Form form, const QUrl &target,
                       const QString &heading)
{
    if (isRunning() || ids.isEmpty() || !target.isLocalFile()) {
        return;
    }
    m_target = target.adjusted(QUrl::StripTrailingSlash);
    m_isFolder = form != File;
    m_all = int(ids.size());
    m_endText.clear();
    m_hasFailed = false;
    m_isCancelled = false;
    m_watcher.setFuture(m_runner.run(workFor(ids, form, m_target.toLocalFile(), heading)));
    Q_EMIT changed();
}

ExportRunner::Work ExportTask::workFor(const QList<ArticleId> &ids, Form form, const QString &path,
                                       const QString &heading) const
{
    Store *const store = &m_store; // it outlives the runner
    switch (form) {
    case Originals:
        return [=](const ExportProgress &goOn) { return exportOriginals(*store, ids, path, goOn); };
    case Markdown:
        return [=](const ExportProgress &goOn) { return exportMarkdown(*store, ids, path, goOn); };
    case File: break;
    }
    const PictureStore pictures = m_pictures;
    if (const auto list = listFormatOf(path)) {
        return [=](const ExportProgress &goOn) {
            return ListExport(*store, ThumbnailStore(pictures))
                .write(ids, *list, heading, path, goOn);
        };
    }
    return [=](const ExportProgress &goOn) {
        return PackageExport(*store, pictures).write(ids, false, path, goOn);
    };
}

void ExportTask::cancel()
{
    m_isCancelled = isRunning();
    m_runner.cancel();
}

void ExportTask::dismiss()
{
    m_endText.clear();
    m_hasFailed = false;
    Q_EMIT changed();
}

void ExportTask::takeEnd()
{
    if (m_watcher.future().resultCount() == 0) {
        return; // the runner goes, and with it all this
    }
    const ExportReport report = m_watcher.result();
    m_hasFailed = (!report.problem.isEmpty() && !m_isCancelled) || !report.damaged.isEmpty();
    const QString name = displayLine(m_target.fileName());
    if (report.problem.isEmpty()) {
        m_endText =
            m_isFolder
                ? tr("%Ln file(s) exported to %1", nullptr, int(report.written)).arg(name)
                : tr("%Ln article(s) exported to %1", nullptr, int(report.written)).arg(name);
    } else if (!m_isCancelled) {
        m_endText = tr("The export failed: %1").arg(displayLine(report.problem));
    } else {
        m_endText = m_isFolder ? tr("The export was cancelled. What was written is in the folder.")
                               : tr("The export was cancelled. Nothing was written.");
    }
    if (!report.damaged.isEmpty()) {
        m_endText += u' ' + tr("%Ln part(s) are damaged and were left out.", nullptr,
                               int(report.damaged.size()));
    }
    Q_EMIT changed();
}

} // namespace Microfiche
