// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/appearance.h"

#include <QEvent>
#include <QGuiApplication>
#include <QPalette>
#include <QStyleHints>

#include <array>

#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
#include <QAccessibilityHints>
#endif

namespace Microfiche
{

namespace
{

using Said = std::optional<bool>;

Said darkness(const QVariant &value)
{
    const uint scheme = value.toUInt();
    return scheme == 1 ? Said(true) : scheme == 2 ? Said(false) : Said();
}

// 0 is "no preference": others may have one.
Said wish(const QVariant &value)
{
    return value.toUInt() == 1 ? Said(true) : Said();
}

Said truth(const QVariant &value)
{
    return value.typeId() == QMetaType::Bool ? Said(value.toBool()) : Said();
}

Said untruth(const QVariant &value)
{
    const Said said = truth(value);
    return said ? Said(!*said) : Said();
}

// How much longer than usual: text, as a configuration file has it.
Said noDuration(const QVariant &value)
{
    bool isNumber = false;
    const double factor = value.toDouble(&isNumber);
    return isNumber ? Said(factor == 0) : Said();
}

bool isPaletteDark()
{
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() <
           palette.color(QPalette::WindowText).lightness();
}

bool isQtDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown) {
        return scheme == Qt::ColorScheme::Dark;
    }
#endif
    return isPaletteDark();
}

bool isQtHighContrast()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
    return QGuiApplication::styleHints()->accessibility()->contrastPreference() ==
           Qt::ContrastPreference::HighContrast;
#else
    return false;
#endif
}

} // namespace

Appearance::Appearance(std::unique_ptr<DesktopSettings> settings)
    : m_settings(std::move(settings))
{
    qGuiApp->installEventFilter(this);
    followQt();
    connect(m_settings.get(), &DesktopSettings::told, this, &Appearance::take);
    m_settings->ask();
}

void Appearance::followQt()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
            &Appearance::changed);
#endif
#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
    connect(QGuiApplication::styleHints()->accessibility(),
            &QAccessibilityHints::contrastPreferenceChanged, this, &Appearance::changed);
#endif
}

bool Appearance::isDark() const
{
    return m_forced ? m_forced->isDark : m_dark ? *m_dark : isQtDark();
}

bool Appearance::isHighContrast() const
{
    return m_forced ? m_forced->isHighContrast
                    : m_contrast.value_or(false) || m_gnomeContrast.value_or(false) ||
                          isQtHighContrast();
}

bool Appearance::isMotionReduced() const
{
    return m_stillness.value_or(false) || m_gnomeStillness.value_or(false) ||
           m_kdeStillness.value_or(false);
}

void Appearance::force(Look look)
{
    m_forced = look;
    Q_EMIT changed();
}

void Appearance::take(const QString &group, const QString &key, const QVariant &value)
{
    struct Setting {
        QLatin1String group;
        QLatin1String key;
        Said (*read)(const QVariant &);
        Said Appearance::*said;
    };
    static const std::array Settings{
        Setting{QLatin1String("org.freedesktop.appearance"), QLatin1String("color-scheme"),
                darkness, &Appearance::m_dark},
        Setting{QLatin1String("org.freedesktop.appearance"), QLatin1String("contrast"), wish,
                &Appearance::m_contrast},
        Setting{QLatin1String("org.freedesktop.appearance"), QLatin1String("reduced-motion"), wish,
                &Appearance::m_stillness},
        // What desktops said before the portal had names for it.
        Setting{QLatin1String("org.gnome.desktop.a11y.interface"), QLatin1String("high-contrast"),
                truth, &Appearance::m_gnomeContrast},
        Setting{QLatin1String("org.gnome.desktop.interface"), QLatin1String("enable-animations"),
                untruth, &Appearance::m_gnomeStillness},
        Setting{QLatin1String("org.kde.kdeglobals.KDE"), QLatin1String("AnimationDurationFactor"),
                noDuration, &Appearance::m_kdeStillness}};
    for (const Setting &setting : Settings) {
        if (setting.group == group && setting.key == key) {
            const Said said = setting.read(value);
            if (said != this->*setting.said) {
                this->*setting.said = said;
                Q_EMIT changed();
            }
        }
    }
}

bool Appearance::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qGuiApp && event->type() == QEvent::ApplicationPaletteChange) {
        Q_EMIT changed();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Microfiche
