// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/showncard.h"

#include <array>
#include <utility>

namespace Microfiche
{

namespace
{

struct Part {
    bool (*differs)(const Card &, const Card &);
    void (ShownCard::*changed)();
};

template <auto Member>
bool differs(const Card &a, const Card &b)
{
    return a.*Member != b.*Member;
}

bool isSpokenOtherwise(const Card &a, const Card &b)
{
    return a.spoken() != b.spoken();
}

constexpr std::array Parts{
    Part{differs<&Card::isLoaded>, &ShownCard::isLoadedChanged},
    Part{differs<&Card::articleId>, &ShownCard::articleIdChanged},
    Part{differs<&Card::title>, &ShownCard::titleChanged},
    Part{differs<&Card::excerpt>, &ShownCard::excerptChanged},
    Part{differs<&Card::provider>, &ShownCard::providerChanged},
    Part{differs<&Card::initials>, &ShownCard::initialsChanged},
    Part{differs<&Card::initial>, &ShownCard::initialChanged},
    Part{differs<&Card::providerHue>, &ShownCard::providerHueChanged},
    Part{differs<&Card::logo>, &ShownCard::logoChanged},
    Part{differs<&Card::picture>, &ShownCard::pictureChanged},
    Part{differs<&Card::missingLogo>, &ShownCard::missingLogoChanged},
    Part{differs<&Card::missingPicture>, &ShownCard::missingPictureChanged},
    Part{differs<&Card::topicHue>, &ShownCard::topicHueChanged},
    Part{differs<&Card::fiche>, &ShownCard::ficheChanged},
    Part{differs<&Card::dateText>, &ShownCard::dateTextChanged},
    Part{differs<&Card::quality>, &ShownCard::qualityChanged},
    Part{differs<&Card::qualityText>, &ShownCard::qualityTextChanged},
    Part{differs<&Card::qualityName>, &ShownCard::qualityNameChanged},
    Part{differs<&Card::heat>, &ShownCard::heatChanged},
    Part{differs<&Card::heatText>, &ShownCard::heatTextChanged},
    Part{differs<&Card::heatName>, &ShownCard::heatNameChanged},
    Part{differs<&Card::relatedCount>, &ShownCard::relatedCountChanged},
    Part{differs<&Card::relatedText>, &ShownCard::relatedTextChanged},
    Part{differs<&Card::relatedName>, &ShownCard::relatedNameChanged},
    Part{differs<&Card::citedCount>, &ShownCard::citedCountChanged},
    Part{differs<&Card::isVideo>, &ShownCard::isVideoChanged},
    Part{differs<&Card::typeText>, &ShownCard::typeTextChanged},
    Part{differs<&Card::isMention>, &ShownCard::isMentionChanged},
    Part{differs<&Card::isUnpublished>, &ShownCard::isUnpublishedChanged},
    Part{differs<&Card::isWithdrawn>, &ShownCard::isWithdrawnChanged},
    Part{differs<&Card::isSeen>, &ShownCard::isSeenChanged},
    Part{differs<&Card::isStarred>, &ShownCard::isStarredChanged},
    Part{differs<&Card::hasNote>, &ShownCard::hasNoteChanged},
    Part{differs<&Card::tags>, &ShownCard::tagsChanged},
    Part{differs<&Card::tagColors>, &ShownCard::tagColorsChanged},
    Part{differs<&Card::topics>, &ShownCard::topicsChanged},
    Part{isSpokenOtherwise, &ShownCard::spokenTextChanged},
};

} // namespace

void ShownCard::setCard(const Card &card)
{
    Card next = card;
    if (!card.isLoaded) { // what is not seen need not be taken away
        next = m_card;
        next.isLoaded = false;
        next.articleId = card.articleId;
        next.spokenText = card.spokenText;
        next.isSeen = next.isStarred = next.hasNote = false; // which it would be read out with
        next.tags.clear();
        next.tagColors.clear();
    }
    const Card old = std::exchange(m_card, next);
    bool isOther = false;
    for (const Part &part : Parts) {
        if (part.differs(old, m_card)) {
            isOther = true;
            Q_EMIT(this->*part.changed)();
        }
    }
    if (isOther) {
        Q_EMIT cardChanged();
    }
}

} // namespace Microfiche
