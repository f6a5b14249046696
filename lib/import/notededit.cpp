// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/notededit_p.h"

#include "store/waitfor.h"

#include <QDateTime>
#include <QMap>

#include <algorithm>

namespace Microfiche
{

namespace
{

IdSet setOf(QList<ArticleId> ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

QString joinedNote(const QString &own, const QString &other)
{
    const QString between = QStringLiteral("\n\n");
    const auto isIn = [&between](const QString &part, const QString &whole) {
        return QString(between + whole + between).contains(between + part + between);
    };
    if (own.isEmpty() || isIn(own, other)) {
        return other;
    }
    return isIn(other, own) ? own : own + between + other;
}

} // namespace

MarkEdit editOf(const PackageNotes &notes, Store &store)
{
    MarkEdit edit;
    for (const TagNote &tag : notes.tags) {
        edit.append(PutTag{{0, tag.name, tag.color}});
    }
    QList<ArticleId> seen;
    QList<ArticleId> starred;
    QMap<QString, QList<ArticleId>> tagged;
    for (const MarkNote &mark : notes.marks) {
        const auto key = ArticleKey::fromAddress(mark.key);
        const auto id = key ? waitFor(store.find(*key)) : std::nullopt;
        if (!id) {
            continue;
        }
        if (mark.isSeen) {
            seen.append(*id);
        }
        if (mark.isStarred) {
            starred.append(*id);
        }
        for (const QString &tag : mark.tags) {
            tagged[tag].append(*id);
        }
        if (!mark.note.isEmpty()) {
            const auto detail = waitFor(store.detail(*id));
            edit.append(PutNote{*id, joinedNote(detail ? detail->note : QString(), mark.note)});
        }
    }
    const UtcSeconds now = QDateTime::currentSecsSinceEpoch();
    if (!seen.isEmpty()) {
        edit.append(PutMark{Mark::Seen, setOf(seen), now});
    }
    if (!starred.isEmpty()) {
        edit.append(PutMark{Mark::Starred, setOf(starred), now});
    }
    for (auto tag = tagged.cbegin(); tag != tagged.cend(); ++tag) {
        edit.append(PutTag{{0, tag.key(), -1}});
        edit.append(PlaceTag{0, setOf(tag.value()), true});
    }
    return edit;
}

} // namespace Microfiche
