// SPDX-License-Identifier: GPL-3.0-or-later
#include "bigarchive.h"

#include "store/store.h"
#include "support/archivegenerator.h"

#include <QCache>

namespace Microfiche::Bench
{

namespace
{

constexpr int BatchSize = 1000;
constexpr int NearArticles = 4096; ///< related articles lie close together

template <typename Answer>
std::optional<Answer> answerOf(QFuture<Answer> future)
{
    future.waitForFinished();
    return future.resultCount() > 0 ? std::optional(future.takeResult()) : std::nullopt;
}

class Filler
{
public:
    explicit Filler(int articles)
        : m_generator(articles)
        , m_near(NearArticles)
    {
    }

    ImportBatch batch(qint64 run, int begin, int end);

private:
    Article article(int i);
    RelatedItem itemOf(int i);

    Test::ArchiveGenerator m_generator;
    QCache<int, RelatedItem> m_near;
};

RelatedItem Filler::itemOf(int i)
{
    if (const RelatedItem *known = m_near.object(i)) {
        return *known;
    }
    const Article article = m_generator.article(i);
    RelatedItem item;
    item.key = article.key;
    item.title = article.title;
    item.excerpt = article.excerpt;
    item.publishedAt = article.publishedAt;
    item.webUrl = article.webUrl;
    item.ampWebUrl = article.ampWebUrl;
    item.type = article.type;
    item.provider = article.provider;
    item.quality = article.quality;
    item.pictures = article.pictures;
    m_near.insert(i, new RelatedItem(item));
    return item;
}

Article Filler::article(int i)
{
    Article article = m_generator.article(i);
    QSet<ArticleKey> seen{article.key};
    for (const int of : m_generator.relatedOf(i)) {
        RelatedItem item = itemOf(of);
        if (!seen.contains(item.key)) {
            seen.insert(item.key);
            article.related.append(std::move(item));
        }
    }
    return article;
}

ImportBatch Filler::batch(qint64 run, int begin, int end)
{
    ImportBatch batch;
    batch.run = run;
    OriginalsBlock originals;
    for (int i = begin; i < end; ++i) {
        ImportedArticle imported;
        imported.article = article(i);
        const QByteArray bytes = imported.article.title.toUtf8() + '\n' + QByteArray::number(i);
        imported.hash = contentHash(bytes);
        imported.offset = originals.add(bytes);
        imported.length = bytes.size();
        const FileStamp stamp{"/archive/" + QByteArray::number(i / BatchSize),
                              QByteArray::number(i) + ".md", bytes.size(), 1};
        batch.files.append({stamp, std::move(imported)});
    }
    batch.block = originals.packed();
    return batch;
}

} // namespace

bool fillArchive(const QString &path, int articles)
{
    Store store;
    const auto opened = answerOf(store.open(path));
    const auto run = answerOf(store.beginImport());
    if (!opened || opened->opening != Store::Opening::Opened || !run) {
        return false;
    }
    Filler filler(articles);
    std::optional<QFuture<CommitResult>> pending;
    const auto isCommitted = [&pending] {
        const auto result = pending ? answerOf(std::move(*pending)) : CommitResult();
        return result && result->error.isEmpty();
    };
    for (int begin = 0; begin < articles; begin += BatchSize) {
        ImportBatch batch = filler.batch(*run, begin, std::min(begin + BatchSize, articles));
        if (!isCommitted()) {
            return false;
        }
        pending = store.commit(std::move(batch));
    }
    ImportSummary summary;
    summary.run = *run;
    summary.isFinished = true;
    summary.filesFound = summary.filesImported = articles;
    const bool isKept = isCommitted();
    store.endImport(summary).waitForFinished();
    return isKept && answerOf(store.titleOrder()); // the archive keeps it
}

} // namespace Microfiche::Bench
