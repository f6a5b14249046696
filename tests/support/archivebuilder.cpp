// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/archivebuilder.h"

#include <algorithm>
#include <iterator>

namespace Microfiche::Test
{

using namespace Qt::StringLiterals;

Article makeArticle(int number)
{
    constexpr UtcSeconds FirstOf2024 = 1'704'067'200;
    constexpr UtcSeconds Day = 24LL * 60 * 60;
    const QString address = u"https://news.example/articles/%1"_s.arg(number);
    Article article;
    article.key = ArticleKey::fromAddress(address).value();
    article.title = u"Article %1"_s.arg(number);
    article.excerpt = u"What article %1 tells."_s.arg(number);
    article.publishedAt = FirstOf2024 + (number - 1) * Day;
    article.webUrl = address;
    article.originalUrl = address;
    article.category = u"news"_s;
    article.type = u"article"_s;
    article.quality = 50 + number;
    article.published = true;
    article.provider = {u"Example News"_s, u"news.example"_s, {}};
    return article;
}

RelatedItem relatedTo(const Article &article)
{
    RelatedItem item;
    item.key = article.key;
    item.title = article.title;
    item.excerpt = article.excerpt;
    item.publishedAt = article.publishedAt;
    item.webUrl = article.webUrl;
    item.type = article.type;
    item.provider = article.provider;
    item.quality = article.quality;
    item.pictures = article.pictures;
    return item;
}

QByteArray originalOf(const Article &article)
{
    QByteArray bytes = "---\ntitle: \"" + article.title.toUtf8() + "\"\nexcerpt: \"" +
                       article.excerpt.toUtf8() + "\"\nwebUrl: \"" +
                       article.key.toString().toUtf8() + "\"\n";
    if (article.publishedAt) {
        bytes += "publishedDateTime: " + QByteArray::number(*article.publishedAt) + '\n';
    }
    bytes += "related:\n";
    for (const RelatedItem &item : article.related) {
        bytes += "  - webUrl: \"" + item.key.toString().toUtf8() + "\"\n";
    }
    return bytes + "---\n" + article.body.toUtf8();
}

ArchiveBuilder::ArchiveBuilder()
    : m_store(std::make_unique<Store>())
{
    const Store::OpenAnswer answer = answerOf(m_store->open(path()));
    if (answer.opening != Store::Opening::Opened) {
        qFatal("The test's archive cannot be opened: %s", qUtf8Printable(answer.message));
    }
    beginRun();
}

ArchiveBuilder::~ArchiveBuilder() = default;

QString ArchiveBuilder::path() const
{
    return m_folder.filePath(u"test.microfiche"_s);
}

void ArchiveBuilder::add(const Article &article, const QByteArray &name, const QByteArray &bytes)
{
    const QByteArray original = bytes.isNull() ? originalOf(article) : bytes;
    const QByteArray ownName = article.key.toString().section(u'/', -1).toUtf8() + ".md";
    const FileStamp stamp{folder(), name.isNull() ? ownName : name, original.size(), ++m_clock};
    const qint64 offset = m_block.add(original);
    m_batch.files.append(
        {stamp, ImportedArticle{article, contentHash(original), offset, original.size()}});
}

void ArchiveBuilder::addRejected(const QByteArray &name, const RejectedFile &reason)
{
    m_batch.files.append({FileStamp{folder(), name, 1, ++m_clock}, reason});
}

void ArchiveBuilder::addOther(const QByteArray &name, const OtherFile &other)
{
    m_batch.files.append({FileStamp{folder(), name, 1, ++m_clock}, other});
}

void ArchiveBuilder::addUnchanged(const FileStamp &stamp)
{
    m_batch.files.append({stamp, UnchangedFile{}});
}

void ArchiveBuilder::carry(const QString &url, const ContentHash &content)
{
    m_batch.carried.insert(url, content);
}

ImportBatch ArchiveBuilder::takeBatch()
{
    ImportBatch batch = std::exchange(m_batch, {});
    batch.run = m_run;
    batch.block = std::exchange(m_block, {}).packed();
    return batch;
}

CommitResult ArchiveBuilder::commit()
{
    return answerOf(m_store->commit(takeBatch()));
}

void ArchiveBuilder::beginRun()
{
    m_run = answerOf(m_store->beginImport());
}

ArticleId ArchiveBuilder::idOf(const Article &article)
{
    return answerOf(m_store->find(article.key)).value_or(0);
}

Store::OpenAnswer ArchiveBuilder::reopen()
{
    m_store.reset();
    m_store = std::make_unique<Store>();
    return answerOf(m_store->open(path()));
}

QList<ArticleId> idsWith(Store &store, const QStringList &words)
{
    QList<ArticleId> common;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QList<ArticleId> ids =
            answerOf(store.idsOf({StoreTerm::Kind::Text, words.at(i), {}})).toList();
        QList<ArticleId> both;
        std::set_intersection(common.cbegin(), common.cend(), ids.cbegin(), ids.cend(),
                              std::back_inserter(both));
        common = i == 0 ? ids : both;
    }
    return common;
}

} // namespace Microfiche::Test
