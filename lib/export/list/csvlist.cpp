// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/list/csvrow.h"
#include "export/list/listwriter_p.h"

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;

// A spreadsheet takes a cell that begins like this for a formula, and the text is anybody's.
// https://owasp.org/www-community/attacks/CSV_Injection
bool looksLikeFormula(const QString &text)
{
    return !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front());
}

QStringList harmless(QStringList cells)
{
    for (QString &cell : cells) {
        if (looksLikeFormula(cell)) {
            cell.prepend(u'\'');
        }
    }
    return cells;
}

QString numberText(const std::optional<int> &number)
{
    return number ? QString::number(*number) : QString();
}

class CsvList final : public ListWriter
{
public:
    // A program that opens the file by its name takes it for an older encoding without the mark.
    QByteArray begin() override
    {
        return "\xef\xbb\xbf" +
               csvRow({u"title"_s, u"date"_s, u"provider"_s, u"domain"_s, u"type"_s, u"quality"_s,
                       u"heat"_s, u"topics"_s, u"address"_s, u"picture"_s, u"related"_s,
                       u"citedBy"_s, u"seen"_s, u"starred"_s, u"tags"_s, u"note"_s, u"excerpt"_s});
    }

    QByteArray article(const ExportedArticle &article) override
    {
        const ArticleCard &card = article.detail.card;
        const auto truth = [](bool value) { return value ? u"yes"_s : u"no"_s; };
        return csvRow(
            harmless({card.title, card.publishedAt ? isoTime(*card.publishedAt) : QString(),
                      card.providerName, card.providerDomain, card.type, numberText(card.quality),
                      numberText(card.heat), card.topics.join("; "_L1), card.address,
                      card.pictureUrl, QString::number(card.relatedCount),
                      QString::number(card.citedCount), truth(card.isSeen), truth(card.isStarred),
                      article.tags.join("; "_L1), article.detail.note, card.excerpt}));
    }
};

} // namespace

std::unique_ptr<ListWriter> csvList()
{
    return std::make_unique<CsvList>();
}

} // namespace Microfiche
