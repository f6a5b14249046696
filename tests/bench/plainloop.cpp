// SPDX-License-Identifier: GPL-3.0-or-later
#include "plainloop.h"

#include <algorithm>
#include <limits>

namespace Microfiche::Bench
{

namespace
{

enum Failure { Days = 1, Qualities = 2, Topics = 4, Providers = 8 };

/// Room for every value of `values` from 0, and for -1 at the end.
std::vector<int> zerosFor(const std::vector<int> &values)
{
    const auto most = std::max_element(values.begin(), values.end());
    return std::vector<int>(size_t(most == values.end() ? 0 : *most + 1) + 1, 0);
}

int &at(std::vector<int> &counts, int value)
{
    return value < 0 ? counts.back() : counts[size_t(value)];
}

bool isOneOf(const std::vector<int> &chosen, int value)
{
    return std::find(chosen.begin(), chosen.end(), value) != chosen.end();
}

} // namespace

void PlainLoop::add(const IndexBatch &batch)
{
    for (const IndexRow &row : batch.rows) {
        Row plain;
        plain.id = row.id;
        plain.time = row.publishedAt.value_or(std::numeric_limits<qint64>::min());
        plain.day = row.publishedAt ? int(julianDay(*row.publishedAt)) : -1;
        plain.quality = row.quality.value_or(-1);
        plain.heat = row.heat.value_or(-1);
        plain.provider = row.provider;
        plain.type = m_typeNumbers.value(row.type, int(m_typeNumbers.size()));
        m_typeNumbers.insert(row.type, plain.type);
        plain.isMention = row.isMention;
        plain.topics.assign(row.topics.begin(), row.topics.end());
        m_rows.push_back(std::move(plain));
    }
}

void PlainLoop::sortByDate()
{
    std::sort(m_rows.begin(), m_rows.end(),
              [](const Row &a, const Row &b) { return a.time > b.time; });
    m_firstDay = std::numeric_limits<int>::max();
    for (const Row &row : m_rows) {
        m_firstDay = row.day < 0 ? m_firstDay : std::min(m_firstDay, row.day);
    }
    for (const Row &row : m_rows) {
        m_ids.push_back(row.id);
        m_days.push_back(row.day < 0 ? -1 : row.day - m_firstDay);
        m_qualities.push_back(row.quality);
        m_heats.push_back(row.heat);
        m_providers.push_back(row.provider);
        m_types.push_back(row.type);
        m_mentions.push_back(row.isMention);
        m_topics.insert(m_topics.end(), row.topics.begin(), row.topics.end());
        m_topicEnds.push_back(quint32(m_topics.size()));
    }
    m_zero = {zerosFor(m_days),
              zerosFor(m_qualities),
              zerosFor(m_heats),
              zerosFor(m_topics),
              zerosFor(m_providers),
              zerosFor(m_types),
              {}};
    m_rows = {};
}

PlainCounts PlainLoop::answer(const PlainQuestion &question) const
{
    PlainCounts counts = m_zero;
    for (size_t row = 0; row < m_ids.size(); ++row) {
        if (m_mentions[row]) {
            continue;
        }
        const quint32 firstTopic = row == 0 ? 0 : m_topicEnds[row - 1];
        const quint32 lastTopic = m_topicEnds[row];
        int failures = 0;
        if (question.days) {
            const qint64 day = m_days[row] < 0 ? -1 : m_days[row] + m_firstDay;
            failures |= day < question.days->first || day > question.days->second ? Days : 0;
        }
        if (question.qualities) {
            const int quality = m_qualities[row];
            const bool fits =
                quality >= question.qualities->first && quality <= question.qualities->second;
            failures |= fits ? 0 : Qualities;
        }
        if (!question.topics.empty()) {
            bool fits = false;
            for (quint32 topic = firstTopic; topic < lastTopic && !fits; ++topic) {
                fits = isOneOf(question.topics, m_topics[topic]);
            }
            failures |= fits ? 0 : Topics;
        }
        if (!question.providers.empty()) {
            failures |= isOneOf(question.providers, m_providers[row]) ? 0 : Providers;
        }
        if ((failures & ~Days) == 0) {
            ++at(counts.days, m_days[row]);
        }
        if ((failures & ~Qualities) == 0) {
            ++at(counts.qualities, m_qualities[row]);
        }
        if ((failures & ~Topics) == 0) {
            for (quint32 topic = firstTopic; topic < lastTopic; ++topic) {
                ++at(counts.topics, m_topics[topic]);
            }
        }
        if ((failures & ~Providers) == 0) {
            ++at(counts.providers, m_providers[row]);
        }
        if (failures == 0) {
            ++at(counts.heats, m_heats[row]);
            ++at(counts.types, m_types[row]);
            counts.ids.push_back(m_ids[row]);
        }
    }
    return counts;
}

} // namespace Microfiche::Bench
