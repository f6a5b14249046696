// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// How the desktop wants programs to look. Qt 6.4 does not say whether it is dark, so the desktop
/// portal is asked (org.freedesktop.appearance), and where there is none the palette.
class Appearance : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main()")
    Q_PROPERTY(bool isDark READ isDark NOTIFY changed)

public:
    explicit Appearance(QObject *parent = nullptr);

    bool isDark() const;
    /// Overrules the desktop, for pictures of the window.
    void force(bool isDark);

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void takeSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    enum class Wish { Unknown, Dark, Light };

    bool eventFilter(QObject *watched, QEvent *event) override;
    void askPortal();
    void takeWish(uint portalValue);

    Wish m_wish = Wish::Unknown;
    bool m_isForced = false;
};

} // namespace Microfiche
