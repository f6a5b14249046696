// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/articlelistmodel.h"
#include "models/desktop.h"
#include "models/queryeditor.h"
#include "pictures/picturefiles.h"

#include <QVariantMap>

namespace Microfiche
{

/// The picture that one looks at in full, and the way to the next: through the pictures of its
/// article, then on to the article of the answer that has one to show.
class OpenPicture : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY isOpenChanged)
    Q_PROPERTY(qint64 articleId READ articleId NOTIFY changed)
    Q_PROPERTY(Microfiche::Card card READ card NOTIFY changed)
    Q_PROPERTY(QString source READ source NOTIFY changed)
    Q_PROPERTY(double missing READ missing NOTIFY changed)
    Q_PROPERTY(QString caption READ caption NOTIFY changed)
    Q_PROPERTY(QString placeText READ placeText NOTIFY changed)
    Q_PROPERTY(QString spokenText READ spokenText NOTIFY changed)
    Q_PROPERTY(QString address READ address NOTIFY changed)
    Q_PROPERTY(QString host READ host NOTIFY changed)
    Q_PROPERTY(bool hasNext READ hasNext NOTIFY changed)
    Q_PROPERTY(bool hasPrevious READ hasPrevious NOTIFY changed)
    Q_PROPERTY(QSize size READ size NOTIFY factsChanged)
    Q_PROPERTY(QString factsText READ factsText NOTIFY factsChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY factsChanged)
    Q_PROPERTY(bool hasBytes READ hasBytes NOTIFY factsChanged)
    Q_PROPERTY(QString fileName READ fileName NOTIFY factsChanged)
    Q_PROPERTY(QString suffix READ suffix NOTIFY factsChanged)
    Q_PROPERTY(QVariantMap dragged READ dragged NOTIFY draggedChanged)
    Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged)

public:
    OpenPicture(Store &store, ArticleListModel &articles, QueryEditor &query, Desktop &desktop,
                QObject *parent = nullptr);

    /// Without them a picture can be looked at, but nothing else. To outlive this.
    void setFiles(PictureFiles *files) { m_files = files; }

    bool isOpen() const { return m_isOpen; }
    ArticleId articleId() const { return m_detail.card.id; }
    const Card &card() const { return m_card; } ///< of its article
    QString source() const; ///< image://picture/…; empty if there is none here
    double missing() const; ///< id of one that is not here, as far as is known; 0: none
    QString caption() const;
    QString placeText() const; ///< "2 of 5"; empty for the only one
    QString spokenText() const;
    QString address() const; ///< as the article has it
    QString host() const;    ///< of an address that can be opened
    bool hasNext() const;
    bool hasPrevious() const;
    QSize size() const;        ///< in pixels: of its bytes, else as the article says
    QString factsText() const; ///< "1,280 × 720 pixels, 230 KiB"
    QString problem() const;   ///< why it is not shown
    bool hasBytes() const;     ///< they can be saved, whether it is shown or not
    QString fileName() const;  ///< to be offered where it is saved
    QString suffix() const;    ///< of such a file
    QString notice() const { return m_notice; }
    /// What is dragged out, by its MIME type; empty until prepareDrag() has brought it.
    const QVariantMap &dragged() const { return m_dragged; }

    /// Opens the first picture of the article; nothing happens if it has none.
    Q_INVOKABLE void open(qint64 articleId);
    Q_INVOKABLE void close();
    Q_INVOKABLE void next() { step(1); }
    Q_INVOKABLE void previous() { step(-1); }
    Q_INVOKABLE void copy();
    /// Writes the original bytes to a local file.
    Q_INVOKABLE void save(const QUrl &file);
    Q_INVOKABLE void prepareDrag();
    Q_INVOKABLE void openAddress();
    /// Looks for its bytes once more, if they were not here.
    void lookAgain();
    /// Says what came of something that was done to it, as long as it is looked at.
    void tell(const QString &notice);
    /// Asks for all articles with this picture, and closes.
    Q_INVOKABLE void findArticles();
    /// The same with the first picture of an article.
    Q_INVOKABLE void findArticlesOf(qint64 articleId);

Q_SIGNALS:
    void isOpenChanged();
    void changed();
    void factsChanged();
    void draggedChanged();
    void noticeChanged();

private:
    enum class End { First, Last };

    void step(int by);
    void load(ArticleId id, End end, quint64 request);
    void lookOn(int row, int by, int looked, quint64 request);
    void show(const ArticleDetail &detail, int number, quint64 request);
    void take(const ArticleDetail &detail, int number, const std::optional<PictureOrigin> &origin,
              quint64 request);
    void takeFacts(const PictureFacts &facts);
    const StoredPicture *picture() const;
    void setNotice(const QString &notice);
    template <typename Answer, typename Take>
    void await(const QFuture<Answer> &answer, quint64 request, Take take);

    Store &m_store;
    ArticleListModel &m_articles;
    QueryEditor &m_query;
    Desktop &m_desktop;
    PictureFiles *m_files = nullptr;
    bool m_isOpen = false;
    ArticleDetail m_detail;
    Card m_card;
    int m_number = 0;      ///< of the picture that is shown, among those of its article
    int m_row = -1;        ///< of its article in the answer
    int m_target = 0;      ///< the picture that is on its way
    ContentHash m_content; ///< empty if its bytes are not here
    StoredKeeping m_keeping = StoredKeeping::Nothing;
    PictureFacts m_facts;
    QVariantMap m_dragged;
    QString m_notice;
    quint64 m_request = 0; ///< the newest: answers to others come too late
};

} // namespace Microfiche
