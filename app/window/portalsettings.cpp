// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/portalsettings.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QMap>
#include <QStringList>

namespace Microfiche
{

namespace
{
constexpr QLatin1String Service("org.freedesktop.portal.Desktop");
constexpr QLatin1String Path("/org/freedesktop/portal/desktop");
constexpr QLatin1String Interface("org.freedesktop.portal.Settings");
} // namespace

void PortalSettings::ask()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(Service, Path, Interface, QStringLiteral("SettingChanged"), this,
                SLOT(take(QString, QString, QDBusVariant)));
    QDBusMessage question =
        QDBusMessage::createMethodCall(Service, Path, Interface, QStringLiteral("ReadAll"));
    question << QStringList{QStringLiteral("org.freedesktop.appearance"),
                            QStringLiteral("org.gnome.desktop.interface"),
                            QStringLiteral("org.gnome.desktop.a11y.interface"),
                            QStringLiteral("org.kde.kdeglobals.KDE")};
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusMessage reply = watcher->reply();
        watcher->deleteLater();
        if (reply.type() != QDBusMessage::ReplyMessage || reply.signature() != u"a{sa{sv}}") {
            return;
        }
        const auto groups = qdbus_cast<QMap<QString, QVariantMap>>(reply.arguments().constFirst());
        for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
            for (auto key = group->cbegin(); key != group->cend(); ++key) {
                Q_EMIT told(group.key(), key.key(), key.value());
            }
        }
    });
}

void PortalSettings::take(const QString &group, const QString &key, const QDBusVariant &value)
{
    Q_EMIT told(group, key, value.variant());
}

} // namespace Microfiche
