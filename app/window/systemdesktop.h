// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desktop.h"

namespace Microfiche
{

/// The desktop one sits at.
class SystemDesktop final : public Desktop
{
public:
    bool openAddress(const QUrl &address) override;
    void copyText(const QString &text) override;
    void copyPicture(const QImage &picture) override;
    QDate today() const override;
};

} // namespace Microfiche
