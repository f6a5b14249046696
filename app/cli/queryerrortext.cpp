// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/queryerrortext.h"

#include "cli/texttable.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

constexpr QChar Ellipsis = u'…';

bool isShown(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return false;
    default: return true;
    }
}

/// Safe to show, and every character where it was: displayLine() would move the mark.
QString inPlace(QString text)
{
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return !isShown(c); }, QChar(u' '));
    return text;
}

/// What stands before the mark; of a text that is too long only the end.
QString lead(const QString &text, qsizetype position, int width)
{
    QString before = text.left(position);
    if (cellCount(text) <= width) {
        return before;
    }
    QString end = before.right(width / 3); // in cells at most twice that
    if (!end.isEmpty() && end.front().isLowSurrogate()) {
        end.remove(0, 1);
    }
    return end.size() < before.size() ? Ellipsis + end : before;
}

} // namespace

QString queryErrorText(const QString &text, const QueryError &error, int width)
{
    const QString shown = inPlace(text);
    const QString before = lead(shown, error.position, width);
    const int indent = cellCount(before);
    const int marked = cellCount(shown.mid(error.position, error.length));
    const QString line = fitted(before + shown.mid(error.position), width);
    const QString carets(std::clamp(marked, 1, std::max(1, width - indent)), u'^');
    return line + u'\n' + QString(indent, u' ') + carets + u'\n' + error.message;
}

} // namespace Microfiche
