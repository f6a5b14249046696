// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/picturecheck.h"

#include "article/displaytext.h"
#include "cli/console.h"
#include "cli/jsonwriter.h"

#include <QCoreApplication>
#include <QLocale>

namespace Microfiche
{

namespace
{

struct PictureCheckWords {
    Q_DECLARE_TR_FUNCTIONS(PicturesReport)
};

QString number(qint64 count)
{
    return QLocale().toString(count);
}

QString nameOf(PictureStore::Soundness soundness)
{
    switch (soundness) {
    case PictureStore::Soundness::Absent: return QStringLiteral("missing");
    case PictureStore::Soundness::Unreadable: return QStringLiteral("unreadable");
    default: return QStringLiteral("damaged");
    }
}

QString textOf(PictureStore::Soundness soundness)
{
    switch (soundness) {
    case PictureStore::Soundness::Absent: return PictureCheckWords::tr("its file is missing");
    case PictureStore::Soundness::Unreadable:
        return PictureCheckWords::tr("its file cannot be read");
    default: return PictureCheckWords::tr("its file is damaged");
    }
}

void writeDamaged(JsonWriter &json, const QList<DamagedPicture> &damaged)
{
    json.beginArray();
    for (const DamagedPicture &one : damaged) {
        json.beginObject();
        json.member(u"address", one.address);
        json.memberIf(u"article", one.title);
        json.member(u"reason", nameOf(one.soundness));
        json.endObject();
    }
    json.endArray();
}

/// All of them: who has lost pictures wants to know which.
void printDamaged(const QList<DamagedPicture> &damaged, Console &console)
{
    for (const DamagedPicture &one : damaged) {
        const QString address = displayLine(one.address);
        const QString reason = textOf(one.soundness);
        //: A picture's address, what is wrong with it, and the title of its article
        console.print(one.title.isEmpty() ? PictureCheckWords::tr("%1: %2").arg(address, reason)
                                          : PictureCheckWords::tr("%1: %2, of “%3”")
                                                .arg(address, reason, displayLine(one.title)));
    }
}

} // namespace

QByteArray pictureCheckJson(const PictureCheck &check)
{
    JsonWriter json(JsonWriter::Layout::Indented);
    json.beginObject();
    json.member(u"healthy", check.isHealthy());
    json.member(u"checked", check.checked);
    json.member(u"bytes", check.bytes);
    json.member(u"fetchedBytes", check.fetchedBytes);
    json.member(u"carriedDamaged", check.carriedDamaged);
    json.member(u"fetchedDamaged", check.fetchedDamaged);
    json.member(u"unreadable", check.unreadable);
    json.member(u"forgotten", check.forgotten);
    json.member(u"leftOver", check.leftOver);
    json.member(u"leftOverBytes", check.leftOverBytes);
    json.member(u"removed", check.removed);
    json.key(u"damaged");
    writeDamaged(json, check.damaged);
    json.endObject();
    return json.text() + '\n';
}

void printPictureCheck(const PictureCheck &check, Console &console)
{
    const QLocale locale;
    console.print(PictureCheckWords::tr("Pictures checked, each content once: %1, %2 on the disk, "
                                        "%3 of it fetched.")
                      .arg(number(check.checked), locale.formattedDataSize(check.bytes),
                           locale.formattedDataSize(check.fetchedBytes)));
    printDamaged(check.damaged, console);
    if (check.carriedDamaged > 0) {
        console.print(
            PictureCheckWords::tr("Carried ones damaged or missing: %1. Import their folder "
                                  "again to have them back.")
                .arg(number(check.carriedDamaged)));
    }
    if (check.fetchedDamaged > 0) {
        const bool isForgotten = check.forgotten == check.fetchedDamaged;
        console.print((isForgotten
                           ? PictureCheckWords::tr("Fetched ones damaged or missing: %1. They "
                                                   "are forgotten, and can be fetched again.")
                           : PictureCheckWords::tr("Fetched ones damaged or missing: %1. "
                                                   "--repair forgets them, so that they can "
                                                   "be fetched again."))
                          .arg(number(check.fetchedDamaged)));
    }
    if (check.unreadable > 0) {
        console.print(PictureCheckWords::tr("Could not be read: %1. They may be sound: see whether "
                                            "the pictures' folder is there and may be read.")
                          .arg(number(check.unreadable)));
    }
    if (check.leftOver > 0) {
        const bool isRemoved = check.removed == check.leftOver;
        console.print(
            (isRemoved ? PictureCheckWords::tr("Files of no picture: %1, %2. They are removed.")
                       : PictureCheckWords::tr("Files of no picture: %1, %2. They do no harm; "
                                               "--repair removes them."))
                .arg(number(check.leftOver), QLocale().formattedDataSize(check.leftOverBytes)));
    }
    if (check.isHealthy()) {
        console.print(PictureCheckWords::tr("Nothing is wrong."));
    }
}

} // namespace Microfiche
