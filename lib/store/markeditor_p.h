// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/markrecords.h"

namespace Microfiche
{

class Connection;

/// Carries out one edit of what a person says. Throws SqlError.
class MarkEditor final
{
public:
    explicit MarkEditor(Connection &connection);

    /// In a transaction of its own.
    MarkAnswer run(const MarkEdit &edit);

private:
    MarkEdit undoingOf(const PutMark &step);
    MarkEdit undoingOf(const PutTag &step);
    MarkEdit undoingOf(const PlaceTag &step);
    MarkEdit undoingOf(const DropTag &step);
    MarkEdit undoingOf(const MergeTag &step);
    MarkEdit undoingOf(const PutNote &step);

    std::optional<TagEntry> tag(TagId id);
    int colorOf(const TagEntry &wanted);
    QList<ArticleId> articlesOf(TagId tag);
    QList<ArticleId> withOrWithout(TagId tag, const QList<ArticleId> &ids, bool isWith);
    void place(TagId tag, const QList<ArticleId> &ids);
    void take(TagId tag, const QList<ArticleId> &ids);
    void removeEmptyMarks();

    Connection &m_connection;
    TagId m_tag = 0;                ///< of the newest PutTag
    QList<ArticleId> m_touched;     ///< whatever became of them
    bool m_isAnythingTaken = false; ///< so that an article may be left of which nothing is said
    bool m_haveTagsChanged = false;
};

// markreader.cpp
/// Whether the archive has tags and notes: one of an older program has not.
bool knowsTags(Connection &connection);
QList<TagEntry> readTags(Connection &connection);
/// Those that are there, in the order of their ids.
QList<MarkedRow> readMarkedRows(Connection &connection, const QList<ArticleId> &ascending);
QString readNote(Connection &connection, ArticleId id);
/// A JSON list, so that one statement answers for all.
QString idList(const QList<ArticleId> &ids);

} // namespace Microfiche
