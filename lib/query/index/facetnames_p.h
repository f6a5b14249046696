// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

#include <vector>

namespace Microfiche
{

/// The providers or the topics: their ids as small indexes, and what they may be called.
class FacetNames
{
public:
    using Index = quint32;
    static constexpr Index None = 0;

    struct Entry {
        int id = 0;
        bool isTold = false; ///< false: rows speak of it, but no batch has named it yet
        QString name;
        QString domain;
        QStringList folded; ///< all that it goes by, case folded
        qint64 logo = 0;
        QStringList aliases;
        int color = 0;
    };

    FacetNames();

    /// The index of `id`, made if there is none; None for 0.
    Index indexOf(int id);
    void tell(int id, const QString &name, const QString &domain = {},
              const QStringList &aliases = {}, qint64 logo = 0, int color = 0);
    /// As if no batch had named any.
    void forgetTold();
    Index count() const { return Index(m_entries.size()); }
    const Entry &at(Index index) const { return m_entries[index]; }
    /// All indexes but None by name, or domain if there is no name, those without either last.
    std::vector<Index> alphabetically() const;
    /// For each index whether it goes by one of `names`, in whatever case.
    std::vector<quint8> matching(const QStringList &names) const;

private:
    std::vector<Entry> m_entries;
    QHash<int, Index> m_indexes;
};

} // namespace Microfiche
