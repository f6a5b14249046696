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
    Q_PROPERTY(Microfiche::Card card READ card WRITE setCard NOTIFY cardChanged FINAL)
    Q_PROPERTY(bool isLoaded READ isLoaded NOTIFY isLoadedChanged FINAL)
    Q_PROPERTY(qint64 articleId READ articleId NOTIFY articleIdChanged FINAL)
    Q_PROPERTY(QString title READ title NOTIFY titleChanged FINAL)
    Q_PROPERTY(QString excerpt READ excerpt NOTIFY excerptChanged FINAL)
    Q_PROPERTY(QString provider READ provider NOTIFY providerChanged FINAL)
    Q_PROPERTY(QString initials READ initials NOTIFY initialsChanged FINAL)
    Q_PROPERTY(QString initial READ initial NOTIFY initialChanged FINAL)
    Q_PROPERTY(qreal providerHue READ providerHue NOTIFY providerHueChanged FINAL)
    Q_PROPERTY(QString logo READ logo NOTIFY logoChanged FINAL)
    Q_PROPERTY(QString picture READ picture NOTIFY pictureChanged FINAL)
    Q_PROPERTY(double missingLogo READ missingLogo NOTIFY missingLogoChanged FINAL)
    Q_PROPERTY(double missingPicture READ missingPicture NOTIFY missingPictureChanged FINAL)
    Q_PROPERTY(qreal topicHue READ topicHue NOTIFY topicHueChanged FINAL)
    Q_PROPERTY(QString fiche READ fiche NOTIFY ficheChanged FINAL)
    Q_PROPERTY(QString dateText READ dateText NOTIFY dateTextChanged FINAL)
    Q_PROPERTY(int quality READ quality NOTIFY qualityChanged FINAL)
    Q_PROPERTY(QString qualityText READ qualityText NOTIFY qualityTextChanged FINAL)
    Q_PROPERTY(QString qualityName READ qualityName NOTIFY qualityNameChanged FINAL)
    Q_PROPERTY(int heat READ heat NOTIFY heatChanged FINAL)
    Q_PROPERTY(QString heatText READ heatText NOTIFY heatTextChanged FINAL)
    Q_PROPERTY(QString heatName READ heatName NOTIFY heatNameChanged FINAL)
    Q_PROPERTY(int relatedCount READ relatedCount NOTIFY relatedCountChanged FINAL)
    Q_PROPERTY(QString relatedText READ relatedText NOTIFY relatedTextChanged FINAL)
    Q_PROPERTY(QString relatedName READ relatedName NOTIFY relatedNameChanged FINAL)
    Q_PROPERTY(int citedCount READ citedCount NOTIFY citedCountChanged FINAL)
    Q_PROPERTY(bool isVideo READ isVideo NOTIFY isVideoChanged FINAL)
    Q_PROPERTY(QString typeText READ typeText NOTIFY typeTextChanged FINAL)
    Q_PROPERTY(bool isMention READ isMention NOTIFY isMentionChanged FINAL)
    Q_PROPERTY(bool isUnpublished READ isUnpublished NOTIFY isUnpublishedChanged FINAL)
    Q_PROPERTY(bool isWithdrawn READ isWithdrawn NOTIFY isWithdrawnChanged FINAL)
    Q_PROPERTY(bool isSeen READ isSeen NOTIFY isSeenChanged FINAL)
    Q_PROPERTY(bool isStarred READ isStarred NOTIFY isStarredChanged FINAL)
    Q_PROPERTY(bool hasNote READ hasNote NOTIFY hasNoteChanged FINAL)
    Q_PROPERTY(QStringList tags READ tags NOTIFY tagsChanged FINAL)
    Q_PROPERTY(QList<int> tagColors READ tagColors NOTIFY tagColorsChanged FINAL)
    Q_PROPERTY(QStringList topics READ topics NOTIFY topicsChanged FINAL)
    Q_PROPERTY(QString spokenText READ spokenText NOTIFY spokenTextChanged FINAL)

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
    const QString &initial() const { return m_card.initial; }
    qreal providerHue() const { return m_card.providerHue; }
    const QString &logo() const { return m_card.logo; }
    const QString &picture() const { return m_card.picture; }
    // As QML has numbers.
    double missingLogo() const { return double(m_card.missingLogo); }
    double missingPicture() const { return double(m_card.missingPicture); }
    qreal topicHue() const { return m_card.topicHue; }
    const QString &fiche() const { return m_card.fiche; }
    const QString &dateText() const { return m_card.dateText; }
    int quality() const { return m_card.quality; }
    const QString &qualityText() const { return m_card.qualityText; }
    const QString &qualityName() const { return m_card.qualityName; }
    int heat() const { return m_card.heat; }
    const QString &heatText() const { return m_card.heatText; }
    const QString &heatName() const { return m_card.heatName; }
    int relatedCount() const { return m_card.relatedCount; }
    const QString &relatedText() const { return m_card.relatedText; }
    const QString &relatedName() const { return m_card.relatedName; }
    int citedCount() const { return m_card.citedCount; }
    bool isVideo() const { return m_card.isVideo; }
    const QString &typeText() const { return m_card.typeText; }
    bool isMention() const { return m_card.isMention; }
    bool isUnpublished() const { return m_card.isUnpublished; }
    bool isWithdrawn() const { return m_card.isWithdrawn; }
    bool isSeen() const { return m_card.isSeen; }
    bool isStarred() const { return m_card.isStarred; }
    bool hasNote() const { return m_card.hasNote; }
    const QStringList &tags() const { return m_card.tags; }
    const QList<int> &tagColors() const { return m_card.tagColors; }
    const QStringList &topics() const { return m_card.topics; }
    QString spokenText() const { return m_card.spoken(); }

Q_SIGNALS:
    void cardChanged();
    void isLoadedChanged();
    void articleIdChanged();
    void titleChanged();
    void excerptChanged();
    void providerChanged();
    void initialsChanged();
    void initialChanged();
    void providerHueChanged();
    void logoChanged();
    void pictureChanged();
    void missingLogoChanged();
    void missingPictureChanged();
    void topicHueChanged();
    void ficheChanged();
    void dateTextChanged();
    void qualityChanged();
    void qualityTextChanged();
    void qualityNameChanged();
    void heatChanged();
    void heatTextChanged();
    void heatNameChanged();
    void relatedCountChanged();
    void relatedTextChanged();
    void relatedNameChanged();
    void citedCountChanged();
    void isVideoChanged();
    void typeTextChanged();
    void isMentionChanged();
    void isUnpublishedChanged();
    void isWithdrawnChanged();
    void isSeenChanged();
    void isStarredChanged();
    void hasNoteChanged();
    void tagsChanged();
    void tagColorsChanged();
    void topicsChanged();
    void spokenTextChanged();

private:
    Card m_card;
};

} // namespace Microfiche
