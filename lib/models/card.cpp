// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/card.h"

#include "article/displaytext.h"
#include "models/numbers.h"
#include "models/pictureaddress.h"

#include <QCoreApplication>
#include <QUrl>

#include <utility>

namespace Microfiche
{

namespace
{
struct CardWords {
    Q_DECLARE_TR_FUNCTIONS(Card)
};

// FNV-1a: the same for a name on every machine and in every version, which qHash is not.
quint32 stableHash(const QString &text)
{
    quint32 hash = 2166136261U;
    for (const char byte : text.toUtf8()) {
        hash = (hash ^ static_cast<quint8>(byte)) * 16777619U;
    }
    return hash;
}

// What is not there is asked for only as far as the user allows: see ShownPicture.
QString pictureSource(PictureId id, bool isCarried)
{
    return id > 0 && isCarried ? pictureAddress(id) : QString();
}

QString typeText(const QString &type)
{
    return type == QLatin1String("article") ? CardWords::tr("Article")
           : type == QLatin1String("video") ? CardWords::tr("Video")
                                            : displayLine(type);
}

QString spokenOf(const Card &card)
{
    QStringList parts{card.title, card.provider, card.dateText};
    if (card.isMention) {
        parts << CardWords::tr("mention, not in this archive");
    }
    parts << (card.quality < 0 ? card.qualityText
                               : CardWords::tr("quality %1").arg(card.qualityText));
    if (card.heat >= 0) {
        parts << CardWords::tr("heat %1").arg(card.heatText);
    }
    if (card.relatedCount > 0) {
        parts << CardWords::tr("%Ln related", nullptr, card.relatedCount);
    }
    if (card.isVideo) {
        parts << CardWords::tr("video");
    }
    if (card.isUnpublished) {
        parts << CardWords::tr("unpublished");
    }
    if (card.isWithdrawn) {
        parts << CardWords::tr("withdrawn");
    }
    parts.removeAll(QString()); // a mention may have no title
    return parts.join(QStringLiteral(", "));
}
} // namespace

bool takeArrived(Card &card, const QSet<qint64> &pictures)
{
    bool isOther = false;
    const auto take = [&](QString &source, qint64 &missing) {
        if (missing > 0 && pictures.contains(missing)) {
            source = pictureAddress(std::exchange(missing, 0));
            isOther = true;
        }
    };
    take(card.picture, card.missingPicture);
    take(card.logo, card.missingLogo);
    return isOther;
}

void nameFacts(Card &card)
{
    card.qualityText = card.quality < 0 ? CardWords::tr("Unrated") : countText(card.quality);
    card.qualityName =
        card.quality < 0 ? card.qualityText : CardWords::tr("Quality %1").arg(card.qualityText);
    card.heatText = card.heat < 0 ? QString() : countText(card.heat);
    card.heatName = card.heat < 0 ? QString() : CardWords::tr("Heat %1").arg(card.heatText);
    card.relatedText = card.relatedCount > 0 ? countText(card.relatedCount) : QString();
    card.relatedName = card.relatedCount > 0
                           ? CardWords::tr("%Ln related", nullptr, card.relatedCount)
                           : QString();
}

QString ficheName(qreal hue, int seed, const QString &letters)
{
    return QStringLiteral("%1/%2/%3")
        .arg(hue, 0, 'f', 3)
        .arg(seed)
        .arg(QString::fromLatin1(QUrl::toPercentEncoding(letters)));
}

QString Card::spoken() const
{
    QString text = spokenText;
    if (isStarred) {
        text += QStringLiteral(", ") + CardWords::tr("starred");
    }
    if (isSeen) {
        text += QStringLiteral(", ") + CardWords::tr("seen");
    }
    if (!tags.isEmpty()) {
        text +=
            QStringLiteral(", ") + CardWords::tr("tagged %1").arg(tags.join(QStringLiteral(", ")));
    }
    if (hasNote) {
        text += QStringLiteral(", ") + CardWords::tr("with a note");
    }
    return text;
}

qreal nameHue(const QString &name)
{
    constexpr quint32 firstGreen = 75;
    constexpr quint32 greens = 115;         // they are the user's own colour, and no archive's
    constexpr quint32 golden = 2654435761U; // 2^32 over the golden ratio: spreads what lies close
    const quint32 spread = (stableHash(name.toCaseFolded()) * golden) >> 16U;
    const quint32 hue = spread % (360 - greens);
    return static_cast<qreal>(hue < firstGreen ? hue : hue + greens) / 360.0;
}

QString providerInitials(const QString &name)
{
    QString capitals;
    bool atWord = true;
    for (const QChar c : name) {
        if (c.isLetterOrNumber() && (atWord || c.isUpper())) {
            capitals += c.toUpper();
        }
        atWord = !c.isLetterOrNumber();
    }
    if (capitals.size() >= 2) {
        return capitals.left(2);
    }
    QString letters;
    for (const QChar c : name) {
        if (c.isLetterOrNumber()) {
            letters += letters.isEmpty() ? c.toUpper() : c.toLower();
        }
        if (letters.size() == 2) {
            break;
        }
    }
    return letters;
}

namespace
{
// Nothing is said of what is not known: no date is not "Undated" here.
Card unreadableCard(const ArticleCard &article)
{
    Card card;
    card.isLoaded = true;
    card.articleId = article.id;
    card.title = CardWords::tr("Article %1 cannot be read").arg(article.id);
    card.excerpt = article.problem;
    card.spokenText = card.title + QStringLiteral(". ") + card.excerpt;
    return card;
}
} // namespace

Card makeCard(const ArticleCard &article)
{
    if (!article.problem.isEmpty() && article.key.isEmpty()) {
        return unreadableCard(article);
    }
    Card card;
    card.isLoaded = true;
    card.articleId = article.id;
    card.title = displayLine(article.title);
    card.excerpt = displayLine(article.problem + u' ' + article.excerpt);
    card.domain = article.providerDomain.isEmpty() ? knownHost(QUrl(article.key))
                                                   : displayLine(article.providerDomain);
    card.provider =
        article.providerName.isEmpty() ? card.domain : displayLine(article.providerName);
    card.initials = providerInitials(card.provider);
    card.initial = card.initials.left(1).toUpper();
    card.providerHue = nameHue(card.domain);
    card.logo = pictureSource(article.providerLogo, article.isLogoCarried);
    card.picture = pictureSource(article.picture, article.isPictureCarried);
    card.missingLogo = article.isLogoCarried ? 0 : article.providerLogo;
    card.missingPicture = article.isPictureCarried ? 0 : article.picture;
    for (const QString &topic : article.topics) {
        card.topics << displayLine(topic);
    }
    card.topicHue = nameHue(article.topics.value(0, card.domain));
    card.fiche = ficheName(card.topicHue, static_cast<int>(stableHash(article.key) & 0x7fffffff),
                           card.initials);
    if (article.publishedAt) {
        card.dateText = dayText(utcDay(*article.publishedAt));
        card.momentText = momentText(*article.publishedAt);
    } else {
        card.dateText = card.momentText = CardWords::tr("Undated");
    }
    card.quality = article.quality.value_or(-1);
    card.heat = article.heat.value_or(-1);
    card.relatedCount = article.relatedCount;
    nameFacts(card);
    card.citedCount = article.citedCount;
    card.isVideo = article.type == QLatin1String("video");
    card.typeText = typeText(article.type);
    card.isMention = article.isMention;
    card.isUnpublished = article.published == false;
    card.isWithdrawn = article.isRemoved;
    card.isSeen = article.isSeen;
    card.isStarred = article.isStarred;
    card.hasNote = article.hasNote;
    card.tagIds = article.tags;
    card.spokenText = spokenOf(card);
    return card;
}

} // namespace Microfiche
