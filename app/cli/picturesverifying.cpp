// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/openarchive.h"
#include "cli/picturecheck.h"
#include "cli/picturestask.h"
#include "cli/verb.h"
#include "pictures/oldfiles.h"

#include <QFile>
#include <QHash>

#include <algorithm>

namespace Microfiche
{

namespace
{

using Unsound = QHash<ContentHash, PictureStore::Soundness>;

/// Whether these bytes are to be had; what cannot be read is counted, and neither. What is not
/// sound is noted.
PictureStore::Soundness checkOne(const PicturesTask &task, const ContentHash &content,
                                 bool isFetched, PictureCheck &check, Unsound &unsound)
{
    const PictureStore::Checked checked = task.files.check(content);
    ++check.checked;
    check.bytes += checked.bytes;
    if (isFetched) {
        check.fetchedBytes += checked.bytes;
    }
    check.unreadable += checked.soundness == PictureStore::Soundness::Unreadable ? 1 : 0;
    if (checked.soundness != PictureStore::Soundness::Sound) {
        unsound.insert(content, checked.soundness);
    }
    return checked.soundness;
}

bool isLost(PictureStore::Soundness soundness)
{
    return soundness == PictureStore::Soundness::Absent ||
           soundness == PictureStore::Soundness::Damaged;
}

/// How many of them the archive does not know any more.
qint64 forget(const PicturesTask &task, const QList<ContentHash> &lost)
{
    const PictureStore::Moment now = PictureStore::now();
    for (const ContentHash &content : waitFor(task.store.forgetPictures(lost))) {
        task.files.removeIfKeptBefore(content, now);
    }
    QSet<ContentHash> forgotten(lost.begin(), lost.end());
    for (const PictureWeight &weight : waitFor(task.store.pictureWeights())) {
        forgotten.remove(weight.content);
    }
    return forgotten.size();
}

/// Files that no picture has, or that were never finished, of before the last hour: in it, another
/// process may have written what it has not noted yet.
void checkLeftOver(const PicturesTask &task, bool isRepair, PictureCheck &check)
{
    const PictureStore::Moment before =
        PictureStore::now() - std::chrono::nanoseconds(std::chrono::hours(1)).count();
    for (const QString &part : storeParts(task.files)) {
        const OldFiles old = oldFilesIn(task.files, part, before);
        for (const ContentHash &content :
             waitFor(task.store.unnamedPictures(old.pictures.keys()))) {
            ++check.leftOver;
            check.leftOverBytes += old.pictures.value(content);
            check.removed += isRepair && task.files.removeIfKeptBefore(content, before) ? 1 : 0;
        }
        for (const auto &[path, bytes] : old.unfinished.asKeyValueRange()) {
            ++check.leftOver;
            check.leftOverBytes += bytes;
            check.removed += isRepair && QFile::remove(path) ? 1 : 0;
        }
    }
}

/// Whose pictures they are, each address by itself: asked before anything of it is forgotten.
QList<DamagedPicture> named(const PicturesTask &task, const Unsound &unsound)
{
    QList<DamagedPicture> damaged;
    for (const PictureOwner &owner : waitFor(task.store.pictureOwners(unsound.keys()))) {
        damaged.append({owner.url, owner.title, unsound.value(owner.content)});
    }
    std::sort(damaged.begin(), damaged.end(),
              [](const auto &one, const auto &other) { return one.address < other.address; });
    return damaged;
}

} // namespace

int verifyPictures(const PicturesTask &task)
{
    PictureCheck check;
    Unsound unsound;
    const QList<ContentHash> carried = waitFor(task.store.carriedPictures());
    for (const ContentHash &content : carried) {
        check.carriedDamaged += isLost(checkOne(task, content, false, check, unsound)) ? 1 : 0;
    }
    QList<ContentHash> lost;
    const QList<PictureWeight> weights = waitFor(task.store.pictureWeights());
    const QSet<ContentHash> seen(carried.begin(), carried.end());
    for (const PictureWeight &weight : weights) {
        if (!seen.contains(weight.content) &&
            isLost(checkOne(task, weight.content, true, check, unsound))) {
            lost.append(weight.content);
        }
    }
    check.fetchedDamaged = lost.size();
    check.damaged = named(task, unsound);
    const bool isRepair = task.parser.isSet(QStringLiteral("repair"));
    if (isRepair && !lost.isEmpty()) {
        check.forgotten = forget(task, lost);
    }
    checkLeftOver(task, isRepair, check);
    if (task.asJson) {
        task.console.write(pictureCheckJson(check));
    } else {
        printPictureCheck(check, task.console);
    }
    return check.isHealthy() ? AllWell : NotAll;
}

} // namespace Microfiche
