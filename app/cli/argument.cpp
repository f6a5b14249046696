// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/argument.h"

#include "import/localpath.h"

#include <QUrl>

#include <filesystem>

namespace Microfiche
{

namespace
{

constexpr char16_t Escape = 0xdc00;

/// How many bytes a character takes that begins with this one.
qsizetype lengthOf(quint8 lead)
{
    return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

} // namespace

QString argumentText(const QByteArray &argument)
{
    if (argument.isValidUtf8()) {
        return QString::fromUtf8(argument);
    }
    QString text;
    for (qsizetype i = 0; i < argument.size();) {
        const auto byte = static_cast<quint8>(argument.at(i));
        const QByteArray character = argument.mid(i, lengthOf(byte));
        if (character.isValidUtf8()) {
            text += QString::fromUtf8(character);
            i += character.size();
        } else {
            text += QChar(char16_t(Escape + byte));
            ++i;
        }
    }
    return text;
}

QByteArray argumentBytes(const QString &text)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isHighSurrogate()) {
            bytes += text.mid(i++, 2).toUtf8();
        } else if (c.isLowSurrogate()) {
            bytes += char(c.unicode() - Escape);
        } else {
            bytes += QString(c).toUtf8();
        }
    }
    return bytes;
}

QStringList argumentTexts(int argc, const char *const *argv)
{
    QStringList texts;
    for (int i = 1; i < argc; ++i) {
        texts << argumentText(argv[i]);
    }
    return texts;
}

QByteArray pathArgument(const QString &text)
{
    const bool isAddress = text.startsWith(QLatin1String("file://"));
    const QByteArray path = isAddress ? localPath(QUrl(text)) : QByteArray();
    return path.isEmpty() ? argumentBytes(text) : path;
}

QByteArray absolutePathArgument(const QString &text)
{
    std::error_code unknown; // without a current folder the path stays as it is
    const QByteArray path = pathArgument(text);
    const auto absolute = std::filesystem::absolute(path.toStdString(), unknown);
    return unknown ? path : QByteArray::fromStdString(absolute.native());
}

} // namespace Microfiche
