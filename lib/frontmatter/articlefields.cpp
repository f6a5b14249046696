// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/articlefields.h"

#include "article/displaytext.h"
#include "frontmatter/addressreason.h"
#include "frontmatter/extrafields.h"
#include "frontmatter/readerwords.h"
#include "frontmatter/relateditems.h"

#include <algorithm>

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
    bool takeText(const Field &field);
    bool takeValue(const Field &field);
    bool takeLater(const Field &field);
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

void ArticleFields::take(const Field &field)
{
    if (!takeText(field) && !takeValue(field) && !takeLater(field)) {
        takeExtra(field);
    }
}

bool ArticleFields::takeText(const Field &field)
{
    const std::string_view name = field.name();
    if (name == "title") {
        takeTitle(field);
    } else if (name == "excerpt") {
        m_article.excerpt = m_reader.decodedText(field, MaxExcerptLength);
    } else if (name == "ampWebUrl") {
        m_article.ampWebUrl = m_reader.checkedAddress(field);
    } else if (name == "cdnAmpWebUrl") {
        m_article.cdnAmpWebUrl = m_reader.checkedAddress(field);
    } else if (name == "category") {
        m_article.category = m_reader.text(field, MaxNameLength);
    } else if (name == "type") {
        m_article.type = m_reader.text(field, MaxNameLength);
    } else if (name == "featuredContent") {
        m_article.featuredContent = m_reader.text(field);
    } else if (name == "secured") {
        m_article.secured = m_reader.text(field);
    } else {
        return false;
    }
    return true;
}

bool ArticleFields::takeValue(const Field &field)
{
    const std::string_view name = field.name();
    if (name == "publishedDateTime") {
        m_article.publishedAt = m_reader.timestamp(field);
    } else if (name == "quality") {
        m_article.quality = m_reader.number(field);
    } else if (name == "heat") {
        takeHeat(field);
    } else if (name == "published") {
        m_article.published = m_reader.truth(field);
    } else if (name == "removed") {
        m_article.removed = m_reader.truth(field).value_or(false);
    } else if (name == "provider") {
        m_article.provider = m_reader.provider(field);
    } else if (name == "topics") {
        m_article.topics = m_reader.topics(field);
    } else if (name == "images") {
        m_article.pictures = m_reader.pictures(field);
    } else {
        return false;
    }
    return true;
}

/// What is judged once all fields are known.
bool ArticleFields::takeLater(const Field &field)
{
    const std::string_view name = field.name();
    if (name == "webUrl") {
        m_webUrl = field;
    } else if (name == "originalUrl") {
        m_originalUrl = field;
    } else if (name == "related") {
        m_related = field;
    } else {
        return false;
    }
    return true;
}

void ArticleFields::takeTitle(const Field &field)
{
    if (field.value.kind() == NodeKind::List) {
        throw FrontMatterError(
            field.value.at(),
            ReaderWords::tr(
                "The title is a list. An article needs one line of text as its title."));
    }
    if (field.value.kind() == NodeKind::Map) {
        throw FrontMatterError(
            field.value.at(),
            ReaderWords::tr("The title is a map. An article needs one line of text as its title."));
    }
    m_article.title = m_reader.decodedText(field, MaxTitleLength);
    if (displayLine(m_article.title).isEmpty()) {
        throw FrontMatterError(
            field.key.at(),
            ReaderWords::tr("The title is empty. An article needs one line of text as its title."));
    }
    m_hasTitle = true;
}

void ArticleFields::takeHeat(const Field &field)
{
    if (!field.value.isText() || field.value.text() != "-1") { // -1: not measured
        m_article.heat = m_reader.number(field);
    }
}

void ArticleFields::takeExtra(const Field &field)
{
    const QString name =
        QString::fromUtf8(field.name().data(), static_cast<qsizetype>(field.name().size()));
    if (displayLine(name) != name) {
        m_reader.warn(field.key.at(),
                      ReaderWords::tr("The name %1 holds characters that cannot be seen. It is "
                                      "kept, but means nothing here.")
                          .arg(field.shownName()));
    }
    m_article.extra.insert(name, toJson(field.value));
}

ArticleKey ArticleFields::key()
{
    std::optional<FrontMatterError> firstProblem;
    for (const auto &field : {m_webUrl, m_originalUrl}) {
        if (!field || field->value.isNull()) {
            continue;
        }
        if (field->value.isText()) {
            if (const auto key = ArticleKey::fromAddress(textOf(field->value))) {
                return *key;
            }
        }
        if (!firstProblem) {
            firstProblem.emplace(field->value.at(), addressReason(field->value));
        }
    }
    if (firstProblem) {
        throw FrontMatterError(*firstProblem);
    }
    throw FrontMatterError(
        {}, ReaderWords::tr("There is no address. An article needs an http or https address."));
}

Article ArticleFields::finish()
{
    if (!m_hasTitle) {
        throw FrontMatterError({}, ReaderWords::tr("There is no title. An article needs one line "
                                                   "of text as its title."));
    }
    m_article.key = key();
    if (m_webUrl) {
        m_article.webUrl = m_reader.checkedAddress(*m_webUrl);
    }
    if (m_originalUrl) {
        m_article.originalUrl = m_reader.checkedAddress(*m_originalUrl);
    }
    if (m_related) {
        m_article.related = relatedItems(*m_related, m_reader);
    }
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
    if (twin == sorted.end()) {
        return;
    }
    throw FrontMatterError(
        std::next(twin)->key.at(),
        ReaderWords::tr("%1 stands here a second time. It stands on line %2 already.")
            .arg(twin->shownName())
            .arg(reader.position(twin->key.at()).line));
}

std::vector<Field> topLevelFields(const NodeTree &tree)
{
    if (tree.isEmpty() || tree.root().isNull()) {
        throw FrontMatterError({}, ReaderWords::tr("The front matter is empty."));
    }
    const NodeRef root = tree.root();
    if (root.kind() != NodeKind::Map) {
        throw FrontMatterError(
            root.at(), ReaderWords::tr("The front matter is %1, not a map of names and values.")
                           .arg(described(root)));
    }
    std::vector<Field> fields;
    for (NodeRef key = root.first(); key != root.last();) {
        const NodeRef value = key.next();
        if (!key.isText()) {
            throw FrontMatterError(key.at(),
                                   ReaderWords::tr("A list or map stands where a name belongs."));
        }
        fields.push_back({key, value});
        key = value.next();
    }
    return fields;
}

} // namespace

Article toArticle(const NodeTree &tree, FieldReader &reader)
{
    const std::vector<Field> fields = topLevelFields(tree);
    refuseDuplicates(fields, reader);
    ArticleFields article(reader);
    for (const Field &field : fields) {
        article.take(field);
    }
    return article.finish();
}

} // namespace Microfiche
