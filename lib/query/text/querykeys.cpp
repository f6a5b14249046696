// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/text/querykeys_p.h"

#include "query/text/querymessages_p.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

constexpr std::array<QLatin1String, QueryKeyCount> KeyTexts{
    QLatin1String("title:"),    QLatin1String("excerpt:"),  QLatin1String("topic:"),
    QLatin1String("provider:"), QLatin1String("type:"),     QLatin1String("tag:"),
    QLatin1String("date:"),     QLatin1String("quality:"),  QLatin1String("heat:"),
    QLatin1String("is:"),       QLatin1String("has:"),      QLatin1String("url:"),
    QLatin1String("cites:"),    QLatin1String("cited-by:"), QLatin1String("cited:"),
    QLatin1String("picture:"),  QLatin1String("sort:"),
};

constexpr qsizetype LongestKey = 12; // with slips

/// How many letters were left out, put in, swapped with their neighbour or typed wrong.
int slipsBetween(const QString &typed, QLatin1String key)
{
    std::array<std::array<int, LongestKey + 1>, LongestKey + 1> slips{};
    for (qsizetype i = 0; i <= typed.size(); ++i) {
        for (qsizetype j = 0; j <= key.size(); ++j) {
            int &least = slips.at(i).at(j);
            if (i == 0 || j == 0) {
                least = int(i + j);
                continue;
            }
            const bool isSame = typed.at(i - 1) == key.at(j - 1);
            least = std::min({slips.at(i - 1).at(j) + 1, slips.at(i).at(j - 1) + 1,
                              slips.at(i - 1).at(j - 1) + (isSame ? 0 : 1)});
            if (i > 1 && j > 1 && typed.at(i - 1) == key.at(j - 2) &&
                typed.at(i - 2) == key.at(j - 1)) {
                least = std::min(least, slips.at(i - 2).at(j - 2) + 1);
            }
        }
    }
    return slips.at(typed.size()).at(key.size());
}

/// One letter left out or typed wrong makes another word of a short key: hat, head and data mean
/// themselves. So does what begins with another letter: fingers rarely slip on the first.
bool isMeant(const QString &typed, QLatin1String key)
{
    constexpr qsizetype shortKey = 4;
    constexpr qsizetype longKey = 7;
    if (key.size() < shortKey || typed.at(0) != key.at(0)) {
        return false;
    }
    const QString right = key;
    const bool isOtherWord = key.size() == shortKey &&
                             (typed.size() < right.size() ||
                              (typed.size() == right.size() &&
                               !std::is_permutation(typed.cbegin(), typed.cend(), right.cbegin())));
    return !isOtherWord && slipsBetween(typed, key) <= (key.size() >= longKey ? 2 : 1);
}

} // namespace

std::optional<QueryKey> queryKeyMeant(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon < 4 || colon > LongestKey || colon + 1 == text.size() || text.at(colon + 1) == u'/') {
        return {};
    }
    const QString typed = text.left(colon).toString().toLower();
    for (size_t i = 0; i < KeyTexts.size(); ++i) {
        if (isMeant(typed, KeyTexts.at(i).chopped(1))) {
            return QueryKey(i);
        }
    }
    return {};
}

QLatin1String queryKeyText(QueryKey key)
{
    return KeyTexts[size_t(key)];
}

std::optional<QueryKey> queryKeyAtStart(QStringView text)
{
    const auto found = std::find_if(KeyTexts.begin(), KeyTexts.end(), [text](QLatin1String key) {
        return text.startsWith(key, Qt::CaseInsensitive);
    });
    return found == KeyTexts.end() ? std::nullopt
                                   : std::optional(QueryKey(found - KeyTexts.begin()));
}

bool takesList(QueryKey key)
{
    switch (key) {
    case QueryKey::Title:
    case QueryKey::Excerpt:
    case QueryKey::Url:
    case QueryKey::Cites:
    case QueryKey::CitedBy:
    case QueryKey::Picture: return false;
    default: return true;
    }
}

