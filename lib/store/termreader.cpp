// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/citations_p.h"
#include "store/connection_p.h"
#include "store/fulltext_p.h"
#include "store/postings_p.h"
#include "store/readers_p.h"
#include "store/tokenizer_p.h"

namespace Microfiche
{

namespace
{

using IsCancelled = std::function<bool()>;
constexpr int RowsBetweenLooks = 4096;
constexpr int TitleColumn = 0; // of article_fts (schema.cpp)
constexpr int ExcerptColumn = 1;

bool isApart(const StoreTerm &term)
{
    return !segmented(term.text).isNull();
}

QList<ArticleId> idsIn(Rows rows, const IsCancelled &isCancelled)
{
    QList<ArticleId> ids;
    while (rows.next()) {
        ids.append(rows.integer(0));
        if (ids.size() % RowsBetweenLooks == 0 && isCancelled()) {
            break;
        }
    }
    return ids;
}

// None if `searched` is not one word, or the index does not tell.
std::optional<IdSet> idsWithWord(Connection &connection, const StoreTerm &term,
                                 const QString &searched, const IsCancelled &isCancelled)
{
    const QList<QByteArray> words = tokensOf(searched);
    if (words.size() != 1 || (isApart(term) && term.kind != StoreTerm::Kind::Text)) {
        return std::nullopt;
    }
    switch (term.kind) {
    case StoreTerm::Kind::Title:
        return readPostings(connection, words.constFirst(), TitleColumn, isCancelled);
    case StoreTerm::Kind::Excerpt:
        return readPostings(connection, words.constFirst(), ExcerptColumn, isCancelled);
    default: return readPostings(connection, words.constFirst(), std::nullopt, isCancelled);
    }
}

// Where scripts without spaces are apart, the words of all columns stand in one; which of them a
// word is from, only the text itself says.
IdSet idsWithText(Connection &connection, const StoreTerm &term, const IsCancelled &isCancelled)
{
    const QString searched = searchedText(term.text);
    if (searched.isNull()) {
        return idsIn(connection.run("SELECT id FROM article ORDER BY id"), isCancelled);
    }
    if (const auto ids = idsWithWord(connection, term, searched, isCancelled)) {
        return *ids;
    }
    const QString expression = matchExpression(term, searched);
    if (isApart(term) && term.kind == StoreTerm::Kind::Title) {
        return idsIn(connection.run("SELECT f.rowid FROM article_fts AS f"
                                    " JOIN article_text AS t ON t.article = f.rowid"
                                    " WHERE article_fts MATCH ? AND instr(t.title, ?)"
                                    " ORDER BY f.rowid",
                                    expression, term.text),
                     isCancelled);
    }
    if (isApart(term) && term.kind == StoreTerm::Kind::Excerpt) {
        return idsIn(connection.run("SELECT f.rowid FROM article_fts AS f"
                                    " JOIN article_text AS t ON t.article = f.rowid"
                                    " WHERE article_fts MATCH ? AND instr(t.excerpt, ?)"
                                    " ORDER BY f.rowid",
                                    expression, term.text),
                     isCancelled);
    }
    return idsIn(connection.run("SELECT rowid FROM article_fts WHERE article_fts MATCH ?"
                                " ORDER BY rowid",
                                expression),
                 isCancelled);
}

ArticleId addressed(Connection &connection, const QString &address)
{
    const auto key = ArticleKey::fromAddress(address);
    return key ? findArticle(connection, *key).value_or(0) : 0;
}

} // namespace

IdSet readTerm(Connection &connection, Citations &citations, const StoreTerm &term,
               const IsCancelled &isCancelled)
{
    switch (term.kind) {
    case StoreTerm::Kind::Text:
    case StoreTerm::Kind::Title:
    case StoreTerm::Kind::Excerpt: return idsWithText(connection, term, isCancelled);
    case StoreTerm::Kind::Cites:
        return idsIn(connection.run("SELECT DISTINCT article FROM link WHERE target = ?"
                                    " ORDER BY article",
                                    addressed(connection, term.text)),
                     isCancelled);
    case StoreTerm::Kind::CitedBy:
        return idsIn(connection.run("SELECT DISTINCT target FROM link WHERE article = ?"
                                    " ORDER BY target",
                                    addressed(connection, term.text)),
                     isCancelled);
    case StoreTerm::Kind::Cited: return citations.idsCited(connection, term.count);
    }
    return {};
}

} // namespace Microfiche
