// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"
#include "cli/console.h"

#include <QByteArray>
#include <QStringList>
#include <QTemporaryDir>

namespace Microfiche::Test
{

/// What a verb said, and the code it ended with; -1 if there was no verb.
struct Said {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

/// A folder of three articles, a duplicate and a note, and an archive beside it.
class Desk final
{
public:
    Desk();

    QString path(const QString &name) const { return m_home.filePath(name); }
    QString source() const { return path(QStringLiteral("source")); }
    QString archive() const { return path(QStringLiteral("test.microfiche")); }

    /// Writes a file below the source, with the folders that lead to it.
    void write(const QByteArray &name, const QByteArray &bytes) const;

    /// A verb and its arguments, for this archive.
    Said run(const QStringList &arguments) const;
    Said import() const { return run({QStringLiteral("import"), source()}); }

private:
    QTemporaryDir m_home;
};

/// The words of a command line.
QStringList words(const char *text);
QByteArray bytesOf(const QString &path);
/// The names of the members of a JSON object as they are written, which QJsonObject would sort.
QStringList memberOrder(const QByteArray &json, int indentation);

} // namespace Microfiche::Test
