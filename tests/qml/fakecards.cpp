// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakecards.h"

using namespace Qt::StringLiterals;

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
    card.articleId = number(u"articleId"_s, 1);
    card.title = text(u"title"_s, u"The ferry timetable that nobody dared to change"_s);
    card.excerpt = text(u"excerpt"_s, u"For forty years the boat left at seven past. Then somebody "
                                      "asked why, and the harbour had to look for an answer."_s);
    card.provider = text(u"provider"_s, u"Harbour Post"_s);
    card.domain = text(u"domain"_s, u"harbourpost.example"_s);
    card.initials = text(u"initials"_s, u"HP"_s);
    card.initial = card.initials.left(1);
    card.providerHue = fields.value(u"providerHue"_s, 0.4).toDouble();
    card.logo = text(u"logo"_s, {});
    card.picture = text(u"picture"_s, {});
    card.missingLogo = number(u"missingLogo"_s, 0);
    card.missingPicture = number(u"missingPicture"_s, 0);
    card.topicHue = fields.value(u"topicHue"_s, 0.035).toDouble();
    card.fiche = ficheName(card.topicHue, number(u"seed"_s, 7), card.initials);
    card.dateText = text(u"dateText"_s, u"24 Mar 2023"_s);
    card.momentText = text(u"momentText"_s, u"24 March 2023, 11:07 UTC"_s);
    card.quality = number(u"quality"_s, 87);
    card.heat = number(u"heat"_s, 324);
    card.relatedCount = number(u"relatedCount"_s, 8);
    nameFacts(card);
    card.citedCount = number(u"citedCount"_s, 3);
    card.isVideo = truth(u"isVideo"_s);
    card.isMention = truth(u"isMention"_s);
    card.isUnpublished = truth(u"isUnpublished"_s);
    card.isWithdrawn = truth(u"isWithdrawn"_s);
    card.isSeen = truth(u"isSeen"_s);
    card.isStarred = truth(u"isStarred"_s);
    card.typeText = text(u"typeText"_s, card.isVideo ? u"Video"_s : u"Article"_s);
    card.topics =
        fields.value(u"topics"_s, QStringList{u"Ferries"_s, u"Harbours"_s}).toStringList();
    card.spokenText = text(u"spokenText"_s, card.title + u", "_s + card.provider);
    return card;
}

} // namespace Microfiche
