// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>

namespace Microfiche
{

/// All the bytes of a file, and its stamp while they were read.
struct FileBytes {
    QByteArray bytes;
    qint64 modifiedNs = 0;
};

/// A picture, known by its first bytes: no article, and nothing that is wrong.
struct PictureFile {
};

/// Why a file was not read.
struct FileRefusal {
    QString reason;
    int line = 0; ///< and column: from 1, 0 where it is about the whole file
    int column = 0;
    bool isByContent = false; ///< it holds for as long as the file does not change
};

using FileReading = std::variant<FileBytes, PictureFile, FileRefusal>;

/// Bytes at the beginning of a file that tell whether it may be an article.
inline constexpr qint64 HeadBytes = 512;

/// What a file of `size` bytes that begins like this is if it is no article; none if it is worth
/// reading on.
using NoArticle = std::variant<PictureFile, FileRefusal>;
std::optional<NoArticle> judgeHead(const QByteArray &head, qint64 size);
FileOutcome outcomeOf(const NoArticle &judged);

/// Reads the file at `path` if it may be an article: a regular file within MaxFileBytes that begins
/// with a fence. Opened once, judged by its handle; never waits for a pipe, never follows a link.
FileReading readCandidate(const QByteArray &path);

/// Reads the picture at `path`; empty if it is no regular file or over `limit`.
QByteArray readPicture(const QByteArray &path, qint64 limit);

/// The first `limit` bytes of a regular file; empty if it cannot be read.
QByteArray readHead(const QByteArray &path, qint64 limit);

/// Whether nothing is at `path`. What cannot be told, as in a folder that may not be entered or a
/// file that others lie in, is not gone.
bool isGone(const QByteArray &path);
/// The regular file that stands where `path` has a folder, as a package does; empty if none does.
QByteArray fileAround(const QByteArray &path);

/// Whether a name ends like that of a picture that is shown.
bool hasPictureEnding(const QByteArray &name);

/// Whether a file that begins like this is a picture, of a format that is shown or not.
bool beginsLikePicture(const QByteArray &head);

} // namespace Microfiche
