// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Microfiche
{

/// Starts the real window, imports the sample archive, opens an article and draws it. Gives the
/// exit code: 0, or 1 after saying what failed. Needs a QGuiApplication; touches no archive of the
/// user's.
int runSelfTest();

} // namespace Microfiche
