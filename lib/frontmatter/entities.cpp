// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/entities.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>

namespace Microfiche
{

namespace
{

constexpr qsizetype MaxEntityLength = 10; ///< "thetasym", "&#1114111" without the ampersand

/// What browsers take &#128; and the following for (HTML, "numeric character reference end state").
constexpr std::array<char16_t, 32> Windows1252 = {
    0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8d,   0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};

/// The character of a reference like "#8217" or "#x2019"; 0 if it has none.
char32_t numbered(QStringView name)
{
    const bool isHex = name.size() > 1 && (name[1] == u'x' || name[1] == u'X');
    const QStringView digits = name.mid(isHex ? 2 : 1);
    // toUInt() would also take signs and spaces.
    if (!std::all_of(digits.begin(), digits.end(), [](QChar c) { return c.isLetterOrNumber(); })) {
        return 0;
    }
    bool ok = false;
    const uint code = digits.toUInt(&ok, isHex ? 16 : 10);
    if (!ok || code > 0x10ffff || QChar::isSurrogate(code)) {
        return 0;
    }
    return code >= 0x80 && code < 0xa0 ? Windows1252[code - 0x80] : code;
}

char32_t characterOf(QStringView name)
{
    if (name.startsWith(u'#')) {
        return numbered(name);
    }
    const QByteArray latin = name.toLatin1();
    const htmlEntityDesc *entity =
        htmlEntityLookup(reinterpret_cast<const xmlChar *>(latin.constData()));
    return entity != nullptr ? entity->value : 0;
}

} // namespace

QString withEntitiesDecoded(const QString &text)
{
    qsizetype ampersand = text.indexOf(u'&');
    if (ampersand < 0) {
        return text;
    }

    QString decoded;
    decoded.reserve(text.size());
    qsizetype done = 0;
    for (; ampersand >= 0; ampersand = text.indexOf(u'&', ampersand + 1)) {
        const QStringView next = QStringView(text).mid(ampersand + 1, MaxEntityLength + 1);
        const qsizetype semicolon = next.indexOf(u';');
        const char32_t character = semicolon > 0 ? characterOf(next.left(semicolon)) : 0;
        if (character == 0) {
            continue;
        }
        decoded += QStringView(text).mid(done, ampersand - done);
        decoded += QChar::fromUcs4(character);
        done = ampersand + 1 + semicolon + 1;
    }
    decoded += QStringView(text).mid(done);
    return decoded;
}

} // namespace Microfiche
