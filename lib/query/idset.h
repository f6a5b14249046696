// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/queryanswer.h"

#include <bit>
#include <initializer_list>
#include <memory>
#include <vector>

namespace Microfiche
{

/// The articles that a term holds of. Where it holds of many, a bit for each id that there is,
/// since a list of half a million ids takes milliseconds to make, to read and to free. Cheap to
/// copy.
class IdSet final
{
public:
    IdSet() = default;
    IdSet(QList<ArticleId> ascending)
        : m_list(std::move(ascending))
    {
    }
    IdSet(std::initializer_list<ArticleId> ascending)
        : m_list(ascending)
    {
    }
    /// Bit 0 of the first word is id 0, and so on.
    static IdSet ofBits(std::vector<quint64> bits);

    qsizetype size() const;
    bool contains(ArticleId id) const;
    QList<ArticleId> toList() const; ///< ascending
    /// The bits, if it has some.
    const std::vector<quint64> *bits() const { return m_bits.get(); }
    /// Whether it is known without a look at the ids that both are the same.
    bool isCopyOf(const IdSet &other) const;

    /// Calls `visit` with each id, ascending.
    template <typename Visit>
    void forEach(Visit visit) const
    {
        for (const ArticleId id : m_list) {
            visit(id);
        }
        for (size_t i = 0; m_bits && i < m_bits->size(); ++i) {
            for (quint64 word = (*m_bits)[i]; word != 0; word &= word - 1) {
                visit(ArticleId(i) * 64 + std::countr_zero(word));
            }
        }
    }

private:
    // One of both is empty.
    std::shared_ptr<const std::vector<quint64>> m_bits;
    QList<ArticleId> m_list;
};

} // namespace Microfiche
