// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QVariant>

namespace Microfiche
{

/// What the desktop says of how programs are to look, by the names that the desktop portal has for
/// it. It may say nothing, or only later, or something else at any time.
class DesktopSettings : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Begins to tell.
    virtual void ask() = 0;

Q_SIGNALS:
    void told(const QString &group, const QString &key, const QVariant &value);
};

} // namespace Microfiche
