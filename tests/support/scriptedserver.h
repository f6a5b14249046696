// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <chrono>
#include <memory>
#include <utility>
#include <variant>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace Microfiche::Test
{

using ServerHeaders = QList<std::pair<QByteArray, QByteArray>>;

struct ServerRequest {
    QByteArray method;
    QByteArray path; ///< with its query
    ServerHeaders headers;

    /// Of any case; empty if it was not sent.
    QByteArray header(const QByteArray &name) const;
};

/// What the server does, byte by byte, after it has read a request.
struct ServerAnswer {
    struct Send {
        QByteArray bytes;
    };
    struct SendFile { ///< as it is then: head and body of a whole answer
        QString path;
    };
    struct Hold { ///< until ScriptedServer::release()
    };
    struct Trickle { ///< one byte at a time, without end
        QByteArray bytes;
        std::chrono::milliseconds pause;
    };
    struct Flood { ///< the same bytes again and again as fast as they are taken
        QByteArray bytes;
    };
    struct Close { ///< in good order
    };
    struct Reset { ///< TCP RST
    };
    struct Hang { ///< says no more and keeps the connection
    };
    using Step = std::variant<Send, SendFile, Hold, Close, Reset, Trickle, Flood, Hang>;

    QList<Step> steps; ///< after the last, the next request is read

    /// With Content-Length, unless `headers` has one or says how the body is sent.
    static ServerAnswer of(int status, const QByteArray &body = {},
                           const ServerHeaders &headers = {});
    static ServerAnswer picture(const QByteArray &bytes, const ServerHeaders &headers = {})
    {
        return of(200, bytes, headers);
    }
    static ServerAnswer redirect(const QByteArray &location, int status = 302)
    {
        return of(status, "moved", {{"Location", location}});
    }
    /// The same after release().
    ServerAnswer held() const;
    ServerAnswer then(const Step &step) const;
};

/// A web server on 127.0.0.1 that does as it is told, however badly, and notes all that it is
/// asked. Lives on the thread of the test, which has to let events happen.
class ScriptedServer final : public QTcpServer
{
    Q_OBJECT

public:
    enum class Security { Plain, Tls, ExpiredTls };

    explicit ScriptedServer(Security security = Security::Plain);
    ~ScriptedServer() override;

    QUrl url(const QString &path, const QString &host = QStringLiteral("news.example")) const;

    /// One answer after another; the last for all that follow. 404 for paths without any. The path
    /// is that without a query.
    void answer(const QByteArray &path, const QList<ServerAnswer> &answers);
    void answer(const QByteArray &path, const ServerAnswer &answer)
    {
        this->answer(path, QList<ServerAnswer>{answer});
    }
    /// Answers what is held back: all of it or the first `count`, in the order it was asked.
    void release(int count = -1);

    const QList<ServerRequest> &requests() const { return m_requests; }
    QList<QByteArray> paths() const; ///< in the order they were asked for
    int connections() const { return m_connections; }
    int heldBack() const { return int(m_held.size()); }
    /// Requests under way at the same time, of all or with that Host.
    int mostAtOnce(const QByteArray &host = {}) const { return m_mostAtOnce.value(host); }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    class Connection;

    ServerAnswer take(const ServerRequest &request);
    void began(const QByteArray &host);
    void ended(const QByteArray &host);

    const Security m_security;
    QHash<QByteArray, QList<ServerAnswer>> m_answers;
    QList<ServerRequest> m_requests;
    QList<Connection *> m_held;      ///< in the order they came; owned by the server
    QHash<QByteArray, int> m_atOnce; ///< by host; all under no name
    QHash<QByteArray, int> m_mostAtOnce;
    int m_connections = 0;
};

} // namespace Microfiche::Test