QString queryKeyHint(QueryKey key)
{
    switch (key) {
    case QueryKey::Title: return QueryMessages::tr("words in the title");
    case QueryKey::Excerpt: return QueryMessages::tr("words in the excerpt");
    case QueryKey::Topic: return QueryMessages::tr("any of these topics");
    case QueryKey::Provider: return QueryMessages::tr("any of these domains or names");
    case QueryKey::Type: return QueryMessages::tr("any of these types");
    case QueryKey::Tag: return QueryMessages::tr("any of your tags");
    case QueryKey::Date: return QueryMessages::tr("a day, a month, a year or a range");
    case QueryKey::Quality: return QueryMessages::tr("a score or a range, such as 80..");
    case QueryKey::Heat: return QueryMessages::tr("a heat or a range, such as 80..");
    case QueryKey::Is: return QueryMessages::tr("unread, seen, starred, a mention and more");
    case QueryKey::Has:
        return QueryMessages::tr("a picture, related articles, a body, a tag or a note");
    case QueryKey::Url: return QueryMessages::tr("the article at this address");
    case QueryKey::Cites: return QueryMessages::tr("relates to this address");
    case QueryKey::CitedBy: return QueryMessages::tr("this address relates to it");
    case QueryKey::Cited: return QueryMessages::tr("how many articles relate to it");
    case QueryKey::Picture:
        return QueryMessages::tr("has the picture at this address, or this article's");
    case QueryKey::Sort: return QueryMessages::tr("the order");
    }
    return {};
}

QString neededMessage(QueryKey key)
{
    switch (key) {
    case QueryKey::Title: return QueryMessages::tr("title: needs a word. Write title:ferry.");
    case QueryKey::Excerpt: return QueryMessages::tr("excerpt: needs a word. Write excerpt:ferry.");
    case QueryKey::Topic:
        return QueryMessages::tr("topic: needs a name. Write topic:\"AI Hardware\".");
    case QueryKey::Provider:
        return QueryMessages::tr("provider: needs a domain or a name. Write provider:wsj.com.");
    case QueryKey::Type: return QueryMessages::tr("type: needs a name. Write type:video.");
    case QueryKey::Tag: return QueryMessages::tr("tag: needs a name. Write tag:\"to read\".");
    case QueryKey::Date:
        return QueryMessages::tr("date: needs a day, a month or a year. Write date:2023-07.");
    case QueryKey::Quality:
        return QueryMessages::tr("quality: needs a score. Write quality:80.. for 80 and up.");
    case QueryKey::Heat:
        return QueryMessages::tr("heat: needs a number. Write heat:80.. for 80 and up.");
    case QueryKey::Is:
        return QueryMessages::tr(
            "is: needs unread, seen, starred, mention, any, unpublished or removed. Write "
            "is:mention.");
    case QueryKey::Has:
        return QueryMessages::tr(
            "has: needs picture, related, body, tag or note. Write has:picture.");
    case QueryKey::Url:
        return QueryMessages::tr("url: needs an address. Write url:https://example.com/page.");
    case QueryKey::Cites:
        return QueryMessages::tr("cites: needs an address. Write cites:https://example.com/page.");
    case QueryKey::CitedBy:
        return QueryMessages::tr(
            "cited-by: needs an address. Write cited-by:https://example.com/page.");
    case QueryKey::Cited:
        return QueryMessages::tr("cited: needs a number. Write cited:>=5 for 5 and up.");
    case QueryKey::Picture:
        return QueryMessages::tr(
            "picture: needs an address. Write picture:https://example.com/page.");
    case QueryKey::Sort:
        return QueryMessages::tr(
            "sort: needs date, quality, heat, title or provider. Write sort:date.");
    }
    return {};
}

bool isWord(QStringView text, QLatin1String word)
{
    return text.compare(word, Qt::CaseInsensitive) == 0;
}

} // namespace Microfiche
