// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/articlefacts.h"
#include "models/articlemarks.h"
#include "models/cardlistmodel.h"
#include "models/desktop.h"
#include "models/inquiry.h"
#include "models/paragraphmodel.h"
#include "models/sourcemodel.h"
#include "store/store.h"

#include <QObject>

#include <functional>

namespace Microfiche
{

/// The article in the detail pane, its neighbours, and the way one came through.
class OpenArticle : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")
    Q_PROPERTY(qint64 articleId READ articleId NOTIFY opened)
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY opened)
    Q_PROPERTY(Microfiche::Card card READ card NOTIFY changed)
    Q_PROPERTY(Microfiche::ParagraphModel *body READ body CONSTANT)
    Q_PROPERTY(QString host READ host NOTIFY changed)
    Q_PROPERTY(bool hasAmp READ hasAmp NOTIFY changed)
    Q_PROPERTY(QString pictureTitle READ pictureTitle NOTIFY changed)
    Q_PROPERTY(int pictureCount READ pictureCount NOTIFY changed)
    Q_PROPERTY(qreal pictureRatio READ pictureRatio NOTIFY changed)
    Q_PROPERTY(QList<Microfiche::ArticleFact> facts READ facts NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(bool hasSource READ hasSource NOTIFY changed)
    Q_PROPERTY(Microfiche::CardListModel *related READ related CONSTANT)
    Q_PROPERTY(Microfiche::CardListModel *citing READ citing CONSTANT)
    Q_PROPERTY(Microfiche::SourceModel *source READ source CONSTANT)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY opened)
    Q_PROPERTY(bool canGoForward READ canGoForward NOTIFY opened)
    Q_PROPERTY(bool isRevisited READ isRevisited NOTIFY opened)
    Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged)

public:
    /// What is opened, here or on its page, is marked as seen.
    OpenArticle(Store &store, ArticleMarks &marks, Desktop &desktop, QObject *parent = nullptr);

    ArticleId articleId() const { return m_id; }
    bool isOpen() const { return m_id > 0; }
    const Card &card() const { return m_card; }
    ParagraphModel *body() { return &m_body; }
    QString host() const; ///< of the original page, as it is safe to show
    bool hasAmp() const;
    QString pictureTitle() const;
    int pictureCount() const { return static_cast<int>(m_detail.pictures.size()); }
    qreal pictureRatio() const; ///< height to width of the first picture, 0 if not known
    QList<ArticleFact> facts() const { return factsOf(m_detail); }
    QString note() const; ///< the user's own, as it was typed
    bool hasSource() const { return !m_detail.files.isEmpty(); }
    CardListModel *related() { return &m_related; }
    CardListModel *citing() { return &m_citing; }
    SourceModel *source() { return &m_source; }
    bool canGoBack() const { return !m_back.isEmpty(); }
    bool canGoForward() const { return !m_forward.isEmpty(); }
    bool isRevisited() const { return m_isRevisited; } ///< by back() or forward()
    QString notice() const { return m_notice; }        ///< why an address was not opened

    Q_INVOKABLE void open(qint64 articleId);
    Q_INVOKABLE void close();
    Q_INVOKABLE void back();
    Q_INVOKABLE void forward();
    Q_INVOKABLE void openOriginal();
    Q_INVOKABLE void openAmp();
    Q_INVOKABLE void copyLink();
    Q_INVOKABLE void copyLinkOf(qint64 articleId);
    /// The file of the shown version as it came, in `source`.
    Q_INVOKABLE void showSource();
    /// Opens the page of an article that is not open here, such as a card's.
    Q_INVOKABLE void openOriginalOf(qint64 articleId);

    /// Reads the article and its neighbours again.
    void refresh(const QList<ArticleId> &changed);
    /// These pictures are there now.
    void takeArrived(const QSet<qint64> &pictures);

Q_SIGNALS:
    void opened();  ///< another article, or none
    void changed(); ///< what is known of it has come
    void noticeChanged();

private:
    void show(ArticleId id, bool isRevisited = false);
    void load();
    void takeDetail(const std::optional<ArticleDetail> &detail, const QStringList &body);
    void loadNeighbours(const QFuture<QList<ArticleCard>> &answer, CardListModel &model,
                        const std::function<bool()> &isNewest);
    void endAnswer();
    bool isLoaded() const { return isOpen() && m_detail.card.id == m_id; }
    void withAddress(ArticleId id, const std::function<void(const QString &)> &work);
    bool openAddress(const QString &address);
    void showMarks(const IdSet &ids);
    void showAllMarks();
    void keepMarks();
    void setNotice(const QString &notice);

    Store &m_store;
    ArticleMarks &m_marks;
    Desktop &m_desktop;
    ArticleId m_id = 0;
    bool m_isJustOpened = false; ///< and not yet marked as seen
    bool m_isRevisited = false;
    Inquiry m_inquiry;
    int m_answersToCome = 0;
    Card m_card;
    ArticleDetail m_detail; ///< of the article before until this one's has come
    CardListModel m_related;
    CardListModel m_citing;
    SourceModel m_source;
    ParagraphModel m_body;
    QList<ArticleId> m_back;
    QList<ArticleId> m_forward;
    QString m_notice;
};

} // namespace Microfiche
