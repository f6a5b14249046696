// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"

#include <QHash>

namespace Microfiche
{

/// Names by which a text cites articles, such as `ign2023rogue`: ASCII letters and digits, each
/// given once in a list.
class CitationKeys final
{
public:
    QString keyOf(const ArticleCard &card);

private:
    QHash<QString, int> m_given;
};

} // namespace Microfiche
