// SPDX-License-Identifier: GPL-3.0-or-later
// https://docs.citationstyles.org/en/stable/specification.html, appendices III and IV
#include "export/list/citationkeys_p.h"
#include "export/list/listwriter_p.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;

QJsonObject dateOf(UtcSeconds seconds)
{
    const QDate day = dayOf(seconds);
    return {{u"date-parts"_s, QJsonArray{QJsonArray{day.year(), day.month(), day.day()}}}};
}

class CslList final : public ListWriter
{
public:
    QByteArray begin() override { return "["; }
    QByteArray article(const ExportedArticle &article) override
    {
        const ArticleCard &card = article.detail.card;
        QJsonObject entry{
            {u"id"_s, m_keys.keyOf(card)},
            {u"type"_s, card.type == "video"_L1 ? u"motion_picture"_s : u"article-newspaper"_s}};
        const auto add = [&entry](const QString &name, const QString &value) {
            if (!value.isEmpty()) {
                entry.insert(name, value);
            }
        };
        add(u"title"_s, card.title);
        add(u"container-title"_s,
            card.providerName.isEmpty() ? card.providerDomain : card.providerName);
        add(u"URL"_s, card.address);
        add(u"abstract"_s, card.excerpt);
        add(u"keyword"_s, card.topics.join(", "_L1));
        if (card.publishedAt) {
            entry.insert(u"issued"_s, dateOf(*card.publishedAt));
        }
        if (const auto seen = firstImport(article.detail)) {
            entry.insert(u"accessed"_s, dateOf(*seen));
        }
        const QByteArray text = QJsonDocument(entry).toJson(QJsonDocument::Compact);
        return (std::exchange(m_isFirst, false) ? "\n" : ",\n") + text;
    }
    QByteArray end() override { return "\n]\n"; }

private:
    CitationKeys m_keys;
    bool m_isFirst = true;
};

} // namespace

std::unique_ptr<ListWriter> cslList()
{
    return std::make_unique<CslList>();
}

} // namespace Microfiche
