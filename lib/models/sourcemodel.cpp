// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sourcemodel.h"

#include "article/displaytext.h"

namespace Microfiche
{

namespace
{
// More lines than a person reads; the file itself is whole in the archive.
constexpr qsizetype MaxLines = 20'000;

// Spaces are part of what a file says, so they stay; an encrypted text may be one line of a
// megabyte, so that is cut.
QString shownLine(const QByteArray &bytes)
{
    const QByteArray line = bytes.endsWith('\r') ? bytes.chopped(1) : bytes;
    // No character has more than four bytes.
    QString text = QString::fromUtf8(line.left(4 * (MaxDisplayLine + 1)));
    const bool isCut = text.size() > MaxDisplayLine;
    if (isCut) {
        text.truncate(text.at(MaxDisplayLine - 1).isHighSurrogate() ? MaxDisplayLine - 1
                                                                    : MaxDisplayLine);
    }
    text = displayText(text);
    text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    return isCut ? text + QChar(0x2026) : text;
}
} // namespace

void SourceModel::show(const QString &title, const QByteArray &bytes, int markedLine,
                       const QString &note)
{
    beginResetModel();
    m_title = title;
    m_note = note;
    m_markedLine = markedLine;
    m_lines.clear();
    qsizetype start = 0;
    while (start < bytes.size() && m_lines.size() < MaxLines) {
        const qsizetype end = bytes.indexOf('\n', start);
        const qsizetype length = end < 0 ? bytes.size() - start : end - start;
        m_lines << shownLine(bytes.mid(start, length));
        start += length + 1;
    }
    m_isOpen = true;
    endResetModel();
    Q_EMIT changed();
}

void SourceModel::close()
{
    ++m_request;
    beginResetModel();
    m_lines.clear();
    m_isOpen = false;
    endResetModel();
    Q_EMIT changed();
}

int SourceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant SourceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
    case LineRole: return m_lines.at(index.row());
    case NumberRole: return index.row() + 1;
    case MarkedRole: return index.row() + 1 == m_markedLine;
    default: return {};
    }
}

QHash<int, QByteArray> SourceModel::roleNames() const
{
    return {{LineRole, "line"}, {NumberRole, "number"}, {MarkedRole, "marked"}};
}

} // namespace Microfiche
