// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runlabels.h"

#include "article/displaytext.h"
#include "models/numbers.h"

#include <QCoreApplication>
#include <QLocale>

namespace Microfiche
{

namespace
{
struct RunWords {
    Q_DECLARE_TR_FUNCTIONS(RunLabels)
};
} // namespace

void RunLabels::setAnswer(const Query &query, const QueryAnswer &answer)
{
    m_order = query.sort.key;
    m_providers.clear();
    if (m_order == SortKey::Provider) {
        for (const FacetCount &provider : answer.providers) {
            const QString &name = provider.name.isEmpty() ? provider.domain : provider.name;
            m_providers.insert(provider.id, displayLine(name));
        }
    }
}

QString RunLabels::day(qint64 key) const
{
    if (key == NoRunKey) {
        return RunWords::tr("Undated");
    }
    //: A day as a heading: 14 June 2021 (QDate::toString format)
    return QLocale().toString(QDate::fromJulianDay(key), RunWords::tr("d MMMM yyyy"));
}

QString RunLabels::month(qint64 key) const
{
    return key == NoRunKey ? RunWords::tr("Undated") : monthText(QDate::fromJulianDay(key));
}

QString RunLabels::provider(qint64 key) const
{
    return key == NoRunKey ? RunWords::tr("No provider") : m_providers.value(key);
}

} // namespace Microfiche
