// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetchsetting.h"
#include "picturebytes.h"

#include "support/scriptedserver.h"

#include <QTest>

#include <atomic>

#define COMPARE_OUTCOME(future, expected)                                                          \
    do {                                                                                           \
        const QFuture<FetchedPicture> itself = future;                                             \
        QTRY_VERIFY(itself.isFinished());                                                          \
        QCOMPARE(itself.result().outcome, FetchOutcome::expected);                                 \
    } while (false)

namespace Microfiche::Test
{

inline QByteArray png()
{
    return PictureBytes::png({3, 2});
}

/// What tests of the queue have in common: a server, and a clock that only they move.
class FetchQueueCase : public QObject
{
protected:
    void setUp()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_resolver = std::make_shared<ScriptedResolver>();
        m_now = 0;
        m_settings = {};
        m_settings.fetch = localSettings(m_resolver);
        m_settings.clock = [this] { return std::chrono::milliseconds(m_now.load()); };
        make();
    }
    /// Anew, with the settings as they are by now.
    void make()
    {
        m_queue = std::make_unique<FetchQueue>(m_settings);
        allow({FetchPolicy::Mode::All, {}, {}});
    }
    void tearDown()
    {
        m_queue.reset();
        m_server.reset();
    }
    void allow(const FetchPolicy &policy) { m_queue->setPolicy(policy); }
    QFuture<FetchedPicture> fetch(const QString &path,
                                  const QString &host = QStringLiteral("news.example"),
                                  FetchUrgency urgency = FetchUrgency::Shown)
    {
        return m_queue->fetch({m_server->url(path, host), {}, {}, urgency});
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::shared_ptr<ScriptedResolver> m_resolver;
    std::atomic<qint64> m_now = 0;
    FetchQueue::Settings m_settings;
    std::unique_ptr<FetchQueue> m_queue;
};

} // namespace Microfiche::Test
