// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exportrunner.h"
#include "pictures/picturestore.h"
#include "store/store.h"

#include <QFutureWatcher>
#include <QObject>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// Articles on their way into files: how far that is, and what came of it.
class ExportTask : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(bool isRunning READ isRunning NOTIFY changed)
    Q_PROPERTY(int all READ all NOTIFY changed)
    Q_PROPERTY(int done READ done NOTIFY changed)
    Q_PROPERTY(QString progressText READ progressText NOTIFY changed)
    Q_PROPERTY(QString endText READ endText NOTIFY changed)
    Q_PROPERTY(bool hasFailed READ hasFailed NOTIFY changed)
    Q_PROPERTY(QUrl folder READ folder NOTIFY changed)

public:
    /// File: its name says what is written; a folder gets a file or more of each article.
    enum Form { File, Originals, Markdown };
    Q_ENUM(Form)

    /// `runner` outlives this.
    ExportTask(Store &store, PictureStore pictures, ExportRunner &runner,
               QObject *parent = nullptr);

    bool isRunning() const { return m_watcher.isRunning(); }
    int all() const { return m_all; }
    int done() const { return m_watcher.progressValue(); }
    QString progressText() const;                        ///< "1,204 of 5,621 articles"
    const QString &endText() const { return m_endText; } ///< empty while none has ended
    bool hasFailed() const { return m_hasFailed; }
    QUrl folder() const; ///< where it was written to

    /// Exports these in their order; `heading` names a page of them. Nothing while one is running.
    void begin(const QList<ArticleId> &ids, Form form, const QUrl &target, const QString &heading);
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void dismiss(); ///< the end was read

Q_SIGNALS:
    void changed();

private:
    ExportRunner::Work workFor(const QList<ArticleId> &ids, Form form, const QString &path,
                               const QString &heading) const;
    void takeEnd();

    Store &m_store;
    PictureStore m_pictures;
    ExportRunner &m_runner;
    QFutureWatcher<ExportReport> m_watcher;
    int m_all = 0;
    QUrl m_target;
    bool m_isFolder = false;
    QString m_endText;
    bool m_hasFailed = false;
    bool m_isCancelled = false; ///< by the user
};

} // namespace Microfiche
