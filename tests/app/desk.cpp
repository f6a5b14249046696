// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include "cli/argument.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <cstdio>

namespace Microfiche::Test
{

Desk::Desk()
{
    write("1.md",
          "---\ntitle: Moles, \"seen\"\nexcerpt: They \"dig\".\nwebUrl: https://one.example/a\n"
          "publishedDateTime: 2023-07-01T10:00:00Z\nquality: 80\nheat: -1\ntype: article\n"
          "published: false\nprovider: {name: One, domain: one.example}\n"
          "topics: [Garden Life, Soil]\nimages:\n  - url: https://one.example/a.png\n"
          "related:\n  - title: Elsewhere\n    webUrl: https://else.example/x\n"
          "  - title: Worms\n    webUrl: https://two.example/b\n---\n");
    write("2.md", "---\r\ntitle: Worms\r\nwebUrl: https://two.example/b\r\n"
                  "publishedDateTime: 2023-08-02T10:00:00Z\r\nquality: 20\r\n"
                  "provider: {name: Two, domain: two.example}\r\n---\r\n<p>Body.</p>\r\n");
    write("3.md", "---\ntitle: \"A \\e[31mred\\u202E line\"\nwebUrl: https://one.example/c\n---\n");
    write("again/2.md", "---\ntitle: Worms once more\nwebUrl: https://two.example/b\n---\n");
    write("note.txt", "Just a note.\n");
}

// The C library takes names that are no UTF-8; QFile does not.
void Desk::write(const QByteArray &name, const QByteArray &bytes) const
{
    const QByteArray target = QFile::encodeName(source()) + '/' + name;
    QDir().mkpath(QFile::decodeName(target.left(target.lastIndexOf('/'))));
    std::FILE *file = std::fopen(target.constData(), "wb");
    if (!file ||
        std::fwrite(bytes.constData(), 1, size_t(bytes.size()), file) != size_t(bytes.size())) {
        qFatal("%s could not be written", target.constData());
    }
    std::fclose(file);
}

Said Desk::run(const QStringList &arguments) const
{
    QBuffer out;
    QBuffer err;
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    Console console(out, err, 80);
    const auto code =
        runVerb(QStringList{QStringLiteral("--archive"), archive()} + arguments, console);
    return {code.value_or(-1), out.data(), err.data()};
}

QStringList words(const char *text)
{
    return argumentText(text).split(u' ');
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("could not be read");
}

QStringList memberOrder(const QByteArray &json, int indentation)
{
    static const QRegularExpression Member(QStringLiteral("^( *)\"([^\"]+)\":"),
                                           QRegularExpression::MultilineOption);
    QStringList names;
    auto matches = Member.globalMatch(QString::fromUtf8(json));
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.capturedLength(1) == indentation) {
            names.append(match.captured(2));
        }
    }
    return names;
}

} // namespace Microfiche::Test
