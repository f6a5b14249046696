// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scriptedserver.h"

#include "support/testcertificate.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTimer>

#include <algorithm>
#include <sys/socket.h>

namespace Microfiche::Test
{

namespace
{

constexpr qint64 FloodAhead = 64 * 1024;
constexpr int SendBufferBytes = 64 * 1024;
/// Steps from here on never come to an end of their own.
constexpr std::size_t FirstEndless = 5;
static_assert(std::is_same_v<std::variant_alternative_t<FirstEndless, ServerAnswer::Step>,
                             ServerAnswer::Trickle>);

QByteArray hostOf(const ServerRequest &request)
{
    const QByteArray host = request.header("Host");
    return host.left(host.lastIndexOf(':'));
}

ServerRequest parse(const QByteArray &text)
{
    ServerRequest request;
    QList<QByteArray> lines = text.split('\n');
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    request.method = first.value(0);
    request.path = first.value(1);
    for (const QByteArray &line : std::as_const(lines)) {
        if (const qsizetype colon = line.indexOf(':'); colon > 0) {
            request.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
        }
    }
    return request;
}

} // namespace

QByteArray ServerRequest::header(const QByteArray &name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(), [&](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QByteArray() : found->second;
}

ServerAnswer ServerAnswer::of(int status, const QByteArray &body, const ServerHeaders &headers)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(status) + " Told so\r\n";
    bool isMeasured = status == 304;
    for (const auto &[name, value] : headers) {
        text += name + ": " + value + "\r\n";
        isMeasured = isMeasured || name == "Content-Length" || name == "Transfer-Encoding" ||
                     name == "Connection";
    }
    if (!isMeasured) {
        text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    }
    return {{Send{text + "\r\n" + body}}};
}

ServerAnswer ServerAnswer::held() const
{
    return {QList<Step>{Hold{}} + steps};
}

ServerAnswer ServerAnswer::then(const Step &step) const
{
    return {steps + QList<Step>{step}};
}

/// Reads requests from one socket and does what their answers say.
class ScriptedServer::Connection final : public QObject
{
public:
    Connection(ScriptedServer *server, QTcpSocket *socket)
        : QObject(server)
        , m_server(server)
        , m_socket(socket)
    {
        m_socket->setParent(this);
        connect(m_socket, &QTcpSocket::readyRead, this, &Connection::read);
        connect(m_socket, &QTcpSocket::disconnected, this, &Connection::leave);
        connect(m_socket, &QTcpSocket::bytesWritten, this, [this] {
            if (!m_flood.isEmpty()) {
                flood();
            }
        });
        connect(&m_trickle, &QTimer::timeout, this, [this] {
            m_socket->write(m_drops.mid(m_dropped++ % m_drops.size(), 1));
            m_socket->flush();
        });
    }

    void run()
    {
        while (!m_steps.isEmpty() && m_isRunning) {
            const ServerAnswer::Step step = m_steps.takeFirst();
            if (std::holds_alternative<ServerAnswer::Hold>(step)) {
                m_server->m_held.append(this);
                return;
            }
            std::visit([this](const auto &one) { perform(one); }, step);
            if (step.index() >= FirstEndless) {
                return;
            }
        }
        if (m_isRunning) {
            end();
            m_socket->flush();
            read();
        }
    }

private:
    void read()
    {
        m_text += m_socket->readAll();
        const qsizetype end = m_text.indexOf("\r\n\r\n");
        if (m_isRunning || end < 0) {
            return;
        }
        const ServerRequest request = parse(m_text.left(end));
        m_text.remove(0, end + 4);
        m_host = hostOf(request);
        m_isRunning = true;
        m_server->began(m_host);
        m_steps = m_server->take(request).steps;
        run();
    }

    void end()
    {
        m_isRunning = false;
        m_server->ended(m_host);
    }

    void leave()
    {
        if (m_isRunning) {
            end();
        }
        m_server->m_held.removeAll(this);
        m_trickle.stop();
        m_flood.clear();
        deleteLater();
    }

    void flood()
    {
        while (m_socket->bytesToWrite() < FloodAhead &&
               m_socket->state() == QAbstractSocket::ConnectedState) {
            m_socket->write(m_flood);
        }
    }

