// SPDX-License-Identifier: GPL-3.0-or-later
// What a person says of articles and mentions, and how it is changed: plain values.
#pragma once

#include "query/archiveindex.h"

#include <variant>

namespace Microfiche
{

/// What is said by a click.
enum class Mark { Seen, Starred };

/// Marks these since then, or takes the mark from them. Those that have it already, or have it not,
/// stay as they are.
struct PutMark {
    Mark mark = Mark::Seen;
    IdSet ids;
    UtcSeconds since = 0; ///< 0: not marked
};

/// Gives a tag this name and colour; it is made if there is none of this id. With id 0 it is the
/// tag of this name, in whatever case: one that is there stays as it is, else it is made. Without a
/// colour (-1) it gets the one that the fewest have.
struct PutTag {
    TagEntry tag;
};

/// Puts a tag on these, or takes it from them.
struct PlaceTag {
    TagId tag = 0; ///< 0: the one that the PutTag before it is about
    IdSet ids;
    bool isPlaced = true;
};

/// Takes a tag from all that have it, and deletes it.
struct DropTag {
    TagId tag = 0;
};

/// What has the tag `from` has the tag `into` afterwards, and `from` is deleted.
struct MergeTag {
    TagId from = 0;
    TagId into = 0;
};

/// What a person wrote of an article, as it was written; empty: nothing.
struct PutNote {
    ArticleId id = 0;
    QString text;
};

using MarkStep = std::variant<PutMark, PutTag, PlaceTag, DropTag, MergeTag, PutNote>;

/// One change of what a person says, in this order; all of it is kept or nothing. Ids that are not
/// there are left out.
using MarkEdit = QList<MarkStep>;

/// What came of it.
struct MarkAnswer {
    MarkEdit undoing;      ///< brings back what was there before; it is undone in its turn
    QList<MarkedRow> rows; ///< all that were named or have changed, as they are now
    std::optional<QList<TagEntry>> tags; ///< all there are, if any has come, gone or changed
};

/// A tag's name as it is kept: one line without blanks around it, and not without end. Names that
/// differ in case only are the same.
QString tagName(const QString &typed);
inline constexpr qsizetype MaxTagName = 100;
/// Tags have colours from 0 to below this.
inline constexpr int TagColors = 8;

} // namespace Microfiche
