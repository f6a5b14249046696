// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QImage>
#include <QString>
#include <QUrl>

namespace Microfiche
{

/// What the models ask of the desktop. Passed in, so that a test can look on.
class Desktop
{
public:
    virtual ~Desktop() = default;

    /// Opens a web address that webAddress() has passed; false if the desktop would not.
    virtual bool openAddress(const QUrl &address) = 0;
    virtual void copyText(const QString &text) = 0;
    virtual void copyPicture(const QImage &picture) = 0;
    /// The day it is, of UTC.
    virtual QDate today() const = 0;
};

} // namespace Microfiche
