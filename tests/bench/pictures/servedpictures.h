// SPDX-License-Identifier: GPL-3.0-or-later
// The benchmark's pictures as they are had from a web server of this machine.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <array>

namespace Microfiche
{
class PictureStore;
}

namespace Microfiche::Bench
{

/// Names that lead to this machine. As many as there may be connections, for a host has fewer.
inline const std::array ServedHosts{QStringLiteral("news.example"), QStringLiteral("other.example"),
                                    QStringLiteral("a.pictures.example"),
                                    QStringLiteral("b.pictures.example")};

/// What the store holds, always in the same order.
QList<QByteArray> contentsOf(const PictureStore &store);

QByteArray servedPath(const QByteArray &content);
QUrl servedUrl(const QByteArray &content, int number, int port);

/// Serves the store's pictures until standard input ends; tells "port" first.
bool serve(const QString &folder);

/// Makes an archive at `path` of one article for each picture of the store, which names it at that
/// port; or names none if that is 0.
bool fillPictureArchive(const QString &path, const QString &folder, int port);

} // namespace Microfiche::Bench
