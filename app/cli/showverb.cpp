// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/displaytext.h"
#include "cli/articlejson.h"
#include "cli/openarchive.h"
#include "cli/texttable.h"
#include "cli/verb.h"

#include <QLocale>

#include <algorithm>

namespace Microfiche
{

namespace
{

struct ShowVerb {
    Q_DECLARE_TR_FUNCTIONS(ShowVerb)
};

/// The article that an id or an address names.
std::optional<ArticleId> findArticle(Store &store, const QString &name)
{
    bool isId = false;
    const ArticleId id = name.toLongLong(&isId);
    if (isId) {
        return id;
    }
    const auto key = ArticleKey::fromAddress(name);
    return key ? waitFor(store.find(*key)) : std::nullopt;
}

QString provider(const ArticleCard &card)
{
    const QString both = displayLine(card.providerName + u' ' + card.providerDomain);
    return both.isEmpty() ? ShowVerb::tr("no provider") : both;
}

QString marks(const ArticleCard &card)
{
    QStringList said;
    if (card.isStarred) {
        said += ShowVerb::tr("starred");
    }
    if (card.isSeen) {
        said += ShowVerb::tr("seen");
    }
    return said.join(QLatin1String(", "));
}

QList<Fact> facts(const ArticleDetail &detail, const TagNames &names)
{
    const ArticleCard &card = detail.card;
    QList<Fact> all;
    const auto add = [&all](const QString &name, const QString &value) {
        if (!value.isEmpty()) {
            all.append({name, displayLine(value)});
        }
    };
    add(ShowVerb::tr("ID"), QString::number(card.id));
    add(ShowVerb::tr("Address"), card.key);
    if (detail.originalUrl != card.key) {
        add(ShowVerb::tr("Original"), detail.originalUrl);
    }
    add(ShowVerb::tr("AMP"), detail.ampWebUrl);
    add(ShowVerb::tr("Provider"), provider(card));
    add(ShowVerb::tr("Published"),
        card.publishedAt ? isoDate(*card.publishedAt) : ShowVerb::tr("undated"));
    add(ShowVerb::tr("Quality"),
        card.quality ? QString::number(*card.quality) : ShowVerb::tr("unrated"));
    add(ShowVerb::tr("Heat"), card.heat ? QString::number(*card.heat) : ShowVerb::tr("unmeasured"));
    add(ShowVerb::tr("Type"), card.type);
    add(ShowVerb::tr("Topics"),
        card.topics.isEmpty() ? ShowVerb::tr("no topics") : card.topics.join(QLatin1String(", ")));
    add(ShowVerb::tr("Tags"), tagsOf(card, names).join(QLatin1String(", ")));
    add(ShowVerb::tr("Marks"), marks(card));
    add(ShowVerb::tr("Note"), detail.note);
    add(ShowVerb::tr("State"), card.isRemoved ? ShowVerb::tr("withdrawn by its publisher")
                               : card.published && !*card.published ? ShowVerb::tr("unpublished")
                                                                    : QString());
    add(ShowVerb::tr("Picture"),
        card.pictureUrl.isEmpty() ? ShowVerb::tr("no picture") : card.pictureUrl);
    add(ShowVerb::tr("Cited by"), QString::number(card.citedCount));
    for (const ArticleFile &file : detail.files) {
        add(file.isShown ? ShowVerb::tr("File") : ShowVerb::tr("Other version"),
            shownPath(file.path));
    }
    if (card.isMention) {
        add(ShowVerb::tr("File"), ShowVerb::tr("none: known only from articles that cite it"));
    }
    return all;
}

void printArticle(const ArticleDetail &detail, const QList<ArticleCard> &related,
                  const TagNames &names, Console &console)
{
    console.print(displayLine(detail.card.title));
    int width = 0;
    const QList<Fact> all = facts(detail, names);
    for (const Fact &fact : all) {
        width = std::max(width, cellCount(fact.first));
    }
    for (const Fact &fact : all) {
        console.print(padded(fact.first, width) + QLatin1String("  ") + fact.second);
    }
    for (const QString &text : {detail.card.excerpt, detail.body}) {
        if (!text.isEmpty()) {
            console.print({});
            console.print(displayText(text));
        }
    }
    if (!related.isEmpty()) {
        console.print({});
        console.print(ShowVerb::tr("Related"));
    }
    for (const ArticleCard &card : related) {
        const QString title = displayLine(card.title);
        console.print(QStringLiteral("  %1  %2")
                          .arg(padded(QString::number(card.id), 7, Qt::AlignRight),
                               card.isMention ? ShowVerb::tr("Mention: %1").arg(title) : title));
    }
}

int writeSource(Store &store, const ArticleDetail &detail, Console &console)
{
    const auto shown = std::find_if(detail.files.cbegin(), detail.files.cend(),
                                    [](const ArticleFile &file) { return file.isShown; });
    if (shown == detail.files.cend()) {
        console.say(
            ShowVerb::tr("There is no file: this is known only from articles that cite it."));
        return NotAll;
    }
    const auto bytes = waitFor(store.original(shown->version));
    if (!bytes) {
        console.say(ShowVerb::tr("The original file is damaged. microfiche check tells more."));
        return NotAll;
    }
    console.write(*bytes);
    return AllWell;
}

/// The articles it relates to; if they cannot be read, the article is shown without them.
QList<ArticleCard> readRelated(Store &store, ArticleId id, QString &problem)
{
    QList<ArticleCard> related;
    try {
        related = waitFor(store.related(id));
    } catch (const StoreError &error) {
        problem = error.message();
    }
    for (const ArticleCard &card : std::as_const(related)) {
        problem = card.problem.isEmpty() ? problem : card.problem;
    }
    return related;
}

bool isFormat(const QString &format)
{
    return format.isEmpty() || format == QLatin1String("text") || format == QLatin1String("json") ||
           format == QLatin1String("source");
}

} // namespace

int showVerb(const QStringList &arguments, Console &console)
{
    VerbParser parser(
        QStringLiteral("show"), QStringLiteral("ID|ADDRESS"),
        ShowVerb::tr("Shows one article or mention."),
        {{QStringLiteral("format"), ShowVerb::tr("text, json, or source: the original bytes"),
          QStringLiteral("FORMAT")}});
    if (const auto code = parser.parse(arguments, console)) {
        return *code;
    }
    const QString format = parser.value(QStringLiteral("format"));
    if (!isFormat(format)) {
        return parser.wrongUsage(
            ShowVerb::tr("%1 is no format. Formats are text, json and source.").arg(format),
            console);
    }
    if (parser.positional().size() != 1) {
        return parser.wrongUsage(ShowVerb::tr("show needs one ID or address."), console);
    }
    const auto store = openArchive(parser.archive(), IfMissing::Refuse, console);
    if (!store) {
        return NoArchive;
    }
    const auto id = findArticle(*store, parser.positional().constFirst());
    const auto detail = id ? waitFor(store->detail(*id)) : std::nullopt;
    if (!detail) {
        console.say(ShowVerb::tr("The archive has no article %1.")
                        .arg(displayLine(parser.positional().constFirst())));
        return NotAll;
    }
    if (format == QLatin1String("source")) {
        return writeSource(*store, *detail, console);
    }
    QString problem = detail->card.problem;
    const QList<ArticleCard> related = readRelated(*store, *id, problem);
    const TagNames names = tagNames(*store);
    if (format == QLatin1String("json")) {
        console.write(articleJson(*detail, related, names));
    } else {
        printArticle(*detail, related, names, console);
    }
    if (!problem.isEmpty()) {
        console.say(ShowVerb::tr("%1 Not all of this article could be read. microfiche check "
                                 "tells more.")
                        .arg(problem));
        return NotAll;
    }
    return AllWell;
}

} // namespace Microfiche
