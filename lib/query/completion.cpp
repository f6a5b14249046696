// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/completion.h"

#include "query/text/querylexer_p.h"
#include "query/text/querymessages_p.h"
#include "query/text/queryquoting_p.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

/// A value of a key that is no name.
struct Value {
    QLatin1String text;
    QString hint;
};

QString stateHint(ArticleState state)
{
    switch (state) {
    case ArticleState::Unread: return QueryMessages::tr("not opened yet");
    case ArticleState::Starred: return QueryMessages::tr("starred");
    case ArticleState::Mention: return QueryMessages::tr("known only from related entries");
    case ArticleState::Unpublished: return QueryMessages::tr("held back by its publisher");
    case ArticleState::Removed: return QueryMessages::tr("withdrawn by its publisher");
    case ArticleState::WithPicture: return QueryMessages::tr("has a picture");
    case ArticleState::WithRelated: return QueryMessages::tr("has related articles");
    case ArticleState::WithBody: return QueryMessages::tr("has a text of its own");
    case ArticleState::WithTag: return QueryMessages::tr("has a tag");
    case ArticleState::WithNote: return QueryMessages::tr("has a note");
    }
    return {};
}

QList<Value> valuesOf(QueryKey key)
{
    QList<Value> values;
    for (const StateName &name : StateNames) {
        if (name.key == key) {
            values.append({name.name, name.isNegated ? QueryMessages::tr("opened already")
                                                     : stateHint(name.state)});
        }
    }
    switch (key) {
    case QueryKey::Is:
        values.insert(4, {QueryValues::Any, QueryMessages::tr("articles and mentions")});
        break;
    case QueryKey::Sort:
        values = {{QLatin1String("date"), QueryMessages::tr("newest first")},
                  {QLatin1String("-date"), QueryMessages::tr("oldest first")},
                  {QLatin1String("quality"), QueryMessages::tr("highest first")},
                  {QLatin1String("heat"), QueryMessages::tr("highest first")},
                  {QLatin1String("title"), QueryMessages::tr("A to Z")},
                  {QLatin1String("provider"), QueryMessages::tr("A to Z")}};
        break;
    case QueryKey::Date:
        values = {{QueryValues::Today, {}},
                  {QLatin1String("last-7-days"), {}},
                  {QLatin1String("last-30-days"), {}},
                  {QLatin1String("last-365-days"), {}},
                  {QueryValues::None, QueryMessages::tr("undated")}};
        break;
    case QueryKey::Quality: values = {{QueryValues::None, QueryMessages::tr("unrated")}}; break;
    case QueryKey::Heat: values = {{QueryValues::None, QueryMessages::tr("unmeasured")}}; break;
    default: break;
    }
    return values;
}

/// Gathers what could stand at one place of a text.
class Completer
{
public:
    Completer(const QString &text, const QueryCursor &cursor)
        : m_text(text)
        , m_cursor(cursor)
    {
    }

    void addKeys();
    void addValues(QueryKey key);
    /// Names of one kind; `key` stands before them unless it is there already.
    void addNames(QueryKey key, const QList<FacetCount> &names);
    QList<Completion> mostFirst(int limit);

private:
    /// What is found, and how many articles speak for it.
    struct Found {
        Completion completion;
        std::optional<int> count; ///< of a name
    };

    bool isNegated() const;
    void add(const Completion &completion, std::optional<int> count, bool isWhole);

    const QString &m_text;
    const QueryCursor &m_cursor;
    QList<Found> m_found;
};

bool Completer::isNegated() const
{
    return m_cursor.position > 0 && m_text.at(m_cursor.position - 1) == u'-';
}

void Completer::addKeys()
{
    for (int i = 0; i < QueryKeyCount; ++i) {
        const auto key = QueryKey(i);
        const QString text = queryKeyText(key);
        if (text.startsWith(m_cursor.text, Qt::CaseInsensitive)) {
            const bool isRange =
                key == QueryKey::Date || key == QueryKey::Quality || key == QueryKey::Heat;
            const QString counted =
                isRange && !isNegated() ? u'-' + text + QueryValues::None : QString();
            add({text, queryKeyHint(key), 0, 0, text, counted}, {}, false);
        }
    }
}

