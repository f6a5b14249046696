// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paragraphmodel.h"

#include "article/displaytext.h"

#include <algorithm>

namespace Microfiche
{

namespace
{
constexpr qsizetype ShownAtOnce = 5;
constexpr qsizetype UsualLength = 800; ///< lines are gathered up to that
constexpr qsizetype MostLength = 2000; ///< and cut beyond that

qsizetype endOfPart(QStringView text)
{
    if (text.size() <= MostLength) {
        return text.size();
    }
    const qsizetype space = text.left(MostLength).lastIndexOf(u' ');
    const qsizetype end = space > 0 ? space + 1 : MostLength;
    return text.at(end - 1).isHighSurrogate() ? end - 1 : end;
}
} // namespace

QStringList paragraphsOf(const QString &text)
{
    QStringList parts;
    QString part;
    const auto close = [&] {
        if (!part.trimmed().isEmpty()) {
            parts << part;
        }
        part.clear();
    };
    const QString shown = displayText(text);
    for (QStringView line : QStringView(shown).split(u'\n')) {
        if (line.isEmpty() || part.size() + line.size() > UsualLength) {
            close();
        }
        while (!line.isEmpty()) {
            const qsizetype end = endOfPart(line);
            part += part.isEmpty() ? QString() : QStringLiteral("\n");
            part += line.left(end);
            line = line.mid(end);
            if (!line.isEmpty()) {
                close();
            }
        }
    }
    close();
    return parts;
}

int ParagraphModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown);
}

QVariant ParagraphModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    return role == TextRole || role == Qt::DisplayRole ? m_paragraphs.at(index.row()) : QVariant();
}

QHash<int, QByteArray> ParagraphModel::roleNames() const
{
    return {{TextRole, "text"}};
}

void ParagraphModel::setParagraphs(const QStringList &paragraphs)
{
    if (paragraphs == m_paragraphs) {
        return;
    }
    beginResetModel();
    m_paragraphs = paragraphs;
    m_shown = std::min(ShownAtOnce, m_paragraphs.size());
    endResetModel();
    Q_EMIT grown();
}

void ParagraphModel::showMore()
{
    if (isWhole()) {
        return;
    }
    const qsizetype shown = std::min(m_shown + ShownAtOnce, m_paragraphs.size());
    beginInsertRows({}, rowCount(), static_cast<int>(shown) - 1);
    m_shown = shown;
    endInsertRows();
    Q_EMIT grown();
}

} // namespace Microfiche
