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

using namespace Qt::StringLiterals;
using IsCancelled = std::function<bool()>;
constexpr int RowsBetweenLooks = 4096;
constexpr int TitleColumn = 0; // of article_fts (schema.cpp)
constexpr int ExcerptColumn = 1;
constexpr int SegmentedColumn = 4;

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

// Where scripts without spaces are apart, the words of all columns stand in one; which of them a
// word is from, only the text itself says.
std::optional<int> columnOf(const StoreTerm &term)
{
    switch (term.kind) {
    case StoreTerm::Kind::Title: return isApart(term) ? SegmentedColumn : TitleColumn;
    case StoreTerm::Kind::Excerpt: return isApart(term) ? SegmentedColumn : ExcerptColumn;
    default: return std::nullopt;
    }
}

// Which of some texts have a term, by the very rules of article_fts (schema.cpp).
class TextPage final
{
public:
    TextPage()
        : m_page(u":memory:"_s, Connection::Access::Writing)
    {
        m_page.runOnce(u"CREATE VIRTUAL TABLE page USING fts5"
                       " (segmented, tokenize='unicode61 remove_diacritics 2')"_s);
        m_page.run("BEGIN");
    }

    void add(ArticleId id, const QString &text)
    {
        m_page.run("INSERT INTO page (rowid, segmented) VALUES (?, ?)", id, segmented(text));
    }

    /// Those with `term`; the page is empty then.
    QList<ArticleId> takeThoseWith(const StoreTerm &term)
    {
        QList<ArticleId> having;
        {
            auto rows = m_page.run("SELECT rowid FROM page WHERE page MATCH ? ORDER BY rowid",
                                   matchExpression(term, searchedText(term.text)));
            while (rows.next()) {
                having.append(rows.integer(0));
            }
        }
        m_page.run("DELETE FROM page");
        return having;
    }

private:
    Connection m_page;
};

// Those of `ids` whose own text has the term.
IdSet thoseWith(Connection &connection, const StoreTerm &term, const IdSet &ids,
                const IsCancelled &isCancelled)
{
    const char *const sql = term.kind == StoreTerm::Kind::Title
                                ? "SELECT title FROM article_text WHERE article = ?"
                                : "SELECT excerpt FROM article_text WHERE article = ?";
    TextPage page;
    QList<ArticleId> having;
    int looks = 0;
    for (const ArticleId id : ids.toList()) {
        if (++looks % RowsBetweenLooks == 0) {
            having += page.takeThoseWith(term);
            if (isCancelled()) {
                return having;
            }
        }
        if (auto rows = connection.run(sql, id); rows.next()) {
            page.add(id, rows.text(0));
        }
    }
    return having + page.takeThoseWith(term);
}

// None if the index does not tell.
std::optional<IdSet> idsInIndex(Connection &connection, const StoreTerm &term,
                                const QString &searched, const IsCancelled &isCancelled)
{
    const QList<QByteArray> words = tokensOf(searched);
    if (words.isEmpty()) {
        return std::nullopt;
    }
    const WordEnd end = isWholeAsked(term) ? WordEnd::Whole : WordEnd::Open;
    return words.size() == 1
               ? readPostings(connection, words.constFirst(), end, columnOf(term), isCancelled)
               : readPhrase(connection, words, end, columnOf(term), isCancelled);
}

IdSet idsWithText(Connection &connection, const StoreTerm &term, const IsCancelled &isCancelled)
{
    if (holdsOfAll(term)) {
        return readAllIds(connection, isCancelled);
    }
    const QString searched = searchedText(term.text);
    auto ids = idsInIndex(connection, term, searched, isCancelled);
    if (!ids) {
        ids = idsIn(connection.run("SELECT rowid FROM article_fts WHERE article_fts MATCH ?"
                                   " ORDER BY rowid",
                                   matchExpression(term, searched)),
                    isCancelled);
    }
    const bool isUnsure = isApart(term) && term.kind != StoreTerm::Kind::Text;
    return isUnsure ? thoseWith(connection, term, *ids, isCancelled) : *ids;
}

ArticleId addressed(Connection &connection, const QString &address)
{
    const auto key = ArticleKey::fromAddress(address);
    return key ? findArticle(connection, *key).value_or(0) : 0;
}

} // namespace

IdSet readTerm(Connection &connection, const StoreTerm &term, const IsCancelled &isCancelled)
{
    switch (term.kind) {
    case StoreTerm::Kind::Text:
    case StoreTerm::Kind::Title:
    case StoreTerm::Kind::Excerpt: return idsWithText(connection, term, isCancelled);
    case StoreTerm::Kind::Address:
        if (const ArticleId id = addressed(connection, term.text)) {
            return {id};
        }
        return {};
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
    case StoreTerm::Kind::Picture: return readPictured(connection, term.text, isCancelled);
    case StoreTerm::Kind::Cited: return readCited(connection, term.count, isCancelled);
    }
    return {};
}

} // namespace Microfiche
