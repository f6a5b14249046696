// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "soakreport.h"

namespace Microfiche::Soak
{

struct DamageOptions {
    int count = 0;
    int first = 1; ///< number of the first one: a number always makes the same archive
    quint32 seed = 1;
    QString only; ///< of these, kinds of damage with this in their names
    QString kept; ///< a folder that archives which were lost are left in, damaged; none if empty
};

/// Damages so many archives of `folder`, each in its way, and repairs them with the program's own
/// verbs. Thereafter every original is there byte for byte or was named as lost, the archive is
/// sound, and the damaged one is kept beside it.
Report damageArchives(const QString &folder, const DamageOptions &options);

} // namespace Microfiche::Soak
