// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the query language and the words that stand behind them.
#pragma once

#include "query/query.h"

#include <array>

namespace Microfiche
{

enum class QueryKey {
    Title,
    Excerpt,
    Topic,
    Provider,
    Type,
    Tag,
    Date,
    Quality,
    Heat,
    Is,
    Has,
    Url,
    Cites,
    CitedBy,
    Cited,
    Picture,
    Sort
};
inline constexpr int QueryKeyCount = 17;

/// `quality:` and so on.
QLatin1String queryKeyText(QueryKey key);
/// The key that `text` begins with, in any case.
std::optional<QueryKey> queryKeyAtStart(QStringView text);
/// The key that `text`, which begins with none, was most likely to begin with: a slip of the finger
/// or two away, with something right behind its colon.
std::optional<QueryKey> queryKeyMeant(QStringView text);
/// Whether several items may stand behind it, by comma; else a comma is text like any other.
bool takesList(QueryKey key);
/// What the key is for, in a few words.
QString queryKeyHint(QueryKey key);
/// What to say where nothing stands behind the key.
QString neededMessage(QueryKey key);

/// What may stand behind a key besides numbers, days and names.
namespace QueryValues
{
inline constexpr QLatin1String None("none");
inline constexpr QLatin1String Any("any");
inline constexpr QLatin1String Today("today");
} // namespace QueryValues

/// A state and how it is asked for: `is:mention`, `has:picture`.
struct StateName {
    ArticleState state;
    QueryKey key;
    QLatin1String name;
    bool isNegated = false; ///< it is asked for by what it is not
};
inline constexpr std::array StateNames{
    StateName{ArticleState::Unread, QueryKey::Is, QLatin1String("unread")},
    StateName{ArticleState::Unread, QueryKey::Is, QLatin1String("seen"), true},
    StateName{ArticleState::Starred, QueryKey::Is, QLatin1String("starred")},
    StateName{ArticleState::Mention, QueryKey::Is, QLatin1String("mention")},
    StateName{ArticleState::Unpublished, QueryKey::Is, QLatin1String("unpublished")},
    StateName{ArticleState::Removed, QueryKey::Is, QLatin1String("removed")},
    StateName{ArticleState::WithPicture, QueryKey::Has, QLatin1String("picture")},
    StateName{ArticleState::WithRelated, QueryKey::Has, QLatin1String("related")},
    StateName{ArticleState::WithBody, QueryKey::Has, QLatin1String("body")},
    StateName{ArticleState::WithTag, QueryKey::Has, QLatin1String("tag")},
    StateName{ArticleState::WithNote, QueryKey::Has, QLatin1String("note")},
};

bool isWord(QStringView text, QLatin1String word);

} // namespace Microfiche
