// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

namespace Microfiche
{

class Connection;

/// "MFCH" in the head of the file: what makes a SQLite database an archive of ours.
inline constexpr int ApplicationId = 0x4d464348;

/// The schema that this program writes.
int newestSchemaVersion();

/// Brings an archive up to newestSchemaVersion(), each step in a transaction of its own that says
/// so in user_version. An archive that is newer is left alone. Gives the version it is at then.
int migrate(Connection &connection);

} // namespace Microfiche
