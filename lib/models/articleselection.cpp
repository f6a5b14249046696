// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/articleselection.h"

#include <algorithm>
#include <bit>

namespace Microfiche
{

ArticleSelection::ArticleSelection(ArticleListModel &articles, ArticleMarks &marks, QObject *parent)
    : QObject(parent)
    , m_articles(articles)
    , m_marks(marks)
{
    connect(&m_articles, &ArticleListModel::modelReset, this, &ArticleSelection::follow);
}

QString ArticleSelection::text() const
{
    return tr("%Ln selected", nullptr, m_count);
}

bool ArticleSelection::contains(qint64 articleId) const
{
    const auto word = static_cast<size_t>(articleId / 64);
    return articleId > 0 && word < m_bits.size() && ((m_bits[word] >> (articleId % 64)) & 1) == 1;
}

IdSet ArticleSelection::ids() const
{
    return IdSet::ofBits(m_bits);
}

void ArticleSelection::set(Bits &bits, ArticleId id)
{
    const auto word = static_cast<size_t>(id / 64);
    if (word >= bits.size()) {
        bits.resize(std::max(word + 1, bits.size() * 2));
    }
    bits[word] |= quint64(1) << (id % 64);
}

void ArticleSelection::put(Bits bits)
{
    if (bits == m_bits) {
        return;
    }
    m_bits = std::move(bits);
    m_count = 0;
    for (const quint64 word : m_bits) {
        m_count += std::popcount(word);
    }
    ++m_revision;
    Q_EMIT changed();
}

void ArticleSelection::toggle(int row)
{
    const ArticleId id = m_articles.idAt(row);
    if (id <= 0) {
        return;
    }
    Bits bits = m_bits;
    set(bits, id);
    if (contains(id)) {
        bits[static_cast<size_t>(id / 64)] &= ~(quint64(1) << (id % 64));
    }
    put(std::move(bits));
    m_before = m_bits;
    m_anchor = id;
}

void ArticleSelection::extendTo(int row, int from)
{
    if (m_anchor <= 0 || m_articles.indexOf(m_anchor) < 0) {
        m_anchor = m_articles.idAt(std::max(from, 0));
        m_before = m_bits;
    }
    const int anchor = m_articles.indexOf(m_anchor);
    if (anchor < 0 || m_articles.idAt(row) <= 0) {
        return;
    }
    Bits bits = m_before;
    const QList<ArticleId> &ids = m_articles.ids();
    for (int at = std::min(anchor, row); at <= std::max(anchor, row); ++at) {
        set(bits, ids.at(at));
    }
    put(std::move(bits));
}

void ArticleSelection::beginRows()
{
    m_before = m_bits;
    m_anchor = 0;
}

void ArticleSelection::chooseRows(const QList<int> &rows, bool keep)
{
    Bits bits = keep ? m_before : Bits();
    for (const int row : rows) {
        if (const ArticleId id = m_articles.idAt(row); id > 0) {
            set(bits, id);
        }
    }
    put(std::move(bits));
}

void ArticleSelection::selectAll()
{
    Bits bits;
    for (const ArticleId id : m_articles.ids()) {
        set(bits, id);
    }
    put(std::move(bits));
    beginRows();
}

void ArticleSelection::clear()
{
    put({});
    beginRows();
}

void ArticleSelection::follow()
{
    if (m_count == 0) {
        return;
    }
    Bits bits(m_bits.size(), 0);
    for (const ArticleId id : m_articles.ids()) {
        if (contains(id)) {
            set(bits, id);
        }
    }
    put(std::move(bits));
    beginRows();
}

void ArticleSelection::setStarred(bool isStarred)
{
    if (m_count > 0) {
        m_marks.setMark(ids(), Mark::Starred, isStarred);
    }
}

void ArticleSelection::setSeen(bool isSeen)
{
    if (m_count > 0) {
        m_marks.setMark(ids(), Mark::Seen, isSeen);
    }
}

void ArticleSelection::addTag(const QString &name)
{
    if (m_count > 0) {
        m_marks.placeTag(ids(), name);
    }
}

} // namespace Microfiche
