// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/queryargument.h"

#include "query/querytext.h"

#include <algorithm>
#include <array>

namespace Microfiche
{

namespace
{

struct TextKey {
    QLatin1String text;
    bool takesList;
};

/// Whose values may hold a space; behind any other key it ends the value.
constexpr std::array TextKeys{
    TextKey{QLatin1String("title:"), false}, TextKey{QLatin1String("excerpt:"), false},
    TextKey{QLatin1String("topic:"), true},  TextKey{QLatin1String("provider:"), true},
    TextKey{QLatin1String("type:"), true},
};

const TextKey *textKeyAtStart(QStringView text)
{
    const auto found = std::find_if(TextKeys.begin(), TextKeys.end(), [text](const TextKey &key) {
        return text.startsWith(key.text, Qt::CaseInsensitive);
    });
    return found == TextKeys.end() ? nullptr : &*found;
}

/// Whether a query of this text asks for words and nothing else: a clause, an OR or a minus says
/// that a whole query stands in one argument.
bool isOfWordsAlone(const QString &text)
{
    const auto read = parseQuery(text);
    const auto *query = std::get_if<Query>(&read);
    if (!query || namesOrder(text)) {
        return false;
    }
    Query ofWords;
    ofWords.words = query->words;
    return *query == ofWords;
}

QString quoted(const QString &text)
{
    return u'"' + text + u'"';
}

QString requoted(const QString &argument)
{
    const qsizetype start = argument.startsWith(u'-') ? 1 : 0;
    const TextKey *key = textKeyAtStart(QStringView(argument).mid(start));
    if (!key || argument.contains(u'"')) {
        return argument;
    }
    const qsizetype end = start + key->text.size();
    const QString value = argument.mid(end).trimmed();
    const bool hasSpace =
        std::any_of(value.cbegin(), value.cend(), [](QChar c) { return c.isSpace(); });
    if (!hasSpace || !isOfWordsAlone(value)) {
        return argument;
    }
    QStringList items;
    for (const QString &item : key->takesList ? value.split(u',') : QStringList{value}) {
        items.append(quoted(item.trimmed()));
    }
    return argument.left(end) + items.join(u',');
}

} // namespace

QueryArgument queryOf(const QStringList &arguments)
{
    QStringList parts;
    for (const QString &argument : arguments) {
        parts.append(requoted(argument));
    }
    const QString quoted = parts.join(u' ');
    return {arguments.size() == 1 ? arguments.constFirst() : quoted, quoted};
}

} // namespace Microfiche
