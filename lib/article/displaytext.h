// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Microfiche
{

/// The longest one-line text that is laid out; longer ones cost the interface thread its frame.
inline constexpr qsizetype MaxDisplayLine = 1000;

/// `text` made safe to lay out on one line: control, zero-width and line-breaking characters and
/// bidirectional overrides removed or turned into a space, at most 8 combining marks in a row,
/// cut at MaxDisplayLine. The stored text stays as it is. (RELIABILITY.md, T14, E12-E14, V01-V04)
QString displayLine(const QString &text);

/// The same for a text of paragraphs: line feeds stay, and nothing is cut.
QString displayText(const QString &text);

/// A path as it is safe to show: on one line, bytes that are no UTF-8 as \xHH.
QString shownPath(const QByteArray &path);

} // namespace Microfiche
