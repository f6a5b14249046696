// SPDX-License-Identifier: GPL-3.0-or-later
// Archives too large to be imported from files for every measurement.
#pragma once

#include <QString>

namespace Microfiche::Bench
{

/// Puts `articles` generated articles with their links through the store into a new archive at
/// `path`; false if it would not take them. Their originals are a line each: what is measured here
/// never reads one.
bool fillArchive(const QString &path, int articles);

} // namespace Microfiche::Bench
