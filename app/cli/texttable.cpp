// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/texttable.h"

#include <algorithm>
#include <array>

namespace Microfiche
{

namespace
{

constexpr int Gap = 2;
constexpr int LeastLastColumn = 20;

struct Range {
    char32_t first;
    char32_t last;
};

/// East Asian Wide and Fullwidth, in the large.
constexpr std::array WideRanges{
    Range{0x1100, 0x115f},   Range{0x2e80, 0x303e},   Range{0x3041, 0x33ff},  Range{0x3400, 0x4dbf},
    Range{0x4e00, 0x9fff},   Range{0xa000, 0xa4cf},   Range{0xa960, 0xa97f},  Range{0xac00, 0xd7a3},
    Range{0xf900, 0xfaff},   Range{0xfe30, 0xfe6f},   Range{0xff00, 0xff60},  Range{0xffe0, 0xffe6},
    Range{0x1f300, 0x1f64f}, Range{0x1f900, 0x1f9ff}, Range{0x20000, 0x3fffd}};

int cellsOf(char32_t character)
{
    if (character < 0x300) {
        return 1;
    }
    switch (QChar::category(character)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format: return 0;
    default: break;
    }
    const bool isWide = std::any_of(WideRanges.begin(), WideRanges.end(), [=](const Range &range) {
        return character >= range.first && character <= range.last;
    });
    return isWide ? 2 : 1;
}

} // namespace

int cellCount(QStringView text)
{
    int cells = 0;
    const QList<uint> characters = text.toUcs4();
    for (const uint character : characters) {
        cells += cellsOf(character);
    }
    return cells;
}

QString fitted(const QString &text, int cells)
{
    if (cellCount(text) <= cells) {
        return text;
    }
    QString kept;
    int left = cells - 1;
    const QList<uint> characters = text.toUcs4();
    for (const char32_t character : characters) {
        left -= cellsOf(character);
        if (left < 0) {
            break;
        }
        kept += QString::fromUcs4(&character, 1);
    }
    return cells > 0 ? kept + u'…' : QString();
}

QString padded(const QString &text, int cells, Qt::Alignment alignment)
{
    const QString space(std::max(0, cells - cellCount(text)), u' ');
    return alignment & Qt::AlignRight ? space + text : text + space;
}

QStringList factLines(const QList<Fact> &facts)
{
    int names = 0;
    int values = 0;
    for (const auto &[name, value] : facts) {
        names = std::max(names, cellCount(name));
        values = std::max(values, cellCount(value));
    }
    QStringList lines;
    for (const auto &[name, value] : facts) {
        lines.append(padded(name, names) + QString(Gap, u' ') +
                     padded(value, values, Qt::AlignRight));
    }
    return lines;
}

TextTable::TextTable(QList<Column> columns, int width)
    : m_columns(std::move(columns))
{
    int left = width;
    for (qsizetype c = 0; c + 1 < m_columns.size(); ++c) {
        m_columns[c].width = std::max(m_columns[c].width, cellCount(m_columns[c].name));
        left -= m_columns[c].width + Gap;
    }
    m_columns.last().width = std::max(LeastLastColumn, left);
}

QString TextTable::header() const
{
    QStringList names;
    for (const Column &column : m_columns) {
        names.append(column.name);
    }
    return row(names);
}

QString TextTable::row(const QStringList &cells) const
{
    QStringList parts;
    for (qsizetype c = 0; c < m_columns.size(); ++c) {
        const QString cell = fitted(cells.value(c), m_columns[c].width);
        const bool isLast = c == m_columns.size() - 1;
        parts.append(isLast ? cell : padded(cell, m_columns[c].width, m_columns[c].alignment));
    }
    return parts.join(QString(Gap, u' '));
}

} // namespace Microfiche
