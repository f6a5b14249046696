// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/localservers.h"

#include "article/displaytext.h"
#include "pictures/fetch/webaddress.h"

#include <QRegularExpression>

#include <mutex>

namespace Microfiche
{

struct LocalServers::Shared {
    mutable std::mutex mutex;
    QSet<QString> hosts;
};

LocalServers::LocalServers(QObject *parent)
    : QObject(parent)
    , m_shared(std::make_shared<Shared>())
{
}

LocalServers::~LocalServers() = default;

QString LocalServers::text() const
{
    return m_names.join(QStringLiteral(", "));
}

QSet<QString> LocalServers::hosts() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->hosts;
}

std::function<bool(const QString &)> LocalServers::rule() const
{
    return [shared = m_shared](const QString &host) {
        const std::lock_guard lock(shared->mutex);
        return shared->hosts.contains(host);
    };
}

void LocalServers::setText(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    const QStringList names = text.split(between, Qt::SkipEmptyParts);
    QSet<QString> hosts;
    for (const QString &name : names) {
        const QString host = hostNamed(name);
        if (host.isEmpty()) {
            setProblem(tr("%1 is not the name of a server. Write archive.lan or 192.168.1.20.")
                           .arg(displayLine(name)));
            return;
        }
        hosts.insert(host);
    }
    setProblem({});
    if (names == m_names) {
        return;
    }
    m_names = names;
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->hosts = hosts;
    }
    Q_EMIT changed();
}

void LocalServers::setProblem(const QString &problem)
{
    if (problem != m_problem) {
        m_problem = problem;
        Q_EMIT problemChanged();
    }
}

} // namespace Microfiche
