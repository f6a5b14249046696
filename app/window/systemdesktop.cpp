// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/systemdesktop.h"

#include "article/address.h"

#include <QClipboard>
#include <QDateTime>
#include <QDesktopServices>
#include <QGuiApplication>

namespace Microfiche
{

bool SystemDesktop::openAddress(const QUrl &address)
{
    // The last gate before other programs: checked here too, whoever calls.
    const auto checked = webAddress(address.toString(QUrl::FullyEncoded));
    return checked && QDesktopServices::openUrl(*checked);
}

void SystemDesktop::copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void SystemDesktop::copyPicture(const QImage &picture)
{
    QGuiApplication::clipboard()->setImage(picture);
}

QDate SystemDesktop::today() const
{
    return QDateTime::currentDateTimeUtc().date();
}

} // namespace Microfiche
