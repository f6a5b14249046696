// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/localservers.h"

#include "article/displaytext.h"
#include "pictures/fetch/webaddress.h"

#include <QRegularExpression>
#include <QUrl>

#include <mutex>

namespace Microfiche
{

struct LocalServers::Shared {
    mutable std::mutex mutex;
    QSet<QString> hosts;
};

namespace
{

/// As typed between commas; none of nothing at all.
QStringList namesIn(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[,;\\n]"));
    QStringList names;
    if (!text.trimmed().isEmpty()) {
        names = text.split(between);
    }
    for (QString &name : names) {
        name = name.trimmed();
    }
    return names;
}

/// Why this is no server's name; empty if it is one.
QString problemOf(const QString &name)
{
    if (!hostNamed(name).isEmpty()) {
        return {};
    }
    if (name.isEmpty()) {
        return LocalServers::tr("There is a comma without a server's name beside it.");
    }
    static const QRegularExpression space(QStringLiteral("\\s"));
    if (name.contains(space)) {
        return LocalServers::tr("“%1” has a space in it. Write a comma between two servers.")
            .arg(displayLine(name));
    }
    // Of an address, and of a name with a port, that is all that counts.
    const QUrl url(name.contains(QLatin1String("//")) ? name : QStringLiteral("//") + name);
    const QString meant = hostNamed(hostName(url));
    return meant.isEmpty()
               ? LocalServers::tr("%1 is not the name of a server. Write archive.lan or "
                                  "192.168.1.20.")
                     .arg(displayLine(name))
               : LocalServers::tr("%1 is not the name of a server alone. Write %2.")
                     .arg(displayLine(name), meant);
}

} // namespace

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
    const QStringList names = namesIn(text);
    for (const QString &name : names) {
        if (const QString problem = problemOf(name); !problem.isEmpty()) {
            setProblem(problem);
            return;
        }
    }
    setProblem({});
    take(names);
}

void LocalServers::restore(const QString &text)
{
    QStringList names = namesIn(text);
    names.removeIf([](const QString &name) { return hostNamed(name).isEmpty(); });
    take(names);
}

void LocalServers::take(const QStringList &names)
{
    if (names == m_names) {
        return;
    }
    m_names = names;
    QSet<QString> hosts;
    for (const QString &name : names) {
        hosts.insert(hostNamed(name));
    }
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
