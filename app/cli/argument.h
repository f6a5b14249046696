// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Microfiche
{

/// An argument as text that gives its bytes back: a byte that is no UTF-8 becomes the lone
/// surrogate U+DC00 + byte, which no text has. File names of Linux are bytes.
QString argumentText(const QByteArray &argument);
QByteArray argumentBytes(const QString &text);

/// The arguments that main() was called with, without the program's name.
QStringList argumentTexts(int argc, const char *const *argv);

/// A file or folder that an argument names by its path or its file: address, as bytes.
QByteArray pathArgument(const QString &text);
/// The same, from the root on. Nothing else is changed in it.
QByteArray absolutePathArgument(const QString &text);

} // namespace Microfiche
