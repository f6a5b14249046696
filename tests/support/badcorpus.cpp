// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/badcorpus.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cstring>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace Microfiche::Test
{

namespace
{

using End = BadFile::End;

constexpr qsizetype MiB = 1024 * 1024;

QByteArray file(const QByteArray &fields, const QByteArray &body = {})
{
    return "---\n" + fields + "---\n" + body;
}

/// With an address, so that nothing but the rest is wrong.
QByteArray article(const QByteArray &fields, const QByteArray &body = {})
{
    return file("webUrl: https://news.example/bad\n" + fields, body);
}

QByteArray titled(const QByteArray &fields)
{
    return article("title: Good\n" + fields);
}

QByteArray laughs(int wide, int deep)
{
    QByteArray text = "a0: &a0 [" + QByteArray("x,").repeated(wide) + "]\n";
    for (int level = 1; level < deep; ++level) {
        const QByteArray before = "*a" + QByteArray::number(level - 1) + ',';
        const QByteArray name = "a" + QByteArray::number(level);
        text += name + ": &" + name + " [" + before.repeated(wide) + "]\n";
    }
    return text;
}

QByteArray keys(int count)
{
    QByteArray text;
    for (int key = 0; key < count; ++key) {
        text += 'k' + QByteArray::number(key) + ": v\n";
    }
    return text;
}

QByteArray wide(const QByteArray &ascii, int bytes, bool isBigEndian, const QByteArray &mark)
{
    QByteArray text = mark;
    for (const char c : ascii) {
        const QByteArray zeros(bytes - 1, '\0');
        text += isBigEndian ? zeros + c : c + zeros;
    }
    return text;
}

QList<BadFile> yamlRows()
{
    const qsizetype many = 100'000;
    return {
        {"Y01", article("a: " + QByteArray(many, '['))},
        {"Y02", article(QByteArray("{a: ").repeated(many))},
        {"Y03", article("a:\n  " + QByteArray("- ").repeated(many) + "x\n")},
        {"Y04", titled("a: " + QByteArray(9, '[') + QByteArray(9, ']') + '\n')},
        {"Y05", article(QByteArray("? ").repeated(400) + '\n')},
        {"Y06", titled(laughs(9, 9))},
        {"Y07", titled(laughs(100, 10))},
        {"Y08", titled("a: &a [*a]\n")},
        {"Y09", article("title: &copy 2020\n")},
        {"Y10", article("title: *bold* x\n")},
        {"Y11", article("title: !foo bar\n")},
        {"Y12", titled("a: !!python/object/apply:os.system [\"id\"]\n")},
        {"Y13", titled("a: " + QByteArray(MiB + 1, 'x') + '\n')},
        {"Y14", titled("a: " + QByteArray(20 * MiB, 'x') + '\n')},
        {"Y15", article(QByteArray("?\n").repeated(32'768))},
        {"Y16", titled(keys(10'000))},
        {"Y17", titled(QByteArray(1'025, 'k') + ": v\n")},
        {"Y18", article("title: a\ntitle: b\n")},
        {"Y19", article("Title: no\ntitle: yes\n"), End::Taken, "yes"},
        {"Y20", file(",\n")},
        {"Y21", file("\"q\",\n )\n")},
        {"Y22", file("[[:\n")},
        {"Y23", article("title:\n")},
        {"Y24", article("title: ~\n")},
        {"Y25", article("title: \"\"\n")},
        {"Y26", article("title: Foo: bar\n")},
        {"Y27", article("title: [Update] x\n")},
        {"Y28", article("title: It's \"x\" y\n"), End::Taken, "It's \"x\" y"},
        {"Y29", article("title: {a: b}\n")},
        {"Y30", titled("topics: x\n"), End::Taken, "Good"},
        {"Y31", article("title: x\n\ta: b\n")},
        {"Y32", article("title:\tx\n"), End::Taken, "x"},
        {"Y33", article("title: \"a\\e[31mb\\a\"\n"), End::Taken, "a[31mb"},
        {"Y34", article("<<: {title: evil}\n")},
    };
}

QList<BadFile> fenceRows()
{
    const QByteArray good = "webUrl: https://news.example/bad\ntitle: Good\n";
    const QByteArray returned = QByteArray(titled({})).replace('\n', '\r');
    return {
        {"F01", "Just a text.\n"},
        {"F02", "---\n"},
        {"F03", "---\n" + QByteArray("a: b\n").repeated(2'000'000)},
        {"F04", ""},
        {"F05", "x"},
        {"F06", "---\n---\nBody\n"},
        {"F07", "----\n" + good + "----\n"},
        {"F08", "--- \n" + good + "--- \n", End::Taken, "Good"},
        {"F09", "+++\ntitle = 'a'\n+++\n"},
        {"F10", titled({}) + "a\n---\nb\n", End::Taken, "Good"},
        {"F11", "---\n" + good + "...\nbody\n", End::Taken, "Good"},
        {"F12", QByteArray(titled({})).replace("\n", "\r\n"), End::Taken, "Good"},
        {"F13", returned, End::Taken, "Good"},
        {"F14", "---\r\n" + good + "---\r", End::Taken, "Good"},
    };
}

QList<BadFile> encodingRows()
{
    const QByteArray good = titled({});
    return {
        {"E01", "\xef\xbb\xbf" + good, End::Taken, "Good"},
        {"E02", "---\n\xef\xbb\xbftitle: Good\nwebUrl: https://news.example/bad\n---\n", End::Taken,
         "Good"},
        {"E03", wide(good, 2, false, "\xff\xfe")},
        {"E04", wide(good, 2, true, {})},
        {"E05", wide(good, 4, false, QByteArray("\xff\xfe\0\0", 4))},
        {"E06", article("title: caf\xe9\n"), End::Taken, "caf\xef\xbf\xbd"},
        {"E09", article(QByteArray("title: a\0b\n", 11))},
        {"E10", QByteArray(1, '\0') + good},
        {"E12", article("title: a\xe2\x80\xaetxt.exe\n"), End::Taken, "atxt.exe"},
        {"E13", titled("tit\xe2\x80\x8ble: x\n"), End::Taken, "Good"},
        {"E14",
         article("title: a" + QByteArray("\xcc\x81").repeated(20'000) + '\n'),
         End::Taken,
         {}},
    };
}

QList<BadFile> valueRows()
{
    QByteArray topics = "topics:\n";
    for (int topic = 0; topic < 10'000; ++topic) {
        topics += "  - t" + QByteArray::number(topic) + '\n';
    }
    QList<BadFile> rows{
        {"V01", article("title: " + QByteArray(MiB - 100'000, 'x') + '\n'), End::Taken, {}},
        {"V02", titled({}) + QByteArray(20 * MiB, 'x')},
        {"V03", titled(topics)},
        {"V04", article("title: \"a" + QByteArray("\\n").repeated(100'000) + "b\"\n"), End::Taken,
         "a"}, // cut, and one line
        {"V05", article("title: \"\\u00a0\\u200b\"\n")},
    };
    for (const char *date : {"2024-02-30", "0000-00-00", "10000-01-01", "2024-03-31T23:59:60Z",
                             "2024-03-31T02:30:00+99:99", "2024-03-31T02:30", "1e9", "2024-1-2"}) {
        rows.append({"D " + QByteArray(date),
                     titled("publishedDateTime: " + QByteArray(date) + '\n'), End::Taken, "Good"});
    }
    for (const char *number : {"99999999999999999999", "1e400", ".nan", "NaN", "-.inf", "012",
                               "0x1F", "1_000", "no", "12:30:45"}) {
        rows.append({"N " + QByteArray(number), titled("quality: " + QByteArray(number) + '\n'),
                     End::Taken, "Good"});
    }
    return rows;
}

QList<BadFile> addressRows()
{
    QList<BadFile> rows;
    for (const char *address :
         {"javascript:alert(1)", "file:///etc/passwd", "data:text/html,<script>",
          "https://good@evil.example/", "https://evil.example\\@good.example/",
          "\"https://h.example/a\\r\\nb\"", "https://h.example:99999/", "//evil.example/x"}) {
        rows.append({"U " + QByteArray(address),
                     file("title: Good\nwebUrl: " + QByteArray(address) + '\n')});
    }
    rows.append({"U12", file("title: Good\nwebUrl: https://h.example/" +
                             QByteArray(100 * 1024, 'x') + '\n')});
    rows.append(
        {"U14", file("title: Good\nwebUrl: \" https://h.example/x \"\n"), End::Taken, "Good"});
    return rows;
}

void put(const QByteArray &path, const QByteArray &bytes)
{
    const int fd = ::open(path.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0 || ::write(fd, bytes.constData(), size_t(bytes.size())) != bytes.size()) {
        qFatal("%s could not be written", path.constData());
    }
    ::close(fd);
}

void putSocket(const QByteArray &path)
{
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.constData(), sizeof(address.sun_path) - 1);
    if (::bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0) {
        qFatal("%s could not be made", path.constData());
    }
    ::close(fd);
}

} // namespace

QList<BadFile> badFiles()
{
    return yamlRows() + fenceRows() + encodingRows() + valueRows() + addressRows();
}

QList<QByteArray> mutatedFiles(int mutations, quint32 seed)
{
    const QByteArray good =
        titled("excerpt: 'It''s'\nquality: 54\ntopics:\n  - \"a\\u00e9\"\n  - b\n"
               "related:\n  - title: x\n    webUrl: https://news.example/y\n"
               "    provider:\n      name: P\n");
    static const QByteArray Parts[] = {
        "[",    "{",        "- ",    ": ",  "\"",   "'",  "|\n",
        ">\n",  "&a ",      "*a",    "!t ", "\t",   "\r", QByteArray(1, '\0'),
        "\xff", "\xe2\x80", "---\n", "? ",  "# ",   ",",  "}",
        "]",    "%",        "@",     "`",   "\n\n", "  ", "\\x"};
    QRandomGenerator random(seed);
    QList<QByteArray> files;
    for (int mutation = 0; mutation < mutations; ++mutation) {
        QByteArray bytes = good;
        for (int change = random.bounded(1, 6); change > 0; --change) {
            const int at = random.bounded(int(bytes.size()));
            switch (random.bounded(3)) {
            case 0: bytes.insert(at, Parts[random.bounded(int(std::size(Parts)))]); break;
            case 1: bytes.remove(at, random.bounded(1, 12)); break;
            default: bytes[at] = char(random.bounded(256)); break;
            }
            bytes = bytes.isEmpty() ? good : bytes;
        }
        files.append(bytes);
    }
    return files;
}

void putBadPaths(const QByteArray &folder)
{
    const auto at = [&folder](const QByteArray &name) { return folder + '/' + name; };
    const auto address = [](const char *name) {
        return file("title: Good\nwebUrl: https://news.example/" + QByteArray(name) + '\n');
    };
    // Passed by: links, and what is no file.
    ::symlink(folder.constData(), at("P01-loop").constData());
    ::symlink("/etc", at("P02-etc").constData());
    ::symlink("/etc/passwd", at("P03-secret.md").constData());
    ::mkfifo(at("P04-pipe.md").constData(), 0600);
    ::symlink("/dev/zero", at("P05-zero.md").constData());
    putSocket(at("P06.md"));
    // Taken.
    put(at("P07-\xff.md"), address("P07"));
    put(at("P08-a\nb.md"), address("P08"));
    // Rejected.
    put(at("P12-empty.md"), {});
    put(at("P13-note.txt"), "A note.");
    put(at("P14-sparse.md"), address("P14"));
    ::truncate(at("P14-sparse.md").constData(), 10'000'000'000);
}

} // namespace Microfiche::Test
