// SPDX-License-Identifier: GPL-3.0-or-later
#include "witness.h"

#include "importing.h"

#include <QJsonDocument>

#include <cstdio>

namespace Microfiche::Soak
{

namespace
{

constexpr int RowsAtOnce = 1000;
constexpr int FirstCards = 200;
constexpr char End[] = "end";
constexpr qsizetype Fields = 5;

QList<ArticleId> idsOf(Store &store)
{
    QList<ArticleId> ids;
    for (const ArticleId after : answerOf(store.indexPages(RowsAtOnce))) {
        for (const IndexRow &row : answerOf(store.indexRows(after, RowsAtOnce)).rows) {
            ids.append(row.id);
        }
    }
    return ids;
}

QByteArray shownOf(const ArticleDetail &detail)
{
    const ArticleCard &card = detail.card;
    const auto number = [](const auto &value) {
        return value ? QByteArray::number(qint64(*value)) : QByteArray("-");
    };
    QByteArrayList parts{card.title.toUtf8(),
                         card.excerpt.toUtf8(),
                         card.type.toUtf8(),
                         card.providerName.toUtf8(),
                         card.providerDomain.toUtf8(),
                         card.pictureUrl.toUtf8(),
                         detail.webUrl.toUtf8(),
                         detail.originalUrl.toUtf8(),
                         detail.ampWebUrl.toUtf8(),
                         detail.category.toUtf8(),
                         detail.body.toUtf8(),
                         number(card.publishedAt),
                         number(card.quality),
                         number(card.heat),
                         number(card.published),
                         number(std::optional(card.relatedCount)),
                         QJsonDocument(detail.extra).toJson(QJsonDocument::Compact)};
    for (const QString &topic : card.topics) {
        parts.append(topic.toUtf8());
    }
    return contentHash(parts.join('\0'));
}

void tellFiles(Store &store, ArticleId id)
{
    const auto detail = answerOf(store.detail(id));
    for (const ArticleFile &file : detail ? detail->files : QList<ArticleFile>()) {
        const auto bytes = answerOf(store.original(file.version));
        if (!bytes) {
            continue;
        }
        const QByteArrayList line{QByteArray::number(file.version), contentHash(*bytes).toHex(),
                                  detail->card.key.toUtf8().toPercentEncoding(),
                                  file.path.toPercentEncoding(),
                                  file.isShown ? shownOf(*detail).toHex() : QByteArray("-")};
        std::printf("%s\n", line.join(' ').constData());
    }
}

bool isRefused(const Store::OpenAnswer &answer)
{
    if (answer.opening == Store::Opening::Opened) {
        return false;
    }
    std::printf("%s\n", qUtf8Printable(answer.message));
    return true;
}

/// Cards and counts, then the glance, as a window has them.
bool meetsDamage(Store &store)
{
    try {
        answerOf(store.cards(answerOf(store.newest(FirstCards))));
        idsOf(store);
        answerOf(store.articleCount());
        if (!answerOf(store.glance())) {
            std::printf("the glance found it\n");
        }
    } catch (const std::exception &error) {
        std::printf("%s\n", error.what());
        return true;
    }
    return store.damage().isFinished();
}

} // namespace

int beginAndTell(const QString &archive)
{
    Store store;
    const auto answer = answerOf(store.open(archive, Store::IfMissing::Refuse));
    return isRefused(answer) || meetsDamage(store) ? 1 : 0;
}

int witnessAndTell(const QString &archive)
{
    Store store;
    if (isRefused(answerOf(store.open(archive, Store::IfMissing::Refuse, Store::Need::Reading)))) {
        return 1;
    }
    try {
        for (const ArticleId id : idsOf(store)) {
            tellFiles(store, id);
        }
    } catch (const std::exception &error) {
        std::printf("%s\n", error.what());
        return 1;
    }
    std::printf("%s\n", End);
    return 0;
}

std::optional<QList<Witnessed>> witnessedIn(const QByteArray &words)
{
    QList<Witnessed> all;
    for (const QByteArray &line : words.split('\n')) {
        if (line == End) {
            return all;
        }
        const QByteArrayList fields = line.split(' ');
        if (fields.size() != Fields) {
            return std::nullopt;
        }
        all.append({fields.at(0).toLongLong(), QByteArray::fromHex(fields.at(1)),
                    QByteArray::fromPercentEncoding(fields.at(2)),
                    QByteArray::fromPercentEncoding(fields.at(3)),
                    fields.at(4) == "-" ? QByteArray() : QByteArray::fromHex(fields.at(4))});
    }
    return std::nullopt;
}

} // namespace Microfiche::Soak
