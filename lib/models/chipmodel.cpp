// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chipmodel.h"

#include "article/displaytext.h"
#include "models/numbers.h"

#include <algorithm>

namespace Microfiche
{

namespace
{
QString shortDay(const std::optional<QDate> &day)
{
    return day ? day->toString(QStringLiteral("yyyy-MM")) : QString();
}
} // namespace

QString dateRangeText(const Query &query)
{
    if (query.undated == Missing::Only) {
        return ChipModel::tr("Undated");
    }
    const auto &[from, to] = query.date;
    QString text;
    if (from && to) {
        text = *from == *to ? dayText(*from)
                            : ChipModel::tr("%1 – %2").arg(dayText(*from), dayText(*to));
    } else if (from) {
        text = ChipModel::tr("From %1").arg(dayText(*from));
    } else if (to) {
        text = ChipModel::tr("Until %1").arg(dayText(*to));
    } else {
        return {};
    }
    return query.undated == Missing::Included ? ChipModel::tr("%1, or undated").arg(text) : text;
}

QString qualityRangeText(const Query &query)
{
    if (query.unrated == Missing::Only) {
        return ChipModel::tr("Unrated");
    }
    const auto &[from, to] = query.quality;
    QString text;
    if (from && to) {
        text = *from == *to ? countText(*from)
                            : ChipModel::tr("%1 to %2").arg(countText(*from), countText(*to));
    } else if (from) {
        text = ChipModel::tr("%1 and up").arg(countText(*from));
    } else if (to) {
        text = ChipModel::tr("up to %1").arg(countText(*to));
    } else {
        return {};
    }
    return query.unrated == Missing::Included ? ChipModel::tr("%1, or unrated").arg(text) : text;
}

QList<ChipModel::Chip> ChipModel::chipsOf(const Query &query)
{
    QList<Chip> chips;
    for (const QString &topic : query.topics) {
        const QString label = displayLine(topic);
        chips << Chip{Clause::Topic, topic, label, label};
    }
    for (const QString &provider : query.providers) {
        const QString label = displayLine(provider);
        chips << Chip{Clause::Provider, provider, label, label};
    }
    if (query.filtersDate()) {
        const QString label = dateRangeText(query);
        const bool isRange = query.date.from && query.date.to;
        chips << Chip{Clause::Date, {}, label,
                      isRange ? tr("%1 – %2").arg(shortDay(query.date.from), shortDay(query.date.to))
                              : label};
    }
    if (query.filtersQuality()) {
        const bool isOnlyMissing = query.unrated == Missing::Only;
        const QString range = qualityRangeText(query);
        const bool isOpenEnded = query.quality.from && !query.quality.to;
        chips << Chip{Clause::Quality, {}, isOnlyMissing ? range : tr("Quality %1").arg(range),
                      isOpenEnded && !isOnlyMissing
                          ? tr("Quality %1+").arg(countText(*query.quality.from))
                          : (isOnlyMissing ? range : tr("Quality %1").arg(range))};
    }
    if (query.kinds == Kinds::Mentions) {
        chips << Chip{Clause::Kinds, {}, tr("Mentions"), tr("Mentions")};
    } else if (query.kinds == Kinds::Both) {
        chips << Chip{Clause::Kinds, {}, tr("Mentions too"), tr("Mentions too")};
    }
    if (query.unpublishedOnly) {
        chips << Chip{Clause::Unpublished, {}, tr("Unpublished"), tr("Unpublished")};
    }
    for (const QString &word : query.words) {
        const QString label = displayLine(word);
        chips << Chip{Clause::Word, word, label, label};
    }
    return chips;
}

void ChipModel::setQuery(const Query &query)
{
    QList<Chip> chips = chipsOf(query);
    const bool isSame = std::equal(chips.cbegin(), chips.cend(), m_chips.cbegin(), m_chips.cend(),
                                   [](const Chip &a, const Chip &b) { return a.says(b); });
    if (isSame) {
        return;
    }
    // Same clauses with other values keep their delegates: a brush drag rewrites labels, no more.
    const bool keepsClauses =
        std::equal(chips.cbegin(), chips.cend(), m_chips.cbegin(), m_chips.cend(),
                   [](const Chip &a, const Chip &b) { return a.clause == b.clause; });
    if (keepsClauses) {
        for (qsizetype i = 0; i < chips.size(); ++i) {
            chips[i].gain = m_chips.at(i).gain;
        }
        m_chips = std::move(chips);
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_chips = std::move(chips);
    endResetModel();
    Q_EMIT countChanged();
}

int ChipModel::gainWithout(Clause clause, const QueryAnswer &answer)
{
    const int now = static_cast<int>(answer.ids.size());
    switch (clause) {
    case Clause::Word: return answer.withoutWords - now;
    case Clause::Topic: return answer.withoutTopics - now;
    case Clause::Provider: return answer.withoutProviders - now;
    case Clause::Date: return answer.withoutDate - now;
    case Clause::Quality: return answer.withoutQuality - now;
    case Clause::Kinds:
    case Clause::Unpublished: return answer.withoutKinds - now;
    }
    return 0;
}

void ChipModel::setAnswer(const QueryAnswer &answer)
{
    // With two chips of one kind the answer only knows what both cost together; then none says it.
    for (Chip &chip : m_chips) {
        const auto alike = std::count_if(m_chips.cbegin(), m_chips.cend(), [&](const Chip &other) {
            return other.clause == chip.clause;
        });
        chip.gain = alike == 1 ? gainWithout(chip.clause, answer) : 0;
    }
    if (!m_chips.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {NoteRole});
    }
}

Query ChipModel::without(const Query &query, int row) const
{
    Query rest = query;
    if (row < 0 || row >= m_chips.size()) {
        return rest;
    }
    const Chip &chip = m_chips.at(row);
    switch (chip.clause) {
    case Clause::Word: rest.words.removeOne(chip.value); break;
    case Clause::Topic: rest.topics.removeOne(chip.value); break;
    case Clause::Provider: rest.providers.removeOne(chip.value); break;
    case Clause::Date:
        rest.date = {};
        rest.undated = Missing::Excluded;
        break;
    case Clause::Quality:
        rest.quality = {};
        rest.unrated = Missing::Excluded;
        break;
    case Clause::Kinds: rest.kinds = Kinds::Articles; break;
    case Clause::Unpublished: rest.unpublishedOnly = false; break;
    }
    return rest;
}

int ChipModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_chips.size());
}

QVariant ChipModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Chip &chip = m_chips.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole: return chip.label;
    case ShortLabelRole: return chip.shortLabel;
    case NoteRole:
        //: How many articles would come back without this filter
        return chip.gain > 0 ? tr("+%1").arg(countText(chip.gain)) : QString();
    default: return {};
    }
}

QHash<int, QByteArray> ChipModel::roleNames() const
{
    return {{LabelRole, "label"}, {ShortLabelRole, "shortLabel"}, {NoteRole, "note"}};
}

} // namespace Microfiche