void Completer::addValues(QueryKey key)
{
    for (const Value &value : valuesOf(key)) {
        if (QString(value.text).startsWith(m_cursor.text, Qt::CaseInsensitive)) {
            const QString counted = key == QueryKey::Sort ? QString() : QString(value.text);
            add({value.text, value.hint, 0, 0, value.text, counted}, {}, true);
        }
    }
}

void Completer::addNames(QueryKey key, const QList<FacetCount> &names)
{
    const QString before = m_cursor.key ? QString() : QString(queryKeyText(key));
    for (const FacetCount &name : names) {
        const QString label = name.name.isEmpty() ? name.domain : name.name;
        const QString value = name.domain.isEmpty() ? name.name : name.domain;
        const bool isLike =
            hasWordLike(label, m_cursor.text) || hasWordLike(name.domain, m_cursor.text) ||
            std::any_of(name.aliases.begin(), name.aliases.end(),
                        [this](const QString &alias) { return hasWordLike(alias, m_cursor.text); });
        if (isLike && !value.isEmpty() && !m_cursor.before.contains(value, Qt::CaseInsensitive)) {
            const QString asked = before + itemText(value);
            add({label, name.domain, 0, 0, asked, asked}, name.count, true);
        }
    }
}

/// `isWhole`: nothing more is to be typed there, so that a space may follow.
void Completer::add(const Completion &completion, std::optional<int> count, bool isWhole)
{
    Completion placed = completion;
    placed.position = m_cursor.position;
    placed.length = m_cursor.length;
    const qsizetype end = m_cursor.position + m_cursor.length;
    const QChar next = end < m_text.size() ? m_text.at(end) : QChar(u' ');
    const bool isFollowed = next == u',' || next == u')';
    if (isWhole && !isFollowed) {
        placed.replacement += u' ';
        placed.length += end < m_text.size() && next.isSpace() ? 1 : 0;
        placed.counted += placed.counted.isEmpty() ? QString() : QStringLiteral(" ");
    }
    m_found.append({placed, count});
}

/// Keys and values as they stand, then names by falling count, of as many by falling total.
QList<Completion> Completer::mostFirst(int limit)
{
    std::stable_sort(m_found.begin(), m_found.end(), [](const Found &a, const Found &b) {
        return a.count && b.count ? *a.count > *b.count : !a.count && b.count;
    });
    QList<Completion> first;
    for (const Found &found : m_found.mid(0, std::max(0, limit))) {
        first.append(found.completion);
    }
    return first;
}

} // namespace

QList<Completion> completions(const QString &text, qsizetype cursor, const QueryAnswer &known,
                              int limit)
{
    const QueryCursor place = queryCursor(text, cursor);
    Completer completer(text, place);
    const auto takesNames = [&](QueryKey key) {
        return place.key == key || (!place.key && !place.text.isEmpty());
    };
    if (place.key) {
        completer.addValues(*place.key);
    } else {
        completer.addKeys();
    }
    if (takesNames(QueryKey::Topic)) {
        completer.addNames(QueryKey::Topic, known.topics);
    }
    if (takesNames(QueryKey::Provider)) {
        completer.addNames(QueryKey::Provider, known.providers);
    }
    if (takesNames(QueryKey::Type)) {
        completer.addNames(QueryKey::Type, known.types);
    }
    if (takesNames(QueryKey::Tag)) {
        completer.addNames(QueryKey::Tag, known.tags);
    }
    return completer.mostFirst(limit);
}

QString textWithout(const QString &text, qsizetype cursor)
{
    const QueryCursor place = queryCursor(text, cursor);
    const bool isNegated = place.position > 0 && text.at(place.position - 1) == u'-';
    QString rest = text;
    return rest.remove(place.position - (isNegated ? 1 : 0), place.length + (isNegated ? 1 : 0));
}

bool hasWordLike(const QString &name, const QString &start)
{
    for (qsizetype at = 0; (at = name.indexOf(start, at, Qt::CaseInsensitive)) >= 0; ++at) {
        if (at == 0 || !name.at(at - 1).isLetterOrNumber()) {
            return true;
        }
    }
    return false;
}

} // namespace Microfiche
