// SPDX-License-Identifier: GPL-3.0-or-later
// What the index is measured against: the loop that anyone would write by hand for just these
// clauses, over plain arrays.
#pragma once

#include "query/archiveindex.h"

#include <vector>

namespace Microfiche::Bench
{

/// What both are asked: ranges with both ends, and a few choices; empty ones ask for nothing.
struct PlainQuestion {
    std::optional<std::pair<qint64, qint64>> days; ///< Julian days, both included
    std::optional<std::pair<int, int>> qualities;  ///< both included
    std::vector<TopicId> topics;
    std::vector<ProviderId> providers;
};

struct PlainCounts {
    std::vector<int> days; ///< from the first day on; the last one is for none
    std::vector<int> qualities;
    std::vector<int> heats;
    std::vector<int> topics;    ///< by TopicId
    std::vector<int> providers; ///< by ProviderId, 0 for none
    std::vector<int> types;
    std::vector<ArticleId> ids; ///< newest first
};

class PlainLoop
{
public:
    void add(const IndexBatch &batch);
    void sortByDate(); ///< once, when all is added
    /// Every article that fits, and every count without the clause of its own field.
    PlainCounts answer(const PlainQuestion &question) const;

private:
    struct Row {
        ArticleId id = 0;
        qint64 time = 0;
        int day = -1; ///< Julian day, -1 for none
        int quality = -1;
        int heat = -1;
        int provider = 0;
        int type = 0;
        bool isMention = false;
        std::vector<TopicId> topics;
    };

    std::vector<Row> m_rows;
    std::vector<int> m_days;
    std::vector<int> m_qualities;
    std::vector<int> m_heats;
    std::vector<int> m_providers;
    std::vector<int> m_types;
    std::vector<quint8> m_mentions;
    std::vector<ArticleId> m_ids;
    std::vector<quint32> m_topicEnds; ///< of each row in m_topics
    std::vector<TopicId> m_topics;
    QHash<QString, int> m_typeNumbers;
    int m_firstDay = 0;
    PlainCounts m_zero; ///< as long as the counts must be
};

} // namespace Microfiche::Bench
