// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Microfiche
{

/// How often the calling thread has given its core away to wait for something: a disk, mostly, for
/// one that reads files. 0 where threads are not told apart.
qint64 waitsOfThisThread();

} // namespace Microfiche
