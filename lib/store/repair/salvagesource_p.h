// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection_p.h"
#include "store/ledger_p.h"

#include <QCache>
#include <QSet>

#include <memory>
#include <optional>
#include <utility>

namespace Microfiche
{

/// One version of an article, as a damaged archive has it.
struct SalvagedVersion {
    VersionId id = 0;
    ArticleId article = 0;
    FileId file = 0;
    qint64 run = 0;
    UtcSeconds importedAt = 0;
    qint64 block = 0;
    qint64 offset = 0;
    qint64 length = 0;
    ContentHash hash;
};

/// One row of the ledger.
struct SalvagedFile {
    FileId id = 0;
    FileStamp stamp;
    VersionId version = 0;
    qint64 run = 0;
    std::optional<QByteArray> root;
    std::optional<RejectedFile> rejected;
    RulesVersion rules = 0;
};

/// A damaged archive, of which every row is had that can be had. Nothing is written to it, and
/// nothing that it says is trusted.
class SalvageSource final
{
public:
    /// With the log beside it, if that is its own.
    explicit SalvageSource(const QString &path);

    /// Nothing but the archive is a reason to make another one of it: no other database is.
    bool isOpen() const { return m_connection != nullptr; }
    int schema() const { return m_schema; }
    /// Whether the tables can be asked that hold articles and where they come from; what is in
    /// them may be damaged.
    bool knowsTables();

    /// Gives what read() makes of every row that can be read of a table with ids. `sql` has the id
    /// first, and takes the id to begin at and how many rows to give. Where a page is damaged, each
    /// id thereafter is tried on its own, and ever fewer of them, until rows are found again.
    template <typename Read, typename Take>
    void scan(const char *sql, Read read, Take take)
    {
        qint64 next = 0;
        qint64 skipped = 0;
        for (bool isAtEnd = false; !isAtEnd && next <= MaxId;) {
            QList<std::pair<qint64, std::invoke_result_t<Read, const Rows &>>> part;
            const Attempt attempted = attempt([&] {
                auto rows = m_connection->run(sql, next, PartRows);
                while (rows.next()) {
                    part.append({rows.integer(0), read(rows)});
                }
            });
            for (const auto &[id, value] : std::as_const(part)) {
                take(value);
                next = std::max(next, id + 1);
                skipped = 0;
            }
            isAtEnd = attempted == Attempt::Senseless ||
                      (attempted == Attempt::Done && part.size() < PartRows);
            m_hasGap = m_hasGap || attempted == Attempt::Damaged;
            if (attempted == Attempt::Damaged && part.isEmpty()) {
                const qint64 step = std::max<qint64>(1, skipped / TriedOneByOne);
                next += step;
                skipped += step;
            }
        }
    }

    /// The same for a few rows in no matter which order, from either end. `forth` and `back` read
    /// the table in opposite directions; take() may be given a row twice.
    template <typename Read, typename Take>
    void scanEnds(const char *forth, const char *back, Read read, Take take)
    {
        for (const char *sql : {forth, back}) {
            QList<std::invoke_result_t<Read, const Rows &>> part;
            const Attempt attempted = attempt([&] {
                auto rows = m_connection->run(sql);
                while (rows.next()) {
                    part.append(read(rows));
                }
            });
            for (const auto &value : std::as_const(part)) {
                take(value);
            }
            if (attempted != Attempt::Damaged) {
                return;
            }
        }
    }

    /// One row; none if it is not there or cannot be read.
    template <typename Read>
    auto row(const char *sql, qint64 id, Read read)
        -> std::optional<std::invoke_result_t<Read, const Rows &>>
    {
        std::optional<std::invoke_result_t<Read, const Rows &>> found;
        attempt([&] {
            auto rows = m_connection->run(sql, id);
            if (rows.next()) {
                found = read(rows);
            }
        });
        return found;
    }

    /// Whether rows may have been left out since this was asked last.
    bool takeGap() { return std::exchange(m_hasGap, false); }

    void versions(const std::function<void(const SalvagedVersion &)> &take);
    void files(const std::function<void(const SalvagedFile &)> &take);
    std::optional<SalvagedFile> file(FileId id);
    /// The bytes of a version, if they fit its hash.
    std::optional<QByteArray> original(const SalvagedVersion &version);
    std::optional<QString> address(ArticleId id);
    /// What can be read of an article or mention itself, without what hangs on it.
    std::optional<Article> article(ArticleId id);

private:
    static constexpr qint64 MaxId = qint64{1} << 40;
    static constexpr int PartRows = 500;
    static constexpr qint64 TriedOneByOne = 1024;

    enum class Attempt { Done, Damaged, Senseless };

    /// Senseless: there is no such table or column, now or ever.
    template <typename Work>
    static Attempt attempt(Work work)
    {
        try {
            work();
            return Attempt::Done;
        } catch (const SqlError &error) {
            return error.kind() == SqlError::Kind::Other ? Attempt::Senseless : Attempt::Damaged;
        }
    }

    QByteArray folder(qint64 id);
    SalvagedFile fileOf(const Rows &rows);

    std::unique_ptr<Connection> m_connection;
    int m_schema = 0;
    bool m_hasGap = false;
    QHash<qint64, QByteArray> m_folders;
    QCache<qint64, QByteArray> m_blocks; ///< unpacked, by what they weigh
};

} // namespace Microfiche
