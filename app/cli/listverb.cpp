// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/displaytext.h"
#include "cli/articlejson.h"
#include "cli/openarchive.h"
#include "cli/queryremarks.h"
#include "cli/selection.h"
#include "cli/texttable.h"
#include "cli/verb.h"
#include "export/list/csvrow.h"
#include "query/querytext.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace Microfiche
{

namespace
{

constexpr int DateColumn = 10;
constexpr int ProviderColumn = 18;

struct ListVerb {
    Q_DECLARE_TR_FUNCTIONS(ListVerb)
};

/// Gives back what could not be read, and so is not in the list.
using Lister = QList<ArticleId> (*)(Store &, const QList<ArticleId> &, Console &);

QList<ArticleId> listTable(Store &store, const QList<ArticleId> &ids, Console &console)
{
    const ArticleId largest = ids.isEmpty() ? 0 : *std::max_element(ids.cbegin(), ids.cend());
    const TextTable table(
        {{ListVerb::tr("ID"), int(QString::number(largest).size()), Qt::AlignRight},
         {ListVerb::tr("Date"), DateColumn},
         {ListVerb::tr("Quality"), 0, Qt::AlignRight},
         {ListVerb::tr("Provider"), ProviderColumn},
         {ListVerb::tr("Title")}},
        console.width());
    console.print(table.header());
    return forEachCard(store, ids, [&](const ArticleCard &card) {
        const QString title = displayLine(card.title);
        const QString provider =
            displayLine(card.providerName.isEmpty() ? card.providerDomain : card.providerName);
        console.print(
            table.row({QString::number(card.id),
                       card.publishedAt ? isoDate(*card.publishedAt).left(DateColumn)
                                        : ListVerb::tr("undated"),
                       card.quality ? QString::number(*card.quality) : ListVerb::tr("unrated"),
                       provider.isEmpty() ? ListVerb::tr("no provider") : provider,
                       card.isMention ? ListVerb::tr("Mention: %1").arg(title) : title}));
    });
}

QList<ArticleId> listJson(Store &store, const QList<ArticleId> &ids, Console &console)
{
    const TagNames names = tagNames(store);
    return forEachCard(store, ids, [&console, &names](const ArticleCard &card) {
        JsonWriter json(JsonWriter::Layout::OneLine);
        json.beginObject();
        writeCard(json, card, names);
        json.endObject();
        console.write(json.text() + '\n');
    });
}

template <typename Number>
QString csvNumber(const std::optional<Number> &number)
{
    return number ? QString::number(*number) : QString();
}

QList<ArticleId> listCsv(Store &store, const QList<ArticleId> &ids, Console &console)
{
    console.write("id,key,title,excerpt,date,quality,heat,type,published,provider,domain,topics,"
                  "picture,related\r\n");
    return forEachCard(store, ids, [&console](const ArticleCard &card) {
        console.write(csvRow({QString::number(card.id), card.key, oneLine(card.title), card.excerpt,
                              card.publishedAt ? isoDate(*card.publishedAt) : QString(),
                              csvNumber(card.quality), csvNumber(card.heat), card.type,
                              !card.published   ? QString()
                              : *card.published ? QStringLiteral("true")
                                                : QStringLiteral("false"),
                              card.providerName, card.providerDomain, card.topics.join(u';'),
                              card.pictureUrl, QString::number(card.relatedCount)}));
    });
}

QList<ArticleId> listUrls(Store &store, const QList<ArticleId> &ids, Console &console)
{
    return forEachCard(store, ids,
                       [&console](const ArticleCard &card) { console.print(card.address); });
}

Lister listerFor(const QString &format)
{
    static const QHash<QString, Lister> Listers{{QStringLiteral("table"), listTable},
                                                {QStringLiteral("jsonl"), listJson},
                                                {QStringLiteral("csv"), listCsv},
                                                {QStringLiteral("urls"), listUrls}};
    return Listers.value(format);
}

void sayUnread(const QList<ArticleId> &unread, Console &console)
{
    constexpr qsizetype Named = 20;
    if (unread.isEmpty()) {
        return;
    }
    QStringList names;
    for (const ArticleId id : unread.first(std::min(Named, unread.size()))) {
        names.append(QString::number(id));
    }
    if (unread.size() > Named) {
        names.append(QStringLiteral("…"));
    }
    console.say(ListVerb::tr("The archive is damaged: %1 articles cannot be read and are not "
                             "listed: %2. microfiche check tells more.")
                    .arg(QLocale().toString(unread.size()), names.join(QLatin1String(", "))));
}

void sayNothingFound(const QString &query, Console &console)
{
    const QString sentence = ListVerb::tr("No article matches %1");
    const int room = std::max(1, console.width() - cellCount(sentence.arg(QString())));
    console.say(query.isEmpty() ? ListVerb::tr("No article matches.")
                                : sentence.arg(fitted(displayLine(query), room)));
}

VerbParser listParser()
{
    return {
        QStringLiteral("list"),
        QStringLiteral("[QUERY]"),
        ListVerb::tr("Lists the articles that match. A query is made of words and of clauses such "
                     "as\n"
                     "quality:50..80  date:2023-07  provider:wsj.com  topic:\"AI Hardware\"  "
                     "is:mention\n"
                     "-topic:Druid  title:night  has:picture; README has them all. Single quotes "
                     "around the whole\n"
                     "keep the shell from reading it: '(fox OR topic:\"AI Hardware\") "
                     "cited:>=5'."),
        {{QStringLiteral("sort"),
          ListVerb::tr(
              "date, quality, heat, title or provider; with - before it the other way round"),
          QStringLiteral("ORDER")},
         {QStringLiteral("limit"), ListVerb::tr("At most so many"), QStringLiteral("N")},
         {QStringLiteral("format"), ListVerb::tr("table, jsonl, csv or urls"),
          QStringLiteral("FORMAT")}}};
}

struct ListOptions {
    Lister lister = listTable;
    std::optional<SortOrder> order;
    std::optional<qsizetype> limit;
};

/// The options, or what is wrong with them.
std::variant<ListOptions, QString> readOptions(const VerbParser &parser)
{
    ListOptions options;
    if (parser.isSet(QStringLiteral("format"))) {
        options.lister = listerFor(parser.value(QStringLiteral("format")));
        if (!options.lister) {
            return ListVerb::tr("%1 is no format. Formats are table, jsonl, csv and urls.")
                .arg(parser.value(QStringLiteral("format")));
        }
    }
    if (parser.isSet(QStringLiteral("sort"))) {
        options.order = parseSortOrder(parser.value(QStringLiteral("sort")));
        if (!options.order) {
            return ListVerb::tr(
                       "%1 is no order. Orders are date, quality, heat, title and provider.")
                .arg(parser.value(QStringLiteral("sort")));
        }
    }
    if (parser.isSet(QStringLiteral("limit"))) {
        bool isNumber = false;
        options.limit = parser.value(QStringLiteral("limit")).toLongLong(&isNumber);
        if (!isNumber || *options.limit < 0) {
            return ListVerb::tr("%1 is no number of articles.")
                .arg(parser.value(QStringLiteral("limit")));
        }
    }
    return options;
}

} // namespace

int listVerb(const QStringList &arguments, Console &console)
{
    VerbParser parser = listParser();
    if (const auto code = parser.parse(arguments, console, VerbParser::Operands::Query)) {
        return *code;
    }
    const auto read = readOptions(parser);
    if (const auto *wrong = std::get_if<QString>(&read)) {
        return parser.wrongUsage(*wrong, console);
    }
    const auto &options = std::get<ListOptions>(read);
    const auto store = openArchive(parser.archive(), IfMissing::Refuse, console);
    if (!store) {
        return NoArchive;
    }
    const QueryArgument query = queryOf(parser.positional());
    const auto answer = select(*store, query.text, console.width(), options.order);
    if (const auto *wrong = std::get_if<QString>(&answer)) {
        return parser.wrongUsage(*wrong, console);
    }
    QList<ArticleId> ids = std::get<QueryAnswer>(answer).ids;
    if (ids.isEmpty()) {
        sayNothingFound(query.text, console);
    }
    sayRemarks(*store, query, std::get<QueryAnswer>(answer), console);
    if (ids.isEmpty()) {
        return NotAll;
    }
    ids.resize(std::min(options.limit.value_or(ids.size()), ids.size()));
    const QList<ArticleId> unread = options.lister(*store, ids, console);
    sayUnread(unread, console);
    return unread.isEmpty() ? AllWell : NotAll;
}

} // namespace Microfiche
