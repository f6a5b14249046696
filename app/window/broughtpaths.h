// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QString>

#include <functional>

namespace Microfiche
{

/// Tells whoever brought paths what becomes of them: why they are not imported, or nothing.
using ImportReply = std::function<void(const QString &refusal)>;

/// Paths to be imported, as the file system has them.
struct BroughtPaths {
    QByteArrayList paths;
    ImportReply reply = {}; ///< if anybody wants to know
};

} // namespace Microfiche
