// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"

#include <QObject>
#include <QSet>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// What a card shows, in the words it shows it in. A value; `isLoaded` false is a skeleton.
class Card
{
    Q_GADGET
    QML_VALUE_TYPE(articleCard)
    Q_PROPERTY(bool isLoaded MEMBER isLoaded CONSTANT)
    Q_PROPERTY(qint64 articleId MEMBER articleId CONSTANT)
    Q_PROPERTY(QString title MEMBER title CONSTANT)
    Q_PROPERTY(QString excerpt MEMBER excerpt CONSTANT)
    Q_PROPERTY(QString provider MEMBER provider CONSTANT)
    Q_PROPERTY(QString domain MEMBER domain CONSTANT)
    Q_PROPERTY(QString initials MEMBER initials CONSTANT)
    Q_PROPERTY(QString initial MEMBER initial CONSTANT)
    Q_PROPERTY(qreal providerHue MEMBER providerHue CONSTANT)
    Q_PROPERTY(QString logo MEMBER logo CONSTANT)
    Q_PROPERTY(QString picture MEMBER picture CONSTANT)
    Q_PROPERTY(double missingPicture READ missingPictureNumber CONSTANT)
    Q_PROPERTY(double missingLogo READ missingLogoNumber CONSTANT)
    Q_PROPERTY(qreal topicHue MEMBER topicHue CONSTANT)
    Q_PROPERTY(QString fiche MEMBER fiche CONSTANT)
    Q_PROPERTY(QString dateText MEMBER dateText CONSTANT)
    Q_PROPERTY(QString momentText MEMBER momentText CONSTANT)
    Q_PROPERTY(int quality MEMBER quality CONSTANT)
    Q_PROPERTY(QString qualityText MEMBER qualityText CONSTANT)
    Q_PROPERTY(QString qualityName MEMBER qualityName CONSTANT)
    Q_PROPERTY(int heat MEMBER heat CONSTANT)
    Q_PROPERTY(QString heatText MEMBER heatText CONSTANT)
    Q_PROPERTY(QString heatName MEMBER heatName CONSTANT)
    Q_PROPERTY(int relatedCount MEMBER relatedCount CONSTANT)
    Q_PROPERTY(QString relatedText MEMBER relatedText CONSTANT)
    Q_PROPERTY(QString relatedName MEMBER relatedName CONSTANT)
    Q_PROPERTY(int citedCount MEMBER citedCount CONSTANT)
    Q_PROPERTY(bool isVideo MEMBER isVideo CONSTANT)
    Q_PROPERTY(QString typeText MEMBER typeText CONSTANT)
    Q_PROPERTY(bool isMention MEMBER isMention CONSTANT)
    Q_PROPERTY(bool isUnpublished MEMBER isUnpublished CONSTANT)
    Q_PROPERTY(bool isWithdrawn MEMBER isWithdrawn CONSTANT)
    Q_PROPERTY(bool isSeen MEMBER isSeen CONSTANT)
    Q_PROPERTY(bool isStarred MEMBER isStarred CONSTANT)
    Q_PROPERTY(bool hasNote MEMBER hasNote CONSTANT)
    Q_PROPERTY(QStringList tags MEMBER tags CONSTANT)
    Q_PROPERTY(QList<int> tagIds MEMBER tagIds CONSTANT)
    Q_PROPERTY(QList<int> tagColors MEMBER tagColors CONSTANT)
    Q_PROPERTY(QStringList topics MEMBER topics CONSTANT)
    Q_PROPERTY(QString spokenText READ spoken CONSTANT)

public:
    bool isLoaded = false;
    qint64 articleId = 0;
    QString title;
    QString excerpt;
    QString provider;       ///< name, else domain
    QString domain;         ///< as it is safe to show
    QString initials;       ///< two letters for the placeholder, one of them upper case: "Co", "GR"
    QString initial;        ///< the first of them, upper case
    qreal providerHue = 0;  ///< 0..1, from the domain, for the letter that stands for a logo
    QString logo;           ///< image://picture/…; empty if there is none to show
    QString picture;        ///< image://picture/…; empty if there is none to show
    qint64 missingLogo = 0; ///< id of one that is named but not there; 0: none
    qint64 missingPicture = 0; ///< likewise
    qreal topicHue = 0;        ///< 0..1, from the first topic's name
    QString fiche;             ///< the placeholder, as ficheName() writes it
    QString dateText;          ///< "24 Mar 2023" or "Undated"
    QString momentText;        ///< "7 July 2023, 11:07 UTC" or "Undated"
    int quality = -1;          ///< -1: unrated
    QString qualityText;       ///< the number or "Unrated"
    QString qualityName;       ///< the same with what it is: "Quality 54"
    int heat = -1;             ///< -1: not measured
    QString heatText;
    QString heatName;
    int relatedCount = 0;
    QString relatedText;
    QString relatedName;
    int citedCount = 0;
    bool isVideo = false;
    QString typeText; ///< "Article", "Video", or what the file says; empty if nothing
    bool isMention = false;
    bool isUnpublished = false;
    bool isWithdrawn = false;
    bool isSeen = false;
    bool isStarred = false;
    bool hasNote = false;
    QList<TagId> tagIds;
    QStringList tags;     ///< their names, in alphabetical order; ArticleMarks knows them
    QList<int> tagColors; ///< of each name: which of the palette
    QStringList topics;
    QString spokenText; ///< for a screen reader: title, provider, date, quality, what else is true

    QString spoken() const; ///< the same with the marks
    double missingPictureNumber() const { return double(missingPicture); } ///< as QML has numbers
    double missingLogoNumber() const { return double(missingLogo); }       ///< as QML has numbers

    friend bool operator==(const Card &, const Card &) = default;
};

/// The card of what the store knows, texts made safe to lay out.
Card makeCard(const ArticleCard &article);

/// Notes that these pictures are there now; whether the card is another one for it.
bool takeArrived(Card &card, const QSet<qint64> &pictures);

/// Puts quality, heat and related count into words.
void nameFacts(Card &card);

/// A hue from 0 to 1 that a name always has; never a green.
qreal nameHue(const QString &name);

/// What image://fiche draws: HUE/SEED/LETTERS, the letters percent-encoded. The seed says how light
/// the frames are.
QString ficheName(qreal hue, int seed, const QString &letters);

/// Two letters that stand for a provider: of its two first words or capitals, else its first two.
QString providerInitials(const QString &name);

} // namespace Microfiche
