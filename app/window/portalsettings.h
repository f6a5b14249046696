// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/desktopsettings.h"

#include <QDBusVariant>

namespace Microfiche
{

/// The settings that the desktop portal tells of. Without a bus or a portal it is silent.
class PortalSettings final : public DesktopSettings
{
    Q_OBJECT

public:
    using DesktopSettings::DesktopSettings;

    void ask() override;

private Q_SLOTS:
    void take(const QString &group, const QString &key, const QDBusVariant &value);
};

} // namespace Microfiche
