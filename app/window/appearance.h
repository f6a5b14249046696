// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/desktopsettings.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <optional>

namespace Microfiche
{

/// How the desktop wants programs to look. Its settings come first; where they say nothing, Qt is
/// asked as far as it knows, and the palette.
class Appearance : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main()")
    Q_PROPERTY(bool isDark READ isDark NOTIFY changed)
    Q_PROPERTY(bool isHighContrast READ isHighContrast NOTIFY changed)
    Q_PROPERTY(bool isMotionReduced READ isMotionReduced NOTIFY changed)

public:
    struct Look {
        bool isDark = false;
        bool isHighContrast = false;
    };

    /// Follows `settings` while it lives.
    explicit Appearance(std::unique_ptr<DesktopSettings> settings);

    bool isDark() const;
    bool isHighContrast() const;
    bool isMotionReduced() const;
    /// Overrules the desktop, for pictures of the window.
    void force(Look look);

Q_SIGNALS:
    void changed();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void take(const QString &group, const QString &key, const QVariant &value);
    void followQt();

    std::unique_ptr<DesktopSettings> m_settings;
    // What the desktop says; absent where it says nothing. Desktops had names of their own before
    // the portal had any.
    std::optional<bool> m_dark;
    std::optional<bool> m_contrast;
    std::optional<bool> m_gnomeContrast;
    std::optional<bool> m_stillness;
    std::optional<bool> m_gnomeStillness;
    std::optional<bool> m_kdeStillness;
    std::optional<Look> m_forced;
};

} // namespace Microfiche
