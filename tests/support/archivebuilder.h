// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <QTemporaryDir>

#include <memory>

namespace Microfiche::Test
{

/// An invented article: "Article 7" at https://news.example/articles/7, of day 7 of 2024, with a
/// quality of 57, by "Example News". Change what matters to the test.
Article makeArticle(int number);
/// What another article says of `article`.
RelatedItem relatedTo(const Article &article);
/// Bytes of a file that could hold `article`; different articles give different bytes.
QByteArray originalOf(const Article &article);

/// A store in a temporary folder, and articles to put into it.
///
///     ArchiveBuilder archive;
///     archive.add(makeArticle(1));
///     const CommitResult result = archive.commit();
///     archive.store().cards({archive.idOf(makeArticle(1))});
class ArchiveBuilder final
{
public:
    ArchiveBuilder();
    ~ArchiveBuilder();

    Store &store() { return *m_store; }
    QString path() const;
    /// The folder that the files are said to come from.
    static QByteArray folder() { return "/archive/news"; }

    /// Adds a file to the next commit: named after the address, or `name`; with the bytes
    /// originalOf() gives, or `bytes`.
    void add(const Article &article, const QByteArray &name = {}, const QByteArray &bytes = {});
    void addRejected(const QByteArray &name, const RejectedFile &reason);
    void addOther(const QByteArray &name, const OtherFile &other);
    void addUnchanged(const FileStamp &stamp);
    /// The content of a picture address that the folder carries.
    void carry(const QString &url, const ContentHash &content);
    /// The batch as it stands; empties it.
    ImportBatch takeBatch();
    /// Commits what was added, in the current run.
    CommitResult commit();
    /// Later commits belong to a new run.
    void beginRun();
    qint64 run() const { return m_run; }

    ArticleId idOf(const Article &article);
    /// Closes the archive, so that its file is whole; until reopen() there is no store().
    void close() { m_store.reset(); }
    /// Closes the archive and opens it again.
    Store::OpenAnswer reopen();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
    OriginalsBlock m_block;
    ImportBatch m_batch;
    qint64 m_run = 0;
    qint64 m_clock = 0; ///< a time of change that no file had before
};

/// The answer, waited for; only for tests.
template <typename Answer>
Answer answerOf(QFuture<Answer> future)
{
    future.waitForFinished();
    return future.result();
}

/// The articles and mentions that every one of `words` is found in, ascending.
QList<ArticleId> idsWith(Store &store, const QStringList &words);

} // namespace Microfiche::Test
