// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importquestion.h"

#include "article/displaytext.h"

#include <utility>

namespace Microfiche
{

ImportQuestion::ImportQuestion(qint64 mostUnasked, QObject *parent)
    : QObject(parent)
    , m_mostUnasked(mostUnasked)
{
}

ImportQuestion::~ImportQuestion()
{
    end();
}

void ImportQuestion::consider(const QByteArrayList &paths, const QStringList &leftOut)
{
    if (paths.isEmpty()) {
        return;
    }
    const bool wasAsked = m_isAsked;
    const QByteArrayList all = end() + paths;
    m_paths = all;
    m_isAsked = wasAsked;
    m_preview = {};
    m_count = new QFutureWatcher<DropPreview>(this);
    connect(m_count, &QFutureWatcherBase::resultReadyAt, this,
            [this](int index) { take(m_count->resultAt(index)); });
    connect(m_count, &QFutureWatcherBase::finished, this, &ImportQuestion::finish);
    m_count->setFuture(previewDrop(m_paths, leftOut));
    Q_EMIT changed();
}

void ImportQuestion::take(const DropPreview &preview)
{
    m_preview = preview;
    m_isAsked = m_isAsked || preview.files > m_mostUnasked;
    Q_EMIT changed();
}

void ImportQuestion::finish()
{
    m_isCounted = true;
    if (m_isAsked) {
        Q_EMIT changed();
    } else {
        accept();
    }
}

QString ImportQuestion::text() const
{
    return tr("Import %Ln file(s) from %1?", nullptr, static_cast<int>(m_preview.files))
        .arg(previewName(m_preview));
}

void ImportQuestion::accept()
{
    const QByteArrayList paths = end();
    Q_EMIT changed();
    if (!paths.isEmpty()) {
        Q_EMIT approved(paths);
    }
}

void ImportQuestion::decline()
{
    end();
    Q_EMIT changed();
}

/// Forgets the question; gives what it was about.
QByteArrayList ImportQuestion::end()
{
    if (m_count) {
        m_count->disconnect(this);
        m_count->cancel();
        std::exchange(m_count, nullptr)->deleteLater();
    }
    m_isAsked = false;
    m_isCounted = false;
    return std::exchange(m_paths, {});
}

QString previewName(const DropPreview &preview)
{
    return preview.names.size() > 1
               ? ImportQuestion::tr("%Ln item(s)", nullptr, static_cast<int>(preview.names.size()))
               : shownPath(preview.names.value(0));
}

} // namespace Microfiche
