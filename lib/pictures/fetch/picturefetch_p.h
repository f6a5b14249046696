// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/fetch/fetchverdict.h"
#include "pictures/fetch/picturefetcher.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>

namespace Microfiche
{

/// Qt's access to the network, one for each way there.
class AccessManagers final
{
public:
    /// A manager takes its replies with it: whoever has one holds the manager too, and lets go of
    /// it only when no slot of the reply runs.
    using Manager = std::shared_ptr<QNetworkAccessManager>;

    /// That goes through just this proxy, whatever the system says by then.
    Manager through(const QNetworkProxy &proxy);

    /// Leaves the present ones to what still runs on them and goes on with new ones. A server that
    /// sends headers without end keeps the one thread that Qt has for all connections of a manager
    /// busy for as long as it likes; nothing from outside ends that. (Measured with Qt 6.4)
    void replace();
    void closeIdleConnections();

private:
    void dropReplaced();

    std::deque<Manager> m_present; ///< the latest made last
    std::deque<Manager> m_replaced;
};

/// One request under way.
class PictureFetch final : public QObject
{
    Q_OBJECT

public:
    PictureFetch(const FetchSettings &settings, AccessManagers &managers, FetchHop hop,
                 PictureFetcher::Done done, QObject *parent);
    ~PictureFetch() override;

    void begin();
    /// Ends without a word and is deleted later.
    void drop();

private:
    void resolve();
    void useAddresses(const QList<QHostAddress> &addresses);
    void connectToNext();
    void send(const AccessManagers::Manager &manager, const QNetworkRequest &request);
    QNetworkRequest makeRequest() const;

    void readHead();
    void readBody();
    void readEnd();
    void timeOut();

    bool isLocalAllowed() const;
    bool isBodyWanted() const;
    FetchedPicture answer(FetchOutcome outcome, FetchRefusal refusal = FetchRefusal::None) const;
    FetchedPicture judgeHead() const;
    FetchedPicture judgeWhole() const;
    void end(const FetchedPicture &picture);
    void dropReply();

    const FetchSettings &m_settings;
    AccessManagers &m_managers;
    const FetchHop m_hop;
    PictureFetcher::Done m_done;       ///< empty once it is over
    QList<QHostAddress> m_addresses;   ///< checked, not tried yet
    AccessManagers::Manager m_manager; ///< owns the reply
    QNetworkReply *m_reply = nullptr;
    QByteArray m_bytes;
    qint64 m_discarded = 0; ///< bytes of a body that is no picture
    AnswerHead m_head;
    QTimer m_inactivity;
    QTimer m_total;
};

} // namespace Microfiche
