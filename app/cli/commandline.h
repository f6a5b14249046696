// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Microfiche
{

class Console;

/// What a verb says to the shell. NoArchive: it cannot be opened, or cannot be read.
enum ExitCode { AllWell = 0, NotAll = 1, WrongUsage = 2, NoArchive = 3 };
/// And the signal's number, as a shell has it.
inline constexpr int EndedBySignal = 128;

// Arguments are texts as argument.h makes them, so that paths keep their bytes.

/// Whether `arguments` (without the program's name) name a verb, so that no window is wanted.
bool namesVerb(const QStringList &arguments);

/// Runs the verb that `arguments` name and gives its exit code; nothing if they name none. Needs a
/// QCoreApplication and no more.
std::optional<int> runVerb(const QStringList &arguments);
/// The same, speaking to `console`.
std::optional<int> runVerb(const QStringList &arguments, Console &console);

/// What the window is opened with: `microfiche [--archive FILE] [PATH…]`.
struct WindowArguments {
    QString archive;      ///< the default one if none is named
    QByteArrayList paths; ///< to import, absolute, as the file system has them
    bool selfTest = false;
    std::optional<int> exitCode; ///< help was given, or the usage was wrong: open no window
};
/// `arguments` without the program's name.
WindowArguments parseWindowArguments(const QStringList &arguments, Console &console);
WindowArguments parseWindowArguments(const QStringList &arguments);

/// `archive.microfiche` in the user's data folder.
QString defaultArchivePath();
/// Where the pictures of an archive are kept: beside it.
QString pictureFolder(const QString &archivePath);

} // namespace Microfiche
