// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/appearance.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QEvent>
#include <QGuiApplication>
#include <QPalette>

namespace Microfiche
{

namespace
{
const QString Service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString Path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString Interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString Group = QStringLiteral("org.freedesktop.appearance");
const QString Key = QStringLiteral("color-scheme");
} // namespace

Appearance::Appearance(QObject *parent)
    : QObject(parent)
{
    qGuiApp->installEventFilter(this);
    askPortal();
}

bool Appearance::isDark() const
{
    if (m_wish != Wish::Unknown) {
        return m_wish == Wish::Dark;
    }
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() <
           palette.color(QPalette::WindowText).lightness();
}

void Appearance::force(bool isDark)
{
    m_isForced = true;
    m_wish = isDark ? Wish::Dark : Wish::Light;
    Q_EMIT changed();
}

void Appearance::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(Service, Path, Interface, QStringLiteral("SettingChanged"), this,
                SLOT(takeSetting(QString, QString, QDBusVariant)));
    QDBusMessage question =
        QDBusMessage::createMethodCall(Service, Path, Interface, QStringLiteral("Read"));
    question << Group << Key;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        if (reply.isError()) {
            return;
        }
        // Read() wraps its answer twice (xdg-desktop-portal, Settings).
        QVariant value = reply.value().variant();
        if (value.canConvert<QDBusVariant>()) {
            value = value.value<QDBusVariant>().variant();
        }
        takeWish(value.toUInt());
    });
}

void Appearance::takeSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == Group && key == Key) {
        takeWish(value.variant().toUInt());
    }
}

void Appearance::takeWish(uint portalValue)
{
    if (m_isForced) {
        return;
    }
    m_wish = portalValue == 1 ? Wish::Dark : portalValue == 2 ? Wish::Light : Wish::Unknown;
    Q_EMIT changed();
}

bool Appearance::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qGuiApp && event->type() == QEvent::ApplicationPaletteChange) {
        Q_EMIT changed();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Microfiche
