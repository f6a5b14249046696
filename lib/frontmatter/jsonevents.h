// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frontmatter/eventsink.h"

#include <QByteArray>

namespace Microfiche
{

/// Tells the events of one JSON object, as YAML that says the same would: a text is quoted, all
/// else plain. Qt's parser keeps no places, so all of it stands at the beginning; the fields come
/// by their names. Throws FrontMatterError if it is no JSON, or what the sink throws.
void tellJson(const QByteArray &utf8, EventSink &sink);

} // namespace Microfiche
