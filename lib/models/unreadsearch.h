// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archiveanswers.h"
#include "models/articlelistmodel.h"
#include "models/inquiry.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace Microfiche
{

/// Finds the next article of the list that is not seen yet, among a million if need be: the index
/// is asked, for the list knows the cards near those in sight alone.
class UnreadSearch : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")

public:
    UnreadSearch(ArchiveAnswers &answers, ArticleListModel &articles, ArticleMarks &marks,
                 QObject *parent = nullptr);

    /// The first one behind `row`, or before it; from the first or last on with -1. Answered by
    /// found() or none(), unless another search or another list comes first.
    Q_INVOKABLE void seek(int row, bool isForward);
    /// The list is an answer of the index now. The cards that are seen before there is one are the
    /// newest of many that the index has yet to read: what is sought meanwhile waits for it.
    void begin();

Q_SIGNALS:
    void found(qint64 articleId);
    void none(bool isForward);

private:
    struct Wish {
        ArticleId from = 0; ///< 0: from the first or last on
        bool isForward = true;
    };

    void seekFrom(qsizetype row, bool isForward);
    void take(qsizetype row, bool isForward);

    ArchiveAnswers &m_answers;
    ArticleListModel &m_articles;
    ArticleMarks &m_marks;
    Inquiry m_inquiry;
    bool m_hasBegun = false;
    std::optional<Wish> m_waiting; ///< the newest
};

} // namespace Microfiche
