// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/queryanswer.h"

#include <QSet>

namespace Microfiche
{

/// Topics, providers or types as a query names them. The one rule of what a name means: what goes
/// by it, in any case, whether it is the name, the domain or an alias; a www. before it is left
/// out.
class AskedNames
{
public:
    AskedNames() = default;
    explicit AskedNames(const QStringList &names);

    /// A name as it is compared with others.
    static QString folded(const QString &name);
    /// All that a facet goes by, folded.
    static QStringList foldedNames(const FacetCount &facet);

    bool contain(const QString &folded) const { return m_folded.contains(folded); }
    bool mean(const FacetCount &facet) const;

private:
    QSet<QString> m_folded; ///< none is empty
};

} // namespace Microfiche
