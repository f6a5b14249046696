// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/fetch/fetchqueue.h"
#include "support/testcertificate.h"

#include <QSslCertificate>

#include <mutex>

/// Surroundings for fetches that reach no further than this machine.
namespace Microfiche::Test
{

/// Leads every name to this machine unless told otherwise, and notes what was asked.
class ScriptedResolver final : public HostResolver
{
public:
    void resolve(const QString &host, QObject *context, Answer answer) override
    {
        const std::lock_guard lock(m_mutex);
        m_asked += host;
        QList<QList<QHostAddress>> &script = m_script[host];
        QList<QHostAddress> addresses{QHostAddress(QHostAddress::LocalHost)};
        if (!script.isEmpty()) {
            addresses = script.size() > 1 ? script.takeFirst() : script.first();
        }
        if (m_silent.contains(host)) {
            return;
        }
        QMetaObject::invokeMethod(
            context,
            [answer = std::move(answer),
             found = HostAddresses{addresses, addresses.isEmpty() && !m_isAway}] { answer(found); },
            Qt::QueuedConnection);
    }

    /// One answer after another; the last for all that follow.
    void script(const QString &host, const QList<QStringList> &answers)
    {
        const std::lock_guard lock(m_mutex);
        for (const QStringList &answer : answers) {
            QList<QHostAddress> addresses;
            for (const QString &address : answer) {
                addresses += QHostAddress(address);
            }
            m_script[host] += addresses;
        }
    }
    /// As without a network: whom nothing was scripted for is not known to be nobody.
    void goAway()
    {
        const std::lock_guard lock(m_mutex);
        m_isAway = true;
    }
    void neverAnswer(const QString &host)
    {
        const std::lock_guard lock(m_mutex);
        m_silent += host;
    }
    QStringList asked() const
    {
        const std::lock_guard lock(m_mutex);
        return m_asked;
    }

private:
    mutable std::mutex m_mutex;
    QHash<QString, QList<QList<QHostAddress>>> m_script;
    QSet<QString> m_silent;
    QStringList m_asked;
    bool m_isAway = false;
};

inline QSslConfiguration trusting(const char *certificate)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates({QSslCertificate(certificate, QSsl::Pem)});
    return tls;
}

/// The names of the test server may lie on this machine; no proxy; patience of a test.
inline FetchSettings localSettings(const std::shared_ptr<HostResolver> &resolver)
{
    using std::chrono::milliseconds;
    return {.inactivity = milliseconds(5'000),
            .total = milliseconds(10'000),
            .localHosts = {QStringLiteral("news.example"), QStringLiteral("other.example"),
                           QStringLiteral("a.pictures.example"),
                           QStringLiteral("b.pictures.example")},
            .tls = trusting(GoodCertificate),
            .resolver = resolver,
            .proxyFor = [](const QUrl &) { return QNetworkProxy(QNetworkProxy::NoProxy); }};
}

} // namespace Microfiche::Test
