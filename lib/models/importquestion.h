// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/filepreview.h"

#include <QFutureWatcher>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// Asks before very many files are imported: a whole disk is dropped as easily as a folder. They
/// are counted first, off the interface thread; few are imported without a question.
/// (RELIABILITY.md, T25)
class ImportQuestion : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workspace")
    Q_PROPERTY(bool isAsked READ isAsked NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(bool isCounted READ isCounted NOTIFY changed)

public:
    static constexpr qint64 MostUnasked = 10'000; ///< files

    explicit ImportQuestion(qint64 mostUnasked = MostUnasked, QObject *parent = nullptr);
    ~ImportQuestion() override;

    /// Counts what lies under `paths`, and under those that wait for an answer; `leftOut` is what
    /// no import takes in.
    void consider(const QByteArrayList &paths, const QStringList &leftOut);

    bool isAsked() const { return m_isAsked; }
    QString text() const; ///< "Import 43,120 files from news?"
    bool isCounted() const { return m_isCounted; }

    Q_INVOKABLE void accept();
    Q_INVOKABLE void decline();

Q_SIGNALS:
    void changed();
    /// There are few of them, or somebody said yes.
    void approved(const QByteArrayList &paths);

private:
    void take(const DropPreview &preview);
    void finish();
    QByteArrayList end();

    const qint64 m_mostUnasked;
    QByteArrayList m_paths;
    QFutureWatcher<DropPreview> *m_count = nullptr; ///< the newest; a child
    DropPreview m_preview;
    bool m_isAsked = false;
    bool m_isCounted = false;
};

/// What was dropped, in a few words: "news", "3 items".
QString previewName(const DropPreview &preview);

} // namespace Microfiche
