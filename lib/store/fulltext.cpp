// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fulltext_p.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;

bool isUnspaced(char32_t character)
{
    if (character < 0x2e80) { // everything before the CJK blocks, and most of what is read
        return false;
    }
    switch (QChar::script(character)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana: return true;
    default: return false;
    }
}

QString quoted(QString text, bool isWhole)
{
    return u'"' + text.replace(u'"', R"("")"_L1) + (isWhole ? "\""_L1 : "\" *"_L1);
}

} // namespace

QString segmented(const QString &text)
{
    if (std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() >= 0x2e80; })) {
        return {};
    }
    QString apart;
    bool hasAny = false;
    const QList<uint> characters = text.toUcs4();
    for (const char32_t character : characters) {
        const QString written = QString::fromUcs4(&character, 1);
        hasAny = hasAny || isUnspaced(character);
        apart += isUnspaced(character) ? u' ' + written + u' ' : written;
    }
    return hasAny ? apart : QString();
}

QString searchedText(const QString &text)
{
    QString searched = text.left(MaxTermCharacters);
    if (!searched.isEmpty() && searched.back().isHighSurrogate()) {
        searched.chop(1);
    }
    const QString apart = segmented(searched);
    if (!apart.isNull()) {
        searched = apart.trimmed();
    }
    return searched.remove(QChar::Null);
}

bool isWholeAsked(const StoreTerm &term)
{
    return term.isWhole && term.text.size() <= MaxTermCharacters;
}

QString matchExpression(const StoreTerm &term, const QString &searched)
{
    const bool isApart = !segmented(term.text).isNull();
    const QString phrase = quoted(searched, isWholeAsked(term));
    switch (term.kind) {
    case StoreTerm::Kind::Title: return (isApart ? "segmented : "_L1 : "title : "_L1) + phrase;
    case StoreTerm::Kind::Excerpt: return (isApart ? "segmented : "_L1 : "excerpt : "_L1) + phrase;
    default: return phrase;
    }
}

} // namespace Microfiche
