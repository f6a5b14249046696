// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exportname.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace Microfiche
{

namespace
{

// File systems take 255 bytes; the rest is for a number and for the writing of a temporary file.
constexpr qsizetype MaxNameBytes = 200;

qsizetype endingPosition(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 && name.size() - dot <= 16 ? dot : name.size();
}

bool isUnsafe(QChar c)
{
    static const QString Reserved = QStringLiteral("/\\:*?\"<>|");
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
           c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph ||
           Reserved.contains(c);
}

} // namespace

QString safeFileName(const QByteArray &original)
{
    static const QRegularExpression Device(
        QStringLiteral("^(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(\\.|$)"),
        QRegularExpression::CaseInsensitiveOption);
    QString name = QFile::decodeName(original);
    std::replace_if(name.begin(), name.end(), isUnsafe, u'_');
    if (name.isEmpty() || name.startsWith(u'.') || name.contains(Device)) {
        name.prepend(u'_');
    }
    while (name.toUtf8().size() > MaxNameBytes) {
        const qsizetype cut = std::max<qsizetype>(endingPosition(name) - 1, 0);
        const bool isPair = cut > 0 && name.at(cut).isLowSurrogate();
        name.remove(isPair ? cut - 1 : cut, isPair ? 2 : 1);
    }
    return name;
}

QString numberedName(const QString &name, int number)
{
    return QString(name).insert(endingPosition(name), QStringLiteral("-%1").arg(number));
}

} // namespace Microfiche