    void perform(const ServerAnswer::Send &send) { m_socket->write(send.bytes); }
    void perform(const ServerAnswer::SendFile &send)
    {
        QFile file(send.path);
        const bool isThere = file.open(QIODevice::ReadOnly);
        perform(std::get<ServerAnswer::Send>(
            ServerAnswer::of(isThere ? 200 : 404, isThere ? file.readAll() : QByteArray())
                .steps.first()));
    }
    void perform(const ServerAnswer::Trickle &trickle)
    {
        m_drops = trickle.bytes;
        m_trickle.start(trickle.pause);
    }
    void perform(const ServerAnswer::Flood &itsFlood)
    {
        m_flood = itsFlood.bytes;
        flood();
    }
    void perform(const ServerAnswer::Close & /*close*/)
    {
        end();
        m_socket->disconnectFromHost();
    }
    void perform(const ServerAnswer::Reset & /*reset*/)
    {
        m_socket->flush();
        const linger atOnce{1, 0};
        setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce,
                   sizeof(atOnce));
        m_socket->abort();
    }
    void perform(const ServerAnswer::Hang & /*hang*/) {}
    void perform(const ServerAnswer::Hold & /*hold*/) {} // run() has seen to it

    ScriptedServer *const m_server;
    QTcpSocket *const m_socket;
    QByteArray m_text;
    QByteArray m_host;
    QList<ServerAnswer::Step> m_steps;
    QByteArray m_flood;
    QByteArray m_drops;
    qsizetype m_dropped = 0;
    QTimer m_trickle;
    bool m_isRunning = false;
};

ScriptedServer::ScriptedServer(Security security)
    : m_security(security)
{
    setMaxPendingConnections(1000);
    if (!listen(QHostAddress::LocalHost)) {
        qFatal("There is no port to listen on: %s", qUtf8Printable(errorString()));
    }
}

ScriptedServer::~ScriptedServer()
{
    const QList<Connection *> connections = [this] {
        QList<Connection *> found;
        for (QObject *child : children()) {
            if (auto *connection = dynamic_cast<Connection *>(child)) {
                found += connection;
            }
        }
        return found;
    }();
    qDeleteAll(connections); // while what they tell still exists
}

QUrl ScriptedServer::url(const QString &path, const QString &host) const
{
    QUrl url;
    url.setScheme(m_security == Security::Plain ? QStringLiteral("http") : QStringLiteral("https"));
    url.setHost(host);
    url.setPort(serverPort());
    return url.resolved(QUrl(path));
}

void ScriptedServer::answer(const QByteArray &path, const QList<ServerAnswer> &answers)
{
    m_answers.insert(path, answers);
}

void ScriptedServer::release(int count)
{
    const QList<Connection *> held = m_held.mid(0, count);
    m_held.remove(0, held.size());
    for (Connection *connection : held) {
        connection->run();
    }
}

QList<QByteArray> ScriptedServer::paths() const
{
    QList<QByteArray> paths;
    for (const ServerRequest &request : m_requests) {
        paths += request.path;
    }
    return paths;
}

void ScriptedServer::incomingConnection(qintptr descriptor)
{
    ++m_connections;
    auto socket = std::make_unique<QSslSocket>();
    if (!socket->setSocketDescriptor(descriptor)) {
        return;
    }
    // What the other side has not taken yet should not go on coming after the server is gone.
    socket->setSocketOption(QAbstractSocket::SendBufferSizeSocketOption, SendBufferBytes);
    if (m_security != Security::Plain) {
        const bool isGood = m_security == Security::Tls;
        socket->setLocalCertificate(
            QSslCertificate(isGood ? GoodCertificate : ExpiredCertificate, QSsl::Pem));
        socket->setPrivateKey(QSslKey(CertificateKey, QSsl::Ec));
        socket->startServerEncryption();
    }
    std::make_unique<Connection>(this, socket.release()).release(); // the server owns it
}

ServerAnswer ScriptedServer::take(const ServerRequest &request)
{
    m_requests += request;
    QList<ServerAnswer> &answers = m_answers[request.path.split('?').first()];
    if (answers.isEmpty()) {
        return ServerAnswer::of(404, "nothing here");
    }
    return answers.size() > 1 ? answers.takeFirst() : answers.first();
}

void ScriptedServer::began(const QByteArray &host)
{
    for (const QByteArray &name : {QByteArray(), host}) {
        const int now = ++m_atOnce[name];
        m_mostAtOnce[name] = std::max(m_mostAtOnce.value(name), now);
    }
}

void ScriptedServer::ended(const QByteArray &host)
{
    --m_atOnce[QByteArray()];
    --m_atOnce[host];
}

} // namespace Microfiche::Test
