// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

namespace Microfiche
{

/// What came of an export.
struct ExportReport {
    qint64 written = 0; ///< files where each is one, else articles in the file
    qint64 pictures = 0;
    qint64 marks = 0;
    QStringList damaged; ///< for a person: what was left out, and why
    QString problem;     ///< for a person: why it ended before its end; empty if it did not
};

/// Told how many articles are done; false ends the export.
using ExportProgress = std::function<bool(qint64 done)>;

} // namespace Microfiche
