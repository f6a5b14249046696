// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakecards.h"

namespace Microfiche
{

Card FakeCards::card(const QVariantMap &fields) const
{
    const auto text = [&fields](const QString &name, const QString &otherwise) {
        return fields.value(name, otherwise).toString();
    };
    const auto number = [&fields](const QString &name, int otherwise) {
        return fields.value(name, otherwise).toInt();
    };
    const auto truth = [&fields](const QString &name) { return fields.value(name).toBool(); };

    Card card;
    card.isLoaded = true;
    card.articleId = number(u"articleId"_qs, 1);
    card.title = text(u"title"_qs, u"The ferry timetable that nobody dared to change"_qs);
    card.excerpt =
        text(u"excerpt"_qs, u"For forty years the boat left at seven past. Then somebody "
                            "asked why, and the harbour had to look for an answer."_qs);
    card.provider = text(u"provider"_qs, u"Harbour Post"_qs);
    card.domain = text(u"domain"_qs, u"harbourpost.example"_qs);
    card.initials = text(u"initials"_qs, u"HP"_qs);
    card.providerHue = fields.value(u"providerHue"_qs, 0.4).toDouble();
    card.logo = text(u"logo"_qs, {});
    card.picture = text(u"picture"_qs, {});
    card.topicHue = fields.value(u"topicHue"_qs, 0.035).toDouble();
    card.seed = number(u"seed"_qs, 7);
    card.dateText = text(u"dateText"_qs, u"24 Mar 2023"_qs);
    card.momentText = text(u"momentText"_qs, u"24 March 2023, 11:07 UTC"_qs);
    card.quality = number(u"quality"_qs, 87);
    card.qualityText = card.quality < 0 ? u"Unrated"_qs : QString::number(card.quality);
    card.heat = number(u"heat"_qs, 324);
    card.heatText = card.heat < 0 ? QString() : QString::number(card.heat);
    card.relatedCount = number(u"relatedCount"_qs, 8);
    card.citedCount = number(u"citedCount"_qs, 3);
    card.isVideo = truth(u"isVideo"_qs);
    card.isMention = truth(u"isMention"_qs);
    card.isUnpublished = truth(u"isUnpublished"_qs);
    card.isWithdrawn = truth(u"isWithdrawn"_qs);
    card.topics =
        fields.value(u"topics"_qs, QStringList{u"Ferries"_qs, u"Harbours"_qs}).toStringList();
    card.spokenText = text(u"spokenText"_qs, card.title + u", "_qs + card.provider);
    return card;
}

} // namespace Microfiche
