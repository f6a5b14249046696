// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"

namespace Microfiche
{

class Connection;

/// Where the bytes of a version are.
struct Place {
    qint64 block = 0;
    qint64 offset = 0;
    qint64 length = 0;
};

/// What the archive knows of the versions of its articles.
class Versions final
{
public:
    explicit Versions(Connection &connection)
        : m_connection(connection)
    {
    }

    /// The one that an article is to show: of its files the one published later; one without a date
    /// is the earliest, and on a tie the one imported later is shown. What a file held before it
    /// changed is out of the running. (FORMAT.md, "Identity")
    VersionId best(ArticleId article);
    bool haveSameBytes(VersionId one, VersionId other);
    bool hasOtherFile(ArticleId article, FileId file);
    /// Where the archive has these bytes of an article already.
    std::optional<Place> placeOf(ArticleId article, const ContentHash &hash);
    /// A file of these bytes that is gone from its place; 0 if there is none.
    FileId goneFile(ArticleId article, const ContentHash &hash,
                    const std::function<bool(const QByteArray &path)> &isGone);

private:
    Connection &m_connection;
};

} // namespace Microfiche
