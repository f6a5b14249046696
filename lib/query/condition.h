// SPDX-License-Identifier: GPL-3.0-or-later
// What can be asked of an article besides the clauses that charts and lists edit.
#pragma once

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Microfiche
{

/// Days of UTC, both included; an open end is absent.
struct DateRange {
    std::optional<QDate> from;
    std::optional<QDate> to;
    /// The days up to and with today, so many; `from` and `to` are absent then. A saved search
    /// keeps it as it stands, so that it goes along with the calendar.
    std::optional<int> lastDays = std::nullopt;

    bool isOpen() const { return !from && !to && !lastDays; }
    /// The same with `lastDays` counted back from `today`.
    DateRange onDay(QDate today) const;
    friend bool operator==(const DateRange &, const DateRange &) = default;
};

/// Scores, both included; an open end is absent.
struct ScoreRange {
    std::optional<int> from;
    std::optional<int> to;

    bool isOpen() const { return !from && !to; }
    friend bool operator==(const ScoreRange &, const ScoreRange &) = default;
};

/// What an article can be or have.
enum class ArticleState {
    Mention,
    Unpublished,
    Removed,
    Unread,
    Starred,
    WithPicture,
    WithRelated,
    WithBody,
    WithTag,
    WithNote
};

/// What only the store can judge: the text of articles, their addresses and their links. It answers
/// with ids.
struct StoreTerm {
    enum class Kind {
        Text,    ///< title, excerpt, provider or topics
        Title,   ///< the title alone
        Excerpt, ///< the excerpt alone
        Address, ///< the article of `text`, an address
        Cites,   ///< those that relate to `text`, an address
        CitedBy, ///< those that `text`, an address, relates to
        Picture, ///< those with the picture at `text`, or with one of the article at `text`: the
                 ///< same bytes, or one that looks the same
        Cited    ///< those that as many articles of the archive relate to as `count` says
    };

    Kind kind = Kind::Text;
    QString text; ///< words in this order, each as written, the last one perhaps going on
    ScoreRange count = {};
    bool isWhole = false; ///< of text: the last word does not go on

    friend bool operator==(const StoreTerm &, const StoreTerm &) = default;
};
size_t qHash(const StoreTerm &term, size_t seed = 0);

/// Of a term's text no more is looked at, in UTF-16 units.
inline constexpr qsizetype MaxTermCharacters = 256;
/// Whether the term is about text, but says no letter or digit: it holds of all, and nobody has to
/// be asked.
bool holdsOfAll(const StoreTerm &term);

/// One thing that must hold of an article, or several joined.
struct Condition {
    enum class Kind {
        All,      ///< every one of `parts`
        Any,      ///< one of `parts` or more
        Term,     ///< `term`
        State,    ///< `state`
        Date,     ///< `dates`, perhaps `takesMissing`
        Quality,  ///< `scores`, perhaps `takesMissing`
        Heat,     ///< `scores`, perhaps `takesMissing`
        Topic,    ///< any of `names`
        Provider, ///< any of `names`: domains or names
        Type,     ///< any of `names`
        Tag       ///< any of `names`
    };

    Kind kind = Kind::All;
    bool isNegated = false;
    QList<Condition> parts;
    StoreTerm term;
    ArticleState state = ArticleState::Mention;
    DateRange dates;
    ScoreRange scores;
    bool takesMissing = false; ///< those without a value too; with an open range only those
    QStringList names;

    friend bool operator==(const Condition &a, const Condition &b);
};

} // namespace Microfiche
