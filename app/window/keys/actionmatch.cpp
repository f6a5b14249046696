// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/keys/actionmatch.h"

#include <QStringList>

#include <algorithm>

namespace Microfiche
{

namespace
{

bool beginsWord(const QString &typed, const QString &text)
{
    for (qsizetype at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + 1)) {
        if (at == 0 || !text.at(at - 1).isLetterOrNumber()) {
            return true;
        }
    }
    return false;
}

bool hasLettersInOrder(const QString &typed, const QString &text)
{
    qsizetype at = 0;
    return std::all_of(typed.cbegin(), typed.cend(), [&](QChar letter) {
        at = letter.isSpace() ? at : text.indexOf(letter, at) + 1;
        return letter.isSpace() || at > 0;
    });
}

} // namespace

QString foldedForSearch(const QString &text)
{
    QString folded = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    folded.removeIf([](QChar letter) { return letter.isMark(); });
    return folded.simplified();
}

std::optional<int> matchRank(const QString &typed, const QString &text)
{
    const QStringList words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto all = [&](auto isSo) { return std::all_of(words.cbegin(), words.cend(), isSo); };
    if (text.startsWith(typed)) {
        return 0;
    }
    if (all([&](const QString &word) { return beginsWord(word, text); })) {
        return 1;
    }
    if (all([&](const QString &word) { return text.contains(word); })) {
        return 2;
    }
    return hasLettersInOrder(typed, text) ? std::optional(StrewnRank) : std::nullopt;
}

} // namespace Microfiche
