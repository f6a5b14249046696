// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pictureaddress.h"

namespace Microfiche
{

namespace
{
constexpr QLatin1String Start{"image://picture/"};
} // namespace

QString pictureAddress(PictureId id, int times)
{
    const QString address = Start + QString::number(id);
    return times > 0 ? address + u'/' + QString::number(times) : address;
}

PictureId pictureIn(const QString &address)
{
    return address.startsWith(Start)
               ? QStringView(address).mid(Start.size()).split(u'/').constFirst().toLongLong()
               : 0;
}

} // namespace Microfiche
