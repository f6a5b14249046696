// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/list/citationkeys_p.h"

#include "export/list/listwriter_p.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;

constexpr qsizetype LongWord = 4; // "the" tells nothing

/// Without accents, in lower case; what is no letter or digit of ASCII parts words.
QStringList plainWords(const QString &text)
{
    static const QRegularExpression Accents(u"\\p{Mn}+"_s);
    static const QRegularExpression Others(u"[^a-z0-9]+"_s);
    return text.normalized(QString::NormalizationForm_KD)
        .remove(Accents)
        .toLower()
        .split(Others, Qt::SkipEmptyParts);
}

QString houseOf(const ArticleCard &card)
{
    QString domain = card.providerDomain;
    if (domain.startsWith("www."_L1)) {
        domain.remove(0, 4);
    }
    return plainWords(domain.isEmpty() ? card.providerName : domain).value(0);
}

QString firstLongWord(const QString &title)
{
    const QStringList words = plainWords(title);
    const auto isLong = [](const QString &word) { return word.size() >= LongWord; };
    const auto word = std::find_if(words.cbegin(), words.cend(), isLong);
    return word == words.cend() ? words.value(0) : *word;
}

} // namespace

QString CitationKeys::keyOf(const ArticleCard &card)
{
    const QString year =
        card.publishedAt ? QString::number(dayOf(*card.publishedAt).year()) : QString();
    QString key = houseOf(card) + year + firstLongWord(card.title);
    if (key.isEmpty()) {
        key = u"article%1"_s.arg(card.id);
    }
    const int number = ++m_given[key];
    return number == 1 ? key : u"%1-%2"_s.arg(key).arg(number);
}

} // namespace Microfiche
