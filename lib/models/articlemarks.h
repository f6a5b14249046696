// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/card.h"
#include "store/store.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace Microfiche
{

/// What a person says of articles: seen, starred. The only way that marks go to the store. A mark
/// shows at once; one that could not be kept is taken back, and `problem` says so.
class ArticleMarks : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    explicit ArticleMarks(Store &store, QObject *parent = nullptr);

    Q_INVOKABLE void setSeen(qint64 articleId, bool isSeen);
    Q_INVOKABLE void setStarred(qint64 articleId, bool isStarred);

    /// The card with what was said since it was read.
    Card marked(Card card) const;
    QString problem() const { return m_problem; } ///< why the last mark could not be kept

Q_SIGNALS:
    void changed(qint64 articleId);
    void kept(const QList<Microfiche::IndexRow> &rows); ///< as they are now
    void problemChanged();

private:
    /// What was said last of an article; nothing of what nobody spoke of.
    struct Said {
        std::optional<bool> isSeen;
        std::optional<bool> isStarred;
    };

    std::optional<bool> &said(ArticleId id, Mark mark);
    void put(ArticleId id, Mark mark, bool isSet);
    void takeBack(ArticleId id, Mark mark, bool isSet);
    void setProblem(const QString &problem);

    Store &m_store;
    QHash<ArticleId, Said> m_said; ///< of this session: a card may have been read before it
    QString m_problem;
};

} // namespace Microfiche
