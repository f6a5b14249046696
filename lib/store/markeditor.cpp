// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/markeditor_p.h"

#include "store/connection_p.h"

#include <QMap>

#include <algorithm>
#include <array>

namespace Microfiche
{

namespace
{

constexpr qsizetype IdsAtOnce = 4096;

struct MarkSql {
    const char *before; ///< id, and since when; 0: not marked
    const char *put;
    const char *take;
};

const MarkSql &sqlOf(Mark mark)
{
    static constexpr MarkSql Seen{
        "SELECT a.id, coalesce(m.seen_at, 0) FROM json_each(?) AS asked"
        " CROSS JOIN article AS a ON a.id = asked.value LEFT JOIN mark AS m ON m.article = a.id",
        "INSERT INTO mark (article, seen_at) SELECT value, ? FROM json_each(?) WHERE true"
        " ON CONFLICT (article) DO UPDATE SET seen_at = excluded.seen_at",
        "UPDATE mark SET seen_at = NULL WHERE article IN (SELECT value FROM json_each(?))"};
    static constexpr MarkSql Starred{
        "SELECT a.id, coalesce(m.starred_at, 0) FROM json_each(?) AS asked"
        " CROSS JOIN article AS a ON a.id = asked.value LEFT JOIN mark AS m ON m.article = a.id",
        "INSERT INTO mark (article, starred_at) SELECT value, ? FROM json_each(?) WHERE true"
        " ON CONFLICT (article) DO UPDATE SET starred_at = excluded.starred_at",
        "UPDATE mark SET starred_at = NULL WHERE article IN (SELECT value FROM json_each(?))"};
    return mark == Mark::Seen ? Seen : Starred;
}

template <typename Work>
void inParts(const QList<ArticleId> &ids, Work work)
{
    for (qsizetype at = 0; at < ids.size(); at += IdsAtOnce) {
        work(ids.mid(at, IdsAtOnce));
    }
}

QString foldedName(const QString &name)
{
    return name.toCaseFolded();
}

/// As few bytes as can be: a history is made of these.
IdSet setOf(QList<ArticleId> ids)
{
    std::sort(ids.begin(), ids.end());
    if (ids.isEmpty() || ids.constLast() / 64 > ids.size()) {
        return ids;
    }
    std::vector<quint64> bits(size_t(ids.constLast() / 64 + 1), 0);
    for (const ArticleId id : std::as_const(ids)) {
        bits[size_t(id / 64)] |= quint64(1) << (id % 64);
    }
    return IdSet::ofBits(std::move(bits));
}

} // namespace

QString tagName(const QString &typed)
{
    QString name = typed.simplified();
    name.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return name.left(MaxTagName).trimmed();
}

MarkEditor::MarkEditor(Connection &connection)
    : m_connection(connection)
{
}

MarkAnswer MarkEditor::run(const MarkEdit &edit)
{
    MarkAnswer answer;
    Transaction transaction(m_connection, Connection::Access::Writing);
    for (const MarkStep &step : edit) {
        MarkEdit undoing = std::visit([this](const auto &one) { return undoingOf(one); }, step);
        answer.undoing = undoing + answer.undoing;
    }
    std::sort(m_touched.begin(), m_touched.end());
    m_touched.erase(std::unique(m_touched.begin(), m_touched.end()), m_touched.end());
    if (m_isAnythingTaken) {
        removeEmptyMarks();
    }
    answer.rows = readMarkedRows(m_connection, m_touched);
    if (m_haveTagsChanged) {
        answer.tags = readTags(m_connection);
    }
    transaction.commit();
    return answer;
}

MarkEdit MarkEditor::undoingOf(const PutMark &step)
{
    const MarkSql &sql = sqlOf(step.mark);
    const bool isSet = step.since != 0;
    QMap<UtcSeconds, QList<ArticleId>> changed; // by when they were marked
    inParts(step.ids.toList(), [&](const QList<ArticleId> &part) {
        QList<ArticleId> others;
        {
            auto rows = m_connection.run(sql.before, idList(part));
            while (rows.next()) {
                const UtcSeconds since = rows.integer(1);
                if ((since != 0) != isSet) {
                    others.append(rows.integer(0));
                    changed[since].append(rows.integer(0));
                }
            }
        }
        m_touched += part;
        if (isSet) {
            m_connection.run(sql.put, step.since, idList(others));
        } else {
            m_connection.run(sql.take, idList(others));
        }
    });
    m_isAnythingTaken = m_isAnythingTaken || !isSet;
    MarkEdit undoing;
    for (auto since = changed.cbegin(); since != changed.cend(); ++since) {
        undoing.append(PutMark{step.mark, setOf(since.value()), since.key()});
    }
    return undoing;
}

MarkEdit MarkEditor::undoingOf(const PutTag &step)
{
    const QString name = tagName(step.tag.name);
    const auto before = step.tag.id > 0 ? tag(step.tag.id) : std::nullopt;
    m_tag = step.tag.id;
    if (before) {
        m_connection.run("UPDATE tag SET name = ?, folded = ?, color = ? WHERE id = ?", name,
                         foldedName(name), colorOf(step.tag), step.tag.id);
        m_haveTagsChanged = true;
        return {PutTag{*before}};
    }
    if (step.tag.id == 0) {
        auto rows = m_connection.run("SELECT id FROM tag WHERE folded = ?", foldedName(name));
        if (rows.next()) {
            m_tag = rows.number(0);
            return {};
        }
    }
    auto rows = m_connection.run("INSERT INTO tag (id, name, folded, color) VALUES (?, ?, ?, ?)"
                                 " RETURNING id",
                                 idOrNull(step.tag.id), name, foldedName(name), colorOf(step.tag));
    rows.next();
    m_tag = rows.number(0);
    m_haveTagsChanged = true;
    return {DropTag{m_tag}};
}

MarkEdit MarkEditor::undoingOf(const PlaceTag &step)
{
    const TagId tag = step.tag > 0 ? step.tag : m_tag;
    QList<ArticleId> changed;
    inParts(step.ids.toList(), [&](const QList<ArticleId> &part) {
        const QList<ArticleId> others = withOrWithout(tag, part, !step.isPlaced);
        m_touched += part;
        step.isPlaced ? place(tag, others) : take(tag, others);
        changed += others;
    });
    return changed.isEmpty() ? MarkEdit() : MarkEdit{PlaceTag{tag, setOf(changed), !step.isPlaced}};
}

MarkEdit MarkEditor::undoingOf(const DropTag &step)
{
    const auto before = tag(step.tag);
    if (!before) {
        return {};
    }
    const QList<ArticleId> articles = articlesOf(step.tag);
    m_touched += articles;
    inParts(articles, [&](const QList<ArticleId> &part) { take(step.tag, part); });
    m_connection.run("DELETE FROM tag WHERE id = ?", step.tag);
    m_haveTagsChanged = true;
    return {PutTag{*before}, PlaceTag{step.tag, setOf(articles), true}};
}

MarkEdit MarkEditor::undoingOf(const MergeTag &step)
{
    if (step.from == step.into || !tag(step.into)) {
        return {};
    }
    const QList<ArticleId> articles = articlesOf(step.from);
    QList<ArticleId> others;
    inParts(articles, [&](const QList<ArticleId> &part) {
        const QList<ArticleId> without = withOrWithout(step.into, part, false);
        place(step.into, without);
        others += without;
    });
    return MarkEdit{PlaceTag{step.into, setOf(others), false}} + undoingOf(DropTag{step.from});
}

MarkEdit MarkEditor::undoingOf(const PutNote &step)
{
    const QString before = readNote(m_connection, step.id);
    m_touched.append(step.id);
    if (before == step.text) {
        return {};
    }
    if (step.text.isEmpty()) {
        m_connection.run("DELETE FROM note WHERE article = ?", step.id);
        m_isAnythingTaken = true;
    } else {
        m_connection.run("INSERT OR IGNORE INTO mark (article) SELECT id FROM article WHERE id = ?",
                         step.id);
        m_connection.run("INSERT INTO note (article, text) SELECT article, ? FROM mark"
                         " WHERE article = ?"
                         " ON CONFLICT (article) DO UPDATE SET text = excluded.text",
                         step.text, step.id);
    }
    return {PutNote{step.id, before}};
}

std::optional<TagEntry> MarkEditor::tag(TagId id)
{
    auto rows = m_connection.run("SELECT id, name, color FROM tag WHERE id = ?", id);
    return rows.next() ? std::optional(TagEntry{rows.number(0), rows.text(1), rows.number(2)})
                       : std::nullopt;
}

int MarkEditor::colorOf(const TagEntry &wanted)
{
    if (wanted.color >= 0) {
        return wanted.color % TagColors;
    }
    std::array<int, TagColors> uses{};
    for (const TagEntry &tag : readTags(m_connection)) {
        ++uses.at(size_t(std::max(tag.color, 0) % TagColors));
    }
    return int(std::min_element(uses.begin(), uses.end()) - uses.begin());
}

QList<ArticleId> MarkEditor::articlesOf(TagId tag)
{
    QList<ArticleId> ids;
    auto rows =
        m_connection.run("SELECT article FROM article_tag WHERE tag = ? ORDER BY article", tag);
    while (rows.next()) {
        ids.append(rows.integer(0));
    }
    return ids;
}

QList<ArticleId> MarkEditor::withOrWithout(TagId tag, const QList<ArticleId> &ids, bool isWith)
{
    QList<ArticleId> found;
    auto rows = m_connection.run(
        "SELECT a.id FROM json_each(?) AS asked CROSS JOIN article AS a ON a.id = asked.value"
        " WHERE EXISTS (SELECT 1 FROM article_tag AS t WHERE t.article = a.id AND t.tag = ?) = ?",
        idList(ids), tag, isWith);
    while (rows.next()) {
        found.append(rows.integer(0));
    }
    return found;
}

void MarkEditor::place(TagId tag, const QList<ArticleId> &ids)
{
    m_connection.run("INSERT OR IGNORE INTO mark (article) SELECT value FROM json_each(?)",
                     idList(ids));
    m_connection.run("INSERT INTO article_tag (article, tag) SELECT value, ? FROM json_each(?)",
                     tag, idList(ids));
}

void MarkEditor::take(TagId tag, const QList<ArticleId> &ids)
{
    m_connection.run("DELETE FROM article_tag WHERE tag = ?"
                     " AND article IN (SELECT value FROM json_each(?))",
                     tag, idList(ids));
    m_isAnythingTaken = true;
}

void MarkEditor::removeEmptyMarks()
{
    inParts(m_touched, [this](const QList<ArticleId> &part) {
        m_connection.run(
            "DELETE FROM mark WHERE article IN (SELECT value FROM json_each(?))"
            " AND seen_at IS NULL AND starred_at IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM article_tag AS t WHERE t.article = mark.article)"
            " AND NOT EXISTS (SELECT 1 FROM note AS n WHERE n.article = mark.article)",
            idList(part));
    });
}

} // namespace Microfiche
