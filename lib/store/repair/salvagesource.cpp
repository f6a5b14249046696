// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/repair/salvagesource_p.h"

#include "store/compression_p.h"

#include <QFileInfo>

#include <algorithm>
#include <iterator>

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;

constexpr int BlockBytes = 256 * 1024 * 1024; // of unpacked blocks that are held at once

struct Sight {
    std::unique_ptr<Connection> connection;
    std::optional<std::pair<QByteArray, qint64>> mark; ///< whose it is, and of when
};

Sight look(const QString &path, Connection::Access access)
{
    Sight sight;
    try {
        auto connection = std::make_unique<Connection>(path, access);
        // A file that was cut off is read as far as it goes, and so is a damaged schema.
        connection->runOnce(u"PRAGMA writable_schema = ON"_s);
        connection->askOnce(u"SELECT count(*) FROM sqlite_master"_s);
        sight.connection = std::move(connection);
        auto rows = sight.connection->run("SELECT id, writes FROM archive");
        if (rows.next()) {
            sight.mark.emplace(rows.bytes(0), rows.integer(1));
        }
    } catch (const SqlError &) {
        // What can be asked is asked nevertheless.
    }
    return sight;
}

bool isOwnLog(const Sight &withLog, const Sight &alone)
{
    if (!withLog.connection || !alone.connection) {
        return withLog.connection != nullptr;
    }
    return !alone.mark || (withLog.mark && withLog.mark->first == alone.mark->first &&
                           withLog.mark->second >= alone.mark->second);
}

SalvagedVersion versionOf(const Rows &rows)
{
    return {rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4),
            rows.integer(5), rows.integer(6), rows.integer(7), rows.bytes(8)};
}

constexpr char Files[] = "SELECT id, folder, name, size, modified, version, run, reason, line,"
                         " column, rules, root FROM file WHERE id >= ? ORDER BY id LIMIT ?";
constexpr char OlderFiles[] = "SELECT id, folder, name, size, modified, version, run, reason, line,"
                              " column, NULL, NULL FROM file WHERE id >= ? ORDER BY id LIMIT ?";
constexpr char File[] = "SELECT id, folder, name, size, modified, version, run, reason, line,"
                        " column, rules, root FROM file WHERE id = ?";
constexpr char OlderFile[] = "SELECT id, folder, name, size, modified, version, run, reason, line,"
                             " column, NULL, NULL FROM file WHERE id = ?";
constexpr int SchemaWithRoots = 3;

} // namespace

SalvageSource::SalvageSource(const QString &path)
    : m_blocks(BlockBytes)
{
    Sight alone = look(path, Connection::Access::FileAlone);
    Sight sight;
    if (QFileInfo(path + "-wal"_L1).size() > 0) {
        sight = look(path, Connection::Access::Reading);
    }
    if (!isOwnLog(sight, alone)) {
        sight = std::move(alone);
    }
    m_connection = std::move(sight.connection);
    if (m_connection) {
        attempt([this] { m_schema = m_connection->askOnce(u"PRAGMA user_version"_s).toInt(); });
    }
}

bool SalvageSource::knowsTables()
{
    constexpr const char *Tables[] = {"version", "file",    "folder",
                                      "block",   "article", "article_text"};
    return isOpen() && std::all_of(std::begin(Tables), std::end(Tables), [this](const char *table) {
               return attempt([&] {
                          m_connection->askOnce(
                              u"SELECT * FROM %1 LIMIT 0"_s.arg(QLatin1String(table)));
                      }) == Attempt::Done;
           });
}

void SalvageSource::versions(const std::function<void(const SalvagedVersion &)> &take)
{
    scan("SELECT id, article, file, run, imported_at, block, offset, length, hash FROM version"
         " WHERE id >= ? ORDER BY id LIMIT ?",
         versionOf, take);
}

void SalvageSource::files(const std::function<void(const SalvagedFile &)> &take)
{
    scan(
        m_schema < SchemaWithRoots ? OlderFiles : Files,
        [this](const Rows &rows) { return fileOf(rows); }, take);
}

std::optional<SalvagedFile> SalvageSource::file(FileId id)
{
    return row(m_schema < SchemaWithRoots ? OlderFile : File, id,
               [this](const Rows &rows) { return fileOf(rows); });
}

SalvagedFile SalvageSource::fileOf(const Rows &rows)
{
    SalvagedFile file;
    file.id = rows.integer(0);
    file.stamp = {folder(rows.integer(1)), rows.bytes(2), rows.integer(3), rows.integer(4)};
    file.version = rows.integer(5);
    file.run = rows.integer(6);
    file.rules = rows.number(10);
    if (!rows.isNull(7)) {
        file.rejected = RejectedFile{rows.number(8), rows.number(9), rows.text(7), file.rules};
    }
    if (!rows.isNull(11)) {
        const QByteArray root = folder(rows.integer(11));
        file.root = root.isEmpty() ? std::nullopt : std::optional(root);
    }
    return file;
}

QByteArray SalvageSource::folder(qint64 id)
{
    const auto known = m_folders.constFind(id);
    if (known != m_folders.cend()) {
        return *known;
    }
    const QByteArray path = row("SELECT path FROM folder WHERE id = ?", id, [](const Rows &rows) {
                                return rows.bytes(0);
                            }).value_or(QByteArray());
    m_folders.insert(id, path);
    return path;
}

std::optional<QByteArray> SalvageSource::original(const SalvagedVersion &version)
{
    QByteArray *block = m_blocks.object(version.block);
    if (!block) {
        const auto frame = row("SELECT frame FROM block WHERE id = ?", version.block,
                               [](const Rows &rows) { return rows.bytes(0); });
        block = new QByteArray(salvaged(frame.value_or(QByteArray()))); // owned by the cache
        const int weight = int(std::clamp<qsizetype>(block->size(), 1, BlockBytes));
        if (!m_blocks.insert(version.block, block, weight)) {
            return std::nullopt;
        }
    }
    if (version.offset < 0 || version.length < 0 ||
        version.offset > block->size() - version.length) {
        return std::nullopt;
    }
    QByteArray bytes = block->mid(version.offset, version.length);
    return contentHash(bytes) == version.hash ? std::optional(std::move(bytes)) : std::nullopt;
}

std::optional<QString> SalvageSource::address(ArticleId id)
{
    return row("SELECT key FROM article_text WHERE article = ?", id,
               [](const Rows &rows) { return rows.text(0); });
}

std::optional<Article> SalvageSource::article(ArticleId id)
{
    auto article = row("SELECT key, title, excerpt, category, web_url, original_url, amp_web_url,"
                       " cdn_amp_web_url FROM article_text WHERE article = ?",
                       id, [](const Rows &rows) {
                           Article told;
                           told.key = ArticleKey::fromStored(rows.text(0));
                           told.title = rows.text(1);
                           told.excerpt = rows.text(2);
                           told.category = rows.text(3);
                           told.webUrl = rows.isNull(4) ? rows.text(0) : rows.text(4);
                           told.originalUrl = rows.isNull(5) ? rows.text(0) : rows.text(5);
                           told.ampWebUrl = rows.text(6);
                           told.cdnAmpWebUrl = rows.text(7);
                           return told;
                       });
    if (article) {
        row("SELECT published_at, quality, heat FROM article WHERE id = ?", id,
            [&article](const Rows &rows) {
                article->publishedAt = rows.optionalInteger(0);
                article->quality = rows.optionalNumber(1);
                article->heat = rows.optionalNumber(2);
                return true;
            });
    }
    return article;
}

} // namespace Microfiche
