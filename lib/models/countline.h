// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/archiveindex.h"

#include <QString>

namespace Microfiche
{

/// The headline of the window: "1,161 articles".
QString countHeadline(const Query &query, const QueryAnswer &answer);

/// What follows it: "and 1 mention, on Diablo 4, June 2021 to May 2023".
QString countSentence(const Query &query, const QueryAnswer &answer, bool isImporting);

/// What to say when nothing matches: "Without quality 80 and up there are 161."; before that, what
/// was perhaps typed wrong.
QString nothingSentence(const Query &query, const QueryAnswer &answer);

} // namespace Microfiche
