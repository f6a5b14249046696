// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/queryanswer.h"

#include <QCollator>
#include <QIODevice>

#include <memory>
#include <optional>
#include <vector>

namespace Microfiche
{

/// As a person sorts titles where they live.
QCollator titleCollator();
/// What tells collations apart: an order that was made by another one is none. Qt does not say
/// which version of the rules there is, so besides the locale it is the order of a few words that
/// people sort differently.
QByteArray collationName(const QCollator &collator);

/// What a title is sorted by; of titles that a person takes for the same, the older one comes
/// first.
struct TitleKey {
    QCollatorSortKey key;
    ArticleId id = 0;

    bool isBefore(const TitleKey &other) const
    {
        const int order = key.compare(other.key);
        return order != 0 ? order < 0 : id < other.id;
    }
};

/// Titles in heaps, of which each comes before the next one in the order, so that each can be
/// sorted by itself. What waits lies in a temporary file, or in memory where there can be none.
class TitleBuckets final
{
public:
    /// `sample` are keys of some of the titles: they tell where one heap ends and the next begins.
    TitleBuckets(const QCollator &collator, std::vector<TitleKey> sample, int buckets);

    void add(ArticleId id, const QByteArray &title);
    bool isEmpty() const { return m_next == m_buckets.size(); }
    /// The ids of the next heap, sorted. Nothing is added any more.
    std::vector<ArticleId> takeSorted();

private:
    struct Block {
        qint64 at = 0;
        qint64 size = 0;
        QByteArray kept; ///< if there is no room in the file
    };
    struct Bucket {
        QByteArray waiting;
        std::vector<Block> blocks;
    };

    void putAway(Bucket &bucket);
    QByteArray bytesOf(const Block &block);

    const QCollator &m_collator;
    std::vector<TitleKey> m_bounds; ///< the last one of each bucket but the last
    std::vector<Bucket> m_buckets;
    size_t m_next = 0; ///< to be taken
    std::unique_ptr<QIODevice> m_file;
    qint64 m_fileEnd = 0;
};

} // namespace Microfiche
