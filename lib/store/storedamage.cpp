// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/checker_p.h"
#include "store/store_p.h"

#include <algorithm>

namespace Microfiche
{

void Store::Private::noteDamage()
{
    if (!isDamageTold.exchange(true)) {
        answer(*damage, SqlError::messageOf(SqlError::Kind::Damaged));
    }
}

void Store::Private::noteDamage(const std::exception &error)
{
    const auto *sqlError = dynamic_cast<const SqlError *>(&error);
    if (sqlError && sqlError->kind() == SqlError::Kind::Damaged) {
        noteDamage();
    }
}

QList<ArticleCard> Store::Private::noted(QList<ArticleCard> cards)
{
    if (std::any_of(cards.cbegin(), cards.cend(),
                    [](const ArticleCard &card) { return !card.problem.isEmpty(); })) {
        noteDamage();
    }
    return cards;
}

QFuture<QString> Store::damage() const
{
    return d->damage->future();
}

QFuture<bool> Store::glance()
{
    return d->read([this](Connection &archive) {
        const bool isSound = isSoundAtAGlance(archive);
        if (!isSound) {
            d->noteDamage();
        }
        return isSound;
    });
}

QFuture<CheckReport> Store::check()
{
    const auto promised = Private::promise<CheckReport>();
    d->writer.post([this, promised](Private::Writer &own) {
        CheckReport report;
        if (own.connection) {
            checkWords(*own.connection, report);
        } else if (d->isOpen) {
            report.areWordsChecked = false;
        } else {
            report.problems.append(Private::noArchive());
        }
        d->readers.post([this, promised, report](Private::Reader &reader) mutable {
            try {
                if (Connection *archive = d->connectionOf(reader)) {
                    checkRows(*archive, report);
                }
            } catch (const std::exception &error) {
                report.problems.append(QString::fromUtf8(error.what()));
            }
            Private::answer(*promised, std::move(report));
        });
    });
    return promised->future();
}

} // namespace Microfiche
