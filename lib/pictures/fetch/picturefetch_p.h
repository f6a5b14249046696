// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/fetch/fetchverdict.h"
#include "pictures/fetch/picturefetcher.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>

namespace Microfiche
{

/// One request under way.
class PictureFetch final : public QObject
{
    Q_OBJECT

public:
    PictureFetch(const FetchSettings &settings, QNetworkAccessManager &direct,
                 QNetworkAccessManager &proxied, FetchHop hop, PictureFetcher::Done done,
                 QObject *parent);
    ~PictureFetch() override;

    void begin();
    /// Ends without a word and is deleted later.
    void drop();

private:
    void resolve();
    void useAddresses(const QList<QHostAddress> &addresses);
    void connectToNext();
    void send(QNetworkAccessManager &manager, const QNetworkRequest &request);
    QNetworkRequest makeRequest() const;

    void readHead();
    void readBody();
    void readEnd();
    void timeOut();

    bool isLocalAllowed() const;
    bool isBodyWanted() const;
    FetchedPicture answer(FetchOutcome outcome, FetchRefusal refusal = FetchRefusal::None) const;
    FetchedPicture judgeHead() const;
    void end(const FetchedPicture &picture);
    void dropReply();

    const FetchSettings &m_settings;
    QNetworkAccessManager &m_direct;
    QNetworkAccessManager &m_proxied;
    const FetchHop m_hop;
    PictureFetcher::Done m_done;     ///< empty once it is over
    QList<QHostAddress> m_addresses; ///< checked, not tried yet
    QNetworkReply *m_reply = nullptr;
    QByteArray m_bytes;
    qint64 m_discarded = 0; ///< bytes of a body that is no picture
    AnswerHead m_head;
    QTimer m_inactivity;
    QTimer m_total;
};

} // namespace Microfiche
