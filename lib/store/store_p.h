// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/batchwriter_p.h"
#include "store/connection_p.h"
#include "store/readers_p.h"
#include "store/store.h"
#include "store/titleorder_p.h"
#include "store/workers_p.h"

#include <QPromise>

#include <atomic>
#include <optional>

namespace Microfiche
{

/// The store's threads, and what each of them has for itself.
class Store::Private
{
public:
    struct Reader {
        std::unique_ptr<Connection> connection;
    };

    struct Writer {
        std::unique_ptr<Connection> connection;
        std::unique_ptr<BatchWriter> batches;
        bool haveTitlesChanged = false;         ///< since they were last sorted after an import
        std::optional<qint64> dataVersion = {}; ///< as SQLite counts the commits of others
    };

    template <typename Answer>
    using Promise = std::shared_ptr<QPromise<Answer>>;

    template <typename Answer>
    static Promise<Answer> promise()
    {
        auto made = std::make_shared<QPromise<Answer>>();
        made->start();
        return made;
    }

    template <typename Answer>
    static void answer(QPromise<Answer> &promise, Answer value)
    {
        promise.addResult(std::move(value));
        promise.finish();
    }

    static QString noArchive();
    /// Says so in the log, and gives what the future is to hold.
    std::exception_ptr toldUnread(const std::exception &error);
    void tellUnwritten(const std::exception &error);

    /// To be said once, whichever thread meets it first.
    void noteDamage();
    void noteDamage(const std::exception &error);
    /// The same if a part of a card could not be read.
    QList<ArticleCard> noted(QList<ArticleCard> cards);

    template <typename Answer>
    void fail(QPromise<Answer> &promise, const std::exception &error)
    {
        promise.setException(toldUnread(error));
        promise.finish();
    }

    /// The connection of a reader, made when it is first asked; none if no archive is open.
    Connection *connectionOf(Reader &reader)
    {
        if (!reader.connection && isOpen) {
            reader.connection = std::make_unique<Connection>(path, reading);
        }
        return reader.connection.get();
    }

    /// Asks a reader. Where no archive is open there is nothing; what cannot be read is a
    /// StoreError; one cancelled is not asked.
    template <typename Question>
    auto read(Question question)
    {
        return readUntilCancelled(
            [question = std::move(question)](Connection &archive, const std::function<bool()> &) {
                return question(archive);
            });
    }

    /// The same for what takes long enough to be cancelled on the way.
    template <typename Question>
    auto readUntilCancelled(Question question)
    {
        using Answer = std::invoke_result_t<Question, Connection &, const std::function<bool()> &>;
        return readInSteps([question = std::move(question)](
                               Connection &archive, const std::function<bool()> &isCancelled) {
            return std::optional<Answer>(isCancelled() ? Answer() : question(archive, isCancelled));
        });
    }

    /// The same for what takes so long that others must be asked in between: `question` is put
    /// until it has an answer, also if cancelled.
    template <typename Question>
    auto readInSteps(Question question)
    {
        using Given = std::invoke_result_t<Question, Connection &, const std::function<bool()> &>;
        const auto promised = promise<typename Given::value_type>();
        postStep(promised, std::move(question));
        return promised->future();
    }

    template <typename Answer, typename Question>
    void postStep(const Promise<Answer> &promised, Question question)
    {
        readers.post([this, promised, question = std::move(question)](Reader &reader) {
            std::optional<Answer> given;
            try {
                Connection *connection = connectionOf(reader);
                if (!connection) {
                    given = Answer();
                } else {
                    const Transaction snapshot(*connection, Connection::Access::Reading);
                    given = question(*connection, [&] { return promised->isCanceled(); });
                }
            } catch (const std::exception &error) {
                fail(*promised, error);
                return;
            }
            if (given) {
                answer(*promised, std::move(*given));
            } else {
                postStep(promised, question);
            }
        });
    }

    /// Asks the writer; `failed` is the answer where it cannot be done.
    template <typename Answer, typename Task>
    QFuture<Answer> write(Answer failed, Task task)
    {
        const auto promised = promise<Answer>();
        writer.post(
            [this, promised, failed = std::move(failed), task = std::move(task)](Writer &own) {
                Answer given = failed;
                try {
                    if (own.connection) {
                        const qint64 before = readWrites(*own.connection);
                        given = task(own);
                        tellWrites(own, before);
                    }
                } catch (const std::exception &error) {
                    tellUnwritten(error);
                }
                answer(*promised, std::move(given));
            });
        return promised->future();
    }

    /// What is kept of the archive in memory follows what was written.
    void tellWrites(Writer &own, qint64 before)
    {
        const WriteSpan span{before, readWrites(*own.connection)};
        const QList<ArticleId> changed = own.batches->takeTitleChanges();
        own.haveTitlesChanged = own.haveTitlesChanged || !changed.isEmpty();
        titles.follow(span, changed);
    }

    void takeLogIn(Writer &own);

    std::optional<QList<ArticleId>> stepToTitles(Connection &archive,
                                                 const std::function<bool()> &isCancelled)
    {
        auto order = titles.step(archive, isCancelled);
        if (order && titles.takeNeedToKeep()) {
            write(false, [this](Writer &own) {
                titles.keep(*own.connection);
                return true;
            });
        }
        return order;
    }

    Promise<QString> damage = promise<QString>();
    std::atomic_bool isDamageTold = false;
    QString path;
    std::atomic_bool isOpen = false;
    TitleOrder titles;
    Connection::Access reading = Connection::Access::Reading; ///< set before readers are there
    // Readers go first: a check begins with the writer and goes on with a reader.
    Workers<Writer> writer;
    Workers<Reader> readers;
};

} // namespace Microfiche
