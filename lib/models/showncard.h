// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/card.h"

#include <QObject>

namespace Microfiche
{

/// A card for a delegate that shows one after the other: tells of each part by itself, so that only
/// what is different is laid out anew. A value in QML would be copied for every word read from it,
/// which for a page of cards takes longer than a frame. Of a skeleton only `isLoaded`, `articleId`
/// and `spokenText` mean anything.
class ShownCard : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Microfiche::Card card READ card WRITE setCard NOTIFY cardChanged)
    Q_PROPERTY(bool isLoaded READ isLoaded NOTIFY isLoadedChanged)
    Q_PROPERTY(qint64 articleId READ articleId NOTIFY articleIdChanged)
    Q_PROPERTY(QString title READ title NOTIFY titleChanged)
    Q_PROPERTY(QString excerpt READ excerpt NOTIFY excerptChanged)
    Q_PROPERTY(QString provider READ provider NOTIFY providerChanged)
    Q_PROPERTY(QString initials READ initials NOTIFY initialsChanged)
    Q_PROPERTY(qreal providerHue READ providerHue NOTIFY providerHueChanged)
    Q_PROPERTY(QString logo READ logo NOTIFY logoChanged)
    Q_PROPERTY(QString picture READ picture NOTIFY pictureChanged)
    Q_PROPERTY(qreal topicHue READ topicHue NOTIFY topicHueChanged)
    Q_PROPERTY(int seed READ seed NOTIFY seedChanged)
    Q_PROPERTY(QString dateText READ dateText NOTIFY dateTextChanged)
    Q_PROPERTY(int quality READ quality NOTIFY qualityChanged)
    Q_PROPERTY(QString qualityText READ qualityText NOTIFY qualityTextChanged)
    Q_PROPERTY(int heat READ heat NOTIFY heatChanged)
    Q_PROPERTY(QString heatText READ heatText NOTIFY heatTextChanged)
    Q_PROPERTY(int relatedCount READ relatedCount NOTIFY relatedCountChanged)
    Q_PROPERTY(int citedCount READ citedCount NOTIFY citedCountChanged)
    Q_PROPERTY(bool isVideo READ isVideo NOTIFY isVideoChanged)
    Q_PROPERTY(QString typeText READ typeText NOTIFY typeTextChanged)
    Q_PROPERTY(bool isMention READ isMention NOTIFY isMentionChanged)
    Q_PROPERTY(bool isUnpublished READ isUnpublished NOTIFY isUnpublishedChanged)
    Q_PROPERTY(bool isWithdrawn READ isWithdrawn NOTIFY isWithdrawnChanged)
    Q_PROPERTY(QStringList topics READ topics NOTIFY topicsChanged)
    Q_PROPERTY(QString spokenText READ spokenText NOTIFY spokenTextChanged)

public:
    using QObject::QObject;

    const Card &card() const { return m_card; }
    void setCard(const Card &card);

    // As in Card
    bool isLoaded() const { return m_card.isLoaded; }
    qint64 articleId() const { return m_card.articleId; }
    const QString &title() const { return m_card.title; }
    const QString &excerpt() const { return m_card.excerpt; }
    const QString &provider() const { return m_card.provider; }
    const QString &initials() const { return m_card.initials; }
    qreal providerHue() const { return m_card.providerHue; }
    const QString &logo() const { return m_card.logo; }
    const QString &picture() const { return m_card.picture; }
    qreal topicHue() const { return m_card.topicHue; }
    int seed() const { return m_card.seed; }
    const QString &dateText() const { return m_card.dateText; }
    int quality() const { return m_card.quality; }
    const QString &qualityText() const { return m_card.qualityText; }
    int heat() const { return m_card.heat; }
    const QString &heatText() const { return m_card.heatText; }
    int relatedCount() const { return m_card.relatedCount; }
    int citedCount() const { return m_card.citedCount; }
    bool isVideo() const { return m_card.isVideo; }
    const QString &typeText() const { return m_card.typeText; }
    bool isMention() const { return m_card.isMention; }
    bool isUnpublished() const { return m_card.isUnpublished; }
    bool isWithdrawn() const { return m_card.isWithdrawn; }
    const QStringList &topics() const { return m_card.topics; }
    const QString &spokenText() const { return m_card.spokenText; }

Q_SIGNALS:
    void cardChanged();
    void isLoadedChanged();
    void articleIdChanged();
    void titleChanged();
    void excerptChanged();
    void providerChanged();
    void initialsChanged();
    void providerHueChanged();
    void logoChanged();
    void pictureChanged();
    void topicHueChanged();
    void seedChanged();
    void dateTextChanged();
    void qualityChanged();
    void qualityTextChanged();
    void heatChanged();
    void heatTextChanged();
    void relatedCountChanged();
    void citedCountChanged();
    void isVideoChanged();
    void typeTextChanged();
    void isMentionChanged();
    void isUnpublishedChanged();
    void isWithdrawnChanged();
    void topicsChanged();
    void spokenTextChanged();

private:
    Card m_card;
};

} // namespace Microfiche
