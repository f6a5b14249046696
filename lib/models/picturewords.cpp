// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/picturewords.h"

#include "article/displaytext.h"
#include "models/numbers.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>

namespace Microfiche
{

namespace
{

struct PictureWords {
    Q_DECLARE_TR_FUNCTIONS(PictureWords)
};

constexpr qsizetype LongestName = 80;

/// Without what folders of some system do not take, and what hides a file.
QString safeName(const QString &name)
{
    QString safe;
    for (const QChar c : displayLine(name)) {
        const bool isTaken = QStringLiteral("/\\:*?\"<>|").contains(c);
        safe += isTaken ? QLatin1Char('-') : c;
    }
    while (safe.startsWith(u'.') || safe.startsWith(u'-') || safe.startsWith(u' ')) {
        safe.remove(0, 1);
    }
    return safe.left(LongestName).trimmed();
}

} // namespace

QString pictureFactsText(const PictureFacts &facts)
{
    QStringList parts;
    if (!facts.size.isEmpty()) {
        //: Width and height of a picture
        parts << PictureWords::tr("%1 × %2 pixels")
                     .arg(countText(facts.size.width()), countText(facts.size.height()));
    }
    if (facts.bytes > 0) {
        parts << bytesText(facts.bytes);
    }
    if (facts.format != PictureFormat::None) {
        parts << (facts.format == PictureFormat::WebP
                      ? QStringLiteral("WebP")
                      : QString::fromLatin1(readerName(facts.format)).toUpper());
    }
    return parts.join(QStringLiteral(" · "));
}

namespace
{

/// How one comes by it again: that depends on where it came from.
QString againText(StoredKeeping keeping)
{
    return keeping == StoredKeeping::Fetched || keeping == StoredKeeping::Picked
               ? PictureWords::tr("It can be loaded again.")
               : PictureWords::tr("Import its folder again to have it back.");
}

} // namespace

QString pictureProblemText(PictureProblem problem, StoredKeeping keeping)
{
    switch (problem) {
    case PictureProblem::None:
    case PictureProblem::Cancelled: return {};
    case PictureProblem::NotThere:
        //: %1: how to have it back, a sentence
        return PictureWords::tr("The picture's file is gone. %1").arg(againText(keeping));
    case PictureProblem::Damaged:
        //: %1: how to have it back, a sentence
        return PictureWords::tr("The picture's file is damaged. %1").arg(againText(keeping));
    case PictureProblem::TooLarge:
        return PictureWords::tr("The picture is too large to be shown. It can be saved.");
    case PictureProblem::NoDecoder:
        return PictureWords::tr("This picture's format cannot be shown here. It can be saved.");
    case PictureProblem::Refused:
        return PictureWords::tr("Pictures of this kind are not shown. It can be saved.");
    }
    return {};
}

QString pictureNotHereText()
{
    return PictureWords::tr("This picture is not in the archive, only its address.");
}

QString savedText(const GivenPicture &given, StoredKeeping keeping)
{
    const QString name = displayLine(QFileInfo(given.path).fileName());
    switch (given.outcome) {
    case GivenPicture::Outcome::Done:
        return given.hasReplaced
                   ? PictureWords::tr("Saved as %1. The file that was there is in the trash.")
                         .arg(name)
                   : PictureWords::tr("Saved as %1").arg(name);
    case GivenPicture::Outcome::NotThere:
        return pictureProblemText(PictureProblem::NotThere, keeping);
    case GivenPicture::Outcome::IsThere:
        return PictureWords::tr("There is a %1 already. Nothing was written.").arg(name);
    case GivenPicture::Outcome::NotWritable:
        return PictureWords::tr("%1 could not be written: %2").arg(name, given.reason);
    }
    return {};
}

QString pictureFileName(const QString &address, const QString &title)
{
    const QString last = QUrl(address).path().section(u'/', -1);
    const qsizetype dot = last.lastIndexOf(u'.');
    for (const QString &name : {safeName(dot > 0 ? last.left(dot) : last), safeName(title)}) {
        if (!name.isEmpty()) {
            return name;
        }
    }
    return PictureWords::tr("Picture");
}

} // namespace Microfiche
