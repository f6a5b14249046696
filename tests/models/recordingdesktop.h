// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desktop.h"

#include <QStringList>

namespace Microfiche::Test
{

/// Opens nothing and remembers what it was asked for.
class RecordingDesktop final : public Desktop
{
public:
    bool openAddress(const QUrl &address) override
    {
        opened << address.toString(QUrl::FullyEncoded);
        return isWilling;
    }
    void copyText(const QString &text) override { copied << text; }
    void copyPicture(const QImage &picture) override { pictures << picture; }
    QDate today() const override { return day; }

    bool isWilling = true;
    QDate day{2024, 6, 30};
    QStringList opened;
    QStringList copied;
    QList<QImage> pictures; ///< copied
};

} // namespace Microfiche::Test
