// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/articlefields.h"

#include "article/displaytext.h"
#include "frontmatter/addressreason.h"
#include "frontmatter/extrafields.h"
#include "frontmatter/readerwords.h"
#include "frontmatter/relateditems.h"

#include <algorithm>
#include <array>

namespace Microfiche
{

namespace
{

class ArticleFields
{
public:
    explicit ArticleFields(FieldReader &reader)
        : m_reader(reader)
    {
    }

    void take(const Field &field);
    Article finish();

private:
    struct Known {
        std::string_view name;
        void (*take)(ArticleFields &, const Field &);
    };
    static const std::array<Known, 20> KnownFields;

    void takeTitle(const Field &field);
    void takeHeat(const Field &field);
    void takeExtra(const Field &field);
    ArticleKey key();

    FieldReader &m_reader;
    Article m_article;
    std::optional<Field> m_webUrl;
    std::optional<Field> m_originalUrl;
    std::optional<Field> m_related;
    bool m_hasTitle = false;
};

// The order is that of real files, so that the search is short.
const std::array<ArticleFields::Known, 20> ArticleFields::KnownFields = {{
    {"category", [](ArticleFields &a,
                    const Field &f) { a.m_article.category = a.m_reader.text(f, MaxNameLength); }},
    {"title", [](ArticleFields &a, const Field &f) { a.takeTitle(f); }},
    {"excerpt",
     [](ArticleFields &a, const Field &f) {
         a.m_article.excerpt = a.m_reader.decodedText(f, MaxExcerptLength);
     }},
    {"publishedDateTime",
     [](ArticleFields &a, const Field &f) { a.m_article.publishedAt = a.m_reader.timestamp(f); }},
    {"originalUrl", [](ArticleFields &a, const Field &f) { a.m_originalUrl = f; }},
    {"webUrl", [](ArticleFields &a, const Field &f) { a.m_webUrl = f; }},
    {"ampWebUrl",
     [](ArticleFields &a, const Field &f) { a.m_article.ampWebUrl = a.m_reader.address(f); }},
    {"cdnAmpWebUrl",
     [](ArticleFields &a, const Field &f) { a.m_article.cdnAmpWebUrl = a.m_reader.address(f); }},
    {"type", [](ArticleFields &a,
                const Field &f) { a.m_article.type = a.m_reader.text(f, MaxNameLength); }},
    {"quality",
     [](ArticleFields &a, const Field &f) { a.m_article.quality = a.m_reader.number(f); }},
    {"heat", [](ArticleFields &a, const Field &f) { a.takeHeat(f); }},
    {"published",
     [](ArticleFields &a, const Field &f) { a.m_article.published = a.m_reader.truth(f); }},
    {"removed", [](ArticleFields &a,
                   const Field &f) { a.m_article.removed = a.m_reader.truth(f).value_or(false); }},
    {"featuredContent",
     [](ArticleFields &a, const Field &f) { a.m_article.featuredContent = a.m_reader.text(f); }},
    {"provider",
     [](ArticleFields &a, const Field &f) { a.m_article.provider = a.m_reader.provider(f); }},
    {"topics", [](ArticleFields &a, const Field &f) { a.m_article.topics = a.m_reader.topics(f); }},
    {"images",
     [](ArticleFields &a, const Field &f) { a.m_article.pictures = a.m_reader.pictures(f); }},
    {"related", [](ArticleFields &a, const Field &f) { a.m_related = f; }},
    {"secured", [](ArticleFields &a, const Field &f) { a.m_article.secured = a.m_reader.text(f); }},
    {"body", nullptr}, // the text after the fence is the body; a field of this name is unknown
}};

void ArticleFields::take(const Field &field)
{
    const auto known = std::find_if(KnownFields.begin(), KnownFields.end(),
                                    [&](const Known &k) { return k.name == field.name(); });
    if (known != KnownFields.end() && known->take != nullptr)
        known->take(*this, field);
    else
        takeExtra(field);
}

void ArticleFields::takeTitle(const Field &field)
{
    if (field.value.kind() == NodeKind::List)
        throw FrontMatterError(
            field.value.at(),
            ReaderWords::tr(
                "The title is a list. An article needs one line of text as its title."));
    if (field.value.kind() == NodeKind::Map)
        throw FrontMatterError(
            field.value.at(),
            ReaderWords::tr("The title is a map. An article needs one line of text as its title."));
    m_article.title = m_reader.decodedText(field, MaxTitleLength);
    if (displayLine(m_article.title).isEmpty())
        throw FrontMatterError(
            field.key.at(),
            ReaderWords::tr("The title is empty. An article needs one line of text as its title."));
    m_hasTitle = true;
}

void ArticleFields::takeHeat(const Field &field)
{
    if (!field.value.isText() || field.value.text() != "-1") // -1: not measured
        m_article.heat = m_reader.number(field);
}

void ArticleFields::takeExtra(const Field &field)
{
    const QString name =
        QString::fromUtf8(field.name().data(), static_cast<qsizetype>(field.name().size()));
    if (displayLine(name) != name)
        m_reader.warn(field.key.at(),
                      ReaderWords::tr("The name %1 holds characters that cannot be seen. It is "
                                      "kept, but means nothing here.")
                          .arg(field.shownName()));
    m_article.extra.insert(name, toJson(field.value));
}

ArticleKey ArticleFields::key()
{
    std::optional<FrontMatterError> firstProblem;
    for (const auto &field : {m_webUrl, m_originalUrl}) {
        if (!field || field->value.isNull())
            continue;
        if (field->value.isText()) {
            if (const auto key = ArticleKey::fromAddress(textOf(field->value)))
                return *key;
        }
        if (!firstProblem)
            firstProblem.emplace(field->value.at(), addressReason(field->value));
    }
    if (firstProblem)
        throw FrontMatterError(*firstProblem);
    throw FrontMatterError(
        {}, ReaderWords::tr("There is no address. An article needs an http or https address."));
}

Article ArticleFields::finish()
{
    if (!m_hasTitle)
        throw FrontMatterError({}, ReaderWords::tr("There is no title. An article needs one line "
                                                   "of text as its title."));
    m_article.key = key();
    if (m_webUrl)
        m_article.webUrl = m_reader.address(*m_webUrl);
    if (m_originalUrl)
        m_article.originalUrl = m_reader.address(*m_originalUrl);
    if (m_related)
        m_article.related = relatedItems(*m_related, m_reader);
    return std::move(m_article);
}

/// Two values of one name cannot both be meant, and a guess would be made up.
void refuseDuplicates(const std::vector<Field> &fields, const FieldReader &reader)
{
    std::vector<Field> sorted = fields;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Field &a, const Field &b) { return a.name() < b.name(); });
    const auto twin =
        std::adjacent_find(sorted.begin(), sorted.end(),
                           [](const Field &a, const Field &b) { return a.name() == b.name(); });
    if (twin == sorted.end())
        return;
    throw FrontMatterError(
        std::next(twin)->key.at(),
        ReaderWords::tr("%1 stands here a second time. It stands on line %2 already.")
            .arg(twin->shownName())
            .arg(reader.position(twin->key.at()).line));
}

std::vector<Field> topLevelFields(const NodeTree &tree, const FieldReader &)
{
    if (tree.isEmpty() || tree.root().isNull())
        throw FrontMatterError({}, ReaderWords::tr("The front matter is empty."));
    const NodeRef root = tree.root();
    if (root.kind() != NodeKind::Map)
        throw FrontMatterError(
            root.at(), ReaderWords::tr("The front matter is %1, not a map of names and values.")
                           .arg(described(root)));
    std::vector<Field> fields;
    for (NodeRef key = root.first(); key != root.last();) {
        const NodeRef value = key.next();
        if (!key.isText())
            throw FrontMatterError(key.at(),
                                   ReaderWords::tr("A list or map stands where a name belongs."));
        fields.push_back({key, value});
        key = value.next();
    }
    return fields;
}

} // namespace

Article toArticle(const NodeTree &tree, FieldReader &reader)
{
    const std::vector<Field> fields = topLevelFields(tree, reader);
    refuseDuplicates(fields, reader);
    ArticleFields article(reader);
    for (const Field &field : fields)
        article.take(field);
    return article.finish();
}

} // namespace Microfiche
