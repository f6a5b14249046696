// SPDX-License-Identifier: GPL-3.0-or-later
// The tags of ArticleMarks.
#include "models/articlemarks.h"

#include "article/displaytext.h"
#include "async/whenanswered.h"
#include "query/completion.h"

#include <algorithm>
#include <utility>

namespace Microfiche
{

void ArticleMarks::loadTags()
{
    whenAnswered(this, m_store.tags(), [this](const QList<TagEntry> &tags) { setTags(tags); });
}

void ArticleMarks::setTags(const QList<TagEntry> &tags)
{
    if (tags != m_tags) {
        m_tags = tags;
        Q_EMIT tagsChanged();
    }
}

QStringList ArticleMarks::tagNames() const
{
    QStringList names;
    for (const TagEntry &tag : m_tags) {
        names << displayLine(tag.name);
    }
    return names;
}

const TagEntry *ArticleMarks::tag(TagId id) const
{
    const auto found = std::find_if(m_tags.cbegin(), m_tags.cend(),
                                    [id](const TagEntry &tag) { return tag.id == id; });
    return found == m_tags.cend() ? nullptr : &*found;
}

int ArticleMarks::tagOf(const QString &name) const
{
    const QString folded = tagName(name).toCaseFolded();
    const auto found = std::find_if(m_tags.cbegin(), m_tags.cend(), [&](const TagEntry &tag) {
        return tag.name.toCaseFolded() == folded;
    });
    return found == m_tags.cend() ? 0 : found->id;
}

QString ArticleMarks::tagNameOf(int tag) const
{
    const TagEntry *known = this->tag(tag);
    return known ? known->name : QString();
}

int ArticleMarks::tagColorOf(int tag) const
{
    const TagEntry *known = this->tag(tag);
    return known ? known->color : 0;
}

QStringList ArticleMarks::tagNamesLike(const QString &start) const
{
    QStringList names;
    for (const TagEntry &tag : m_tags) {
        if (start.isEmpty() || hasWordLike(tag.name, start)) {
            names << tag.name;
        }
    }
    return names;
}

void ArticleMarks::addTag(qint64 articleId, const QString &name)
{
    placeTag({articleId}, name);
}

void ArticleMarks::removeTag(qint64 articleId, int tag)
{
    takeTag({articleId}, tag);
}

void ArticleMarks::placeTag(const IdSet &ids, const QString &name)
{
    const QString wanted = tagName(name);
    if (wanted.isEmpty()) {
        return;
    }
    const auto count = static_cast<int>(ids.size());
    const TagId known = tagOf(wanted);
    MarkEdit edit{PlaceTag{known, ids, true}};
    if (known == 0) {
        edit.prepend(PutTag{{0, wanted, -1}});
    }
    run(edit, tr("Tag %Ln article(s) “%1”", nullptr, count).arg(displayLine(wanted)));
}

void ArticleMarks::takeTag(const IdSet &ids, TagId tag)
{
    if (const TagEntry *known = this->tag(tag)) {
        const auto count = static_cast<int>(ids.size());
        run({PlaceTag{tag, ids, false}}, tr("Take the tag “%1” from %Ln article(s)", nullptr, count)
                                             .arg(displayLine(known->name)));
    }
}

bool ArticleMarks::renameTag(int tag, const QString &name)
{
    const TagEntry *known = this->tag(tag);
    const QString wanted = tagName(name);
    const TagId other = tagOf(wanted);
    if (other != 0 && other != tag) {
        return false;
    }
    if (known && !wanted.isEmpty() && wanted != known->name) {
        run({PutTag{{tag, wanted, known->color}}},
            tr("Rename the tag “%1”").arg(displayLine(known->name)));
    }
    return true;
}

void ArticleMarks::setTagColor(int tag, int color)
{
    const TagEntry *known = this->tag(tag);
    if (known && known->color != color && color >= 0 && color < TagColors) {
        run({PutTag{{tag, known->name, color}}},
            tr("Change the colour of the tag “%1”").arg(displayLine(known->name)));
    }
}

void ArticleMarks::mergeTag(int tag, int into)
{
    const TagEntry *known = this->tag(tag);
    const TagEntry *other = this->tag(into);
    if (known && other && tag != into) {
        run({MergeTag{tag, into}}, tr("Merge the tag “%1” into “%2”")
                                       .arg(displayLine(known->name), displayLine(other->name)));
    }
}

void ArticleMarks::deleteTag(int tag)
{
    if (const TagEntry *known = this->tag(tag)) {
        run({DropTag{tag}}, tr("Delete the tag “%1”").arg(displayLine(known->name)));
    }
}

// In the order of names; one that was deleted since the card was read is on no card.
void ArticleMarks::nameTags(Card &card) const
{
    const QList<TagId> placed = std::exchange(card.tagIds, {});
    card.tags.clear();
    card.tagColors.clear();
    for (const TagEntry &tag : m_tags) {
        if (placed.contains(tag.id)) {
            card.tagIds << tag.id;
            card.tags << displayLine(tag.name);
            card.tagColors << tag.color;
        }
    }
}

} // namespace Microfiche
