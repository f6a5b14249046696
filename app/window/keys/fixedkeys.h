// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Microfiche
{

/// What is always so, because it is how a list, or a picture in full, is used by keys at all.
struct FixedKeys {
    QString group;
    QString name;
    QStringList keys; ///< QKeySequence::PortableText
};

QList<FixedKeys> fixedKeys();

} // namespace Microfiche
