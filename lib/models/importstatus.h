// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/filepreview.h"
#include "import/importer.h"
#include "models/problemmodel.h"
#include "models/sourcemodel.h"
#include "query/query.h"

#include <QFutureWatcher>
#include <QObject>
#include <QUrl>

#include <optional>

namespace Microfiche
{

/// The running import, or the last one, and what a drop would bring: in words for the window.
class ImportStatus : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")
    Q_PROPERTY(bool isRunning READ isRunning NOTIFY changed)
    Q_PROPERTY(bool hasReport READ hasReport NOTIFY changed)
    Q_PROPERTY(qreal fraction READ fraction NOTIFY changed)
    Q_PROPERTY(bool isCounted READ isCounted NOTIFY changed)
    Q_PROPERTY(QString doneText READ doneText NOTIFY changed)
    Q_PROPERTY(QString foundText READ foundText NOTIFY changed)
    Q_PROPERTY(QString rateText READ rateText NOTIFY changed)
    Q_PROPERTY(QString folderText READ folderText NOTIFY changed)
    Q_PROPERTY(QString timeLeftText READ timeLeftText NOTIFY changed)
    Q_PROPERTY(QString sidebarText READ sidebarText NOTIFY changed)
    Q_PROPERTY(QString failure READ failure NOTIFY changed)
    Q_PROPERTY(bool wasCancelled READ wasCancelled NOTIFY changed)
    Q_PROPERTY(int added READ added NOTIFY changed)
    Q_PROPERTY(int updated READ updated NOTIFY changed)
    Q_PROPERTY(int unchanged READ unchanged NOTIFY changed)
    Q_PROPERTY(int duplicates READ duplicates NOTIFY changed)
    Q_PROPERTY(int mentions READ mentions NOTIFY changed)
    Q_PROPERTY(QString hiddenText READ hiddenText NOTIFY changed)
    Q_PROPERTY(int rejected READ rejected NOTIFY changed)
    Q_PROPERTY(Microfiche::ProblemModel *rejectedFiles READ rejectedFiles CONSTANT)
    Q_PROPERTY(Microfiche::ProblemModel *warnings READ warnings CONSTANT)
    Q_PROPERTY(int warningsFound READ warningsFound NOTIFY changed)
    Q_PROPERTY(Microfiche::SourceModel *source READ source CONSTANT)
    Q_PROPERTY(QString dropTitle READ dropTitle NOTIFY dropChanged)
    Q_PROPERTY(QString dropCount READ dropCount NOTIFY dropChanged)
    Q_PROPERTY(QString dropName READ dropName NOTIFY dropChanged)
    Q_PROPERTY(int dropFiles READ dropFiles NOTIFY dropChanged)
    Q_PROPERTY(QString dropWhat READ dropWhat NOTIFY dropChanged)

public:
    ImportStatus(Store &store, Importer &importer, QObject *parent = nullptr);

    bool isRunning() const { return m_importer.isRunning(); }
    bool hasReport() const { return m_hasReport; }
    qreal fraction() const;
    bool isCounted() const { return m_progress.isCounted; }
    QString doneText() const;
    QString foundText() const;  ///< "of 7,243 files"
    QString rateText() const;   ///< "1,260 files a second.", "146 MB read in 7 seconds."
    QString folderText() const; ///< "Reading 2023/03"
    QString timeLeftText() const;
    QString sidebarText() const; ///< "Importing, 22%", "9 added, 6 rejected"
    QString failure() const { return m_failure; }
    bool wasCancelled() const;
    int added() const { return static_cast<int>(summary().articlesAdded); }
    int updated() const { return static_cast<int>(summary().articlesUpdated); }
    int unchanged() const { return static_cast<int>(summary().filesUnchanged); }
    int duplicates() const { return static_cast<int>(summary().duplicates); }
    int mentions() const { return m_mentions; }
    /// "12 articles were added; the search hides them."; empty if any of them is shown.
    QString hiddenText() const;
    int rejected() const { return static_cast<int>(summary().filesRejected); }
    ProblemModel *rejectedFiles() { return &m_rejectedFiles; }
    ProblemModel *warnings() { return &m_warnings; }
    int warningsFound() const; ///< all of them; `warnings` has the first
    SourceModel *source() { return &m_source; }
    QString dropTitle() const; ///< "Drop to import the folder diablo4"
    QString dropName() const;  ///< "diablo4"
    int dropFiles() const { return static_cast<int>(m_preview.files); }
    QString dropCount() const; ///< "1,611 files"
    QString dropWhat() const;  ///< "1 folder, with all folders in it"

    /// Imports local files and folders; other addresses are left out.
    Q_INVOKABLE void importUrls(const QList<QUrl> &urls);
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void retryRejected();
    /// Opens a rejected file at its line, in `source`.
    Q_INVOKABLE void showRejected(int row);
    Q_INVOKABLE void showWarning(int row);
    /// Whether anything of a drop can be imported; begins to look at it.
    Q_INVOKABLE bool previewDrop(const QList<QUrl> &urls);
    Q_INVOKABLE void endPreview();

    /// Takes up the last report that the archive kept.
    void loadLast();
    void setMentions(int mentions);
    /// What `query` shows now, and how many articles there are.
    void setShown(const Query &query, int shown, int articles);

Q_SIGNALS:
    void started();
    void changed();
    void dropChanged();

private:
    const ImportSummary &summary() const { return m_progress.summary; }
    QString reportText() const; ///< "146 MB read in 7 seconds."
    void take(const ImportProgress &progress);
    void finish(const ImportSummary &summary);
    void showFile(const ProblemModel &problems, int row);

    Store &m_store;
    Importer &m_importer;
    ImportProgress m_progress;
    bool m_hasReport = false;
    QString m_failure;
    int m_mentions = 0;
    struct Shown {
        Query query;
        int articles = 0; ///< that it shows
        int ofAll = 0;
    };
    std::optional<Shown> m_shown;
    std::optional<Shown> m_shownBefore; ///< the import, or since the query is another
    ProblemModel m_rejectedFiles;
    ProblemModel m_warnings;
    SourceModel m_source;
    QFutureWatcher<DropPreview> m_drop;
    DropPreview m_preview;
};

/// The paths of those that are files or folders here; no other address is ever imported.
QByteArrayList localPaths(const QList<QUrl> &urls);

} // namespace Microfiche
