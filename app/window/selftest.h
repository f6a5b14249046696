// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Microfiche
{

/// Starts the real window, drops the sample's files on it, filters them, opens the sample archive
/// and an article and draws it. Gives the exit code: 0, or 1 after saying what failed. Needs a
/// QGuiApplication; touches no archive of the user's.
int runSelfTest();

} // namespace Microfiche
