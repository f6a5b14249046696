// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/source/picturestatus.h"

#include <QList>
#include <QString>

namespace Microfiche
{

class Console;
class JsonWriter;

/// A picture that was to be loaded and was not.
struct PictureFailure {
    QString address;
    PictureStatus status; ///< Loading: nobody was asked, its server having failed too often

    friend bool operator==(const PictureFailure &, const PictureFailure &) = default;
};

/// As machines read it: "timedOut"; empty for what no server was the cause of.
QString reasonName(PictureReason reason);

/// All of them.
void writeFailures(JsonWriter &json, const QList<PictureFailure> &failures);
/// The first of them with their reasons, and how many more there are.
void printFailures(const QList<PictureFailure> &failures, Console &console);

} // namespace Microfiche
