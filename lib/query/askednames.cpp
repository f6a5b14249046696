// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/askednames.h"

#include <algorithm>

namespace Microfiche
{

AskedNames::AskedNames(const QStringList &names)
{
    for (const QString &name : names) {
        m_folded.insert(folded(name));
    }
    m_folded.remove(QString());
}

QString AskedNames::folded(const QString &name)
{
    static constexpr QLatin1String Web("www.");
    const QString folded = name.toCaseFolded();
    return folded.startsWith(Web) ? folded.mid(Web.size()) : folded;
}

QStringList AskedNames::foldedNames(const FacetCount &facet)
{
    QStringList names;
    for (const QString &name : QStringList{facet.name, facet.domain} + facet.aliases) {
        names.append(folded(name));
    }
    names.removeAll(QString());
    return names;
}

// Asked of every facet whenever a chart is brushed, mostly where no name is asked for.
bool AskedNames::mean(const FacetCount &facet) const
{
    if (m_folded.isEmpty()) {
        return false;
    }
    return contain(folded(facet.name)) || contain(folded(facet.domain)) ||
           std::any_of(facet.aliases.begin(), facet.aliases.end(),
                       [this](const QString &alias) { return contain(folded(alias)); });
}

} // namespace Microfiche
