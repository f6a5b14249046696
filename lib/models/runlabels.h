// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/archiveindex.h"

#include <QHash>

namespace Microfiche
{

/// What the keys of an answer's runs are called.
class RunLabels
{
public:
    void setAnswer(const Query &query, const QueryAnswer &answer);

    SortKey order() const { return m_order; }
    QString day(qint64 key) const;      ///< "14 June 2021", "Undated"
    QString month(qint64 key) const;    ///< "June 2021", "Undated"
    QString provider(qint64 key) const; ///< its name, else its domain; "No provider"

private:
    SortKey m_order = SortKey::Date;
    QHash<qint64, QString> m_providers;
};

} // namespace Microfiche
