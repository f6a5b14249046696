// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/index/facetnames_p.h"

#include "query/askednames.h"

#include <algorithm>
#include <tuple>

namespace Microfiche
{

FacetNames::FacetNames()
    : m_entries(1)
    , m_indexes{{0, None}}
{
}

FacetNames::Index FacetNames::indexOf(int id)
{
    const auto found = m_indexes.constFind(id);
    if (found != m_indexes.constEnd()) {
        return *found;
    }
    const Index index = count();
    m_entries.push_back({id, false, {}, {}, {}, 0, {}, 0});
    m_indexes.insert(id, index);
    return index;
}

void FacetNames::tell(int id, const QString &name, const QString &domain,
                      const QStringList &aliases, qint64 logo, int color)
{
    if (const Index index = indexOf(id); index != None) {
        QStringList folded;
        for (const QString &known : QStringList{name, domain} + aliases) {
            folded.append(AskedNames::folded(known));
        }
        m_entries[index] = {id, true, name, domain, folded, logo, aliases, color};
    }
}

void FacetNames::forgetTold()
{
    for (Entry &entry : m_entries) {
        entry = {entry.id, false, {}, {}, {}, 0, {}, 0};
    }
}

std::vector<FacetNames::Index> FacetNames::alphabetically() const
{
    std::vector<QString> shown(m_entries.size());
    std::vector<Index> indexes;
    for (Index index = 1; index < count(); ++index) {
        const Entry &entry = m_entries[index];
        shown[index] = (entry.name.isEmpty() ? entry.domain : entry.name).toCaseFolded();
        indexes.push_back(index);
    }
    const auto key = [&](Index index) {
        const Entry &entry = m_entries[index];
        return std::tuple(shown[index].isEmpty(), QStringView(shown[index]),
                          QStringView(entry.domain), entry.id);
    };
    std::sort(indexes.begin(), indexes.end(), [&](Index a, Index b) { return key(a) < key(b); });
    return indexes;
}

std::vector<quint8> FacetNames::matching(const QStringList &names) const
{
    const AskedNames wanted(names);
    std::vector<quint8> matches(m_entries.size(), 0);
    for (Index index = 1; index < count(); ++index) {
        const QStringList &folded = m_entries[index].folded;
        matches[index] = std::any_of(folded.begin(), folded.end(), [&wanted](const QString &name) {
            return wanted.contain(name);
        });
    }
    return matches;
}

} // namespace Microfiche
