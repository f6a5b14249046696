// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/filereader_p.h"

#include "frontmatter/articlereader.h"
#include "import/folderlisting_p.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Microfiche
{

namespace
{

struct FileReader {
    Q_DECLARE_TR_FUNCTIONS(FileReader)
};

struct OpenFile {
    FileHandle handle;
    struct stat status = {};
};

/// A pipe is opened without waiting for its other end, a link not at all.
std::variant<OpenFile, FileRefusal> open(const QByteArray &path)
{
    OpenFile file{FileHandle(
        ::open(path.constData(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY))};
    if (!file.handle.isOpen() || ::fstat(file.handle.fd(), &file.status) != 0) {
        switch (errno) {
        case ENOENT: return FileRefusal{FileReader::tr("The file is gone.")};
        case ELOOP:
            return FileRefusal{FileReader::tr("A link. Links in a folder are not followed.")};
        case ENXIO: return FileRefusal{FileReader::tr("Not a regular file.")};
        default:
            return FileRefusal{
                FileReader::tr("The file could not be opened: %1.").arg(qt_error_string(errno))};
        }
    }
    if (!S_ISREG(file.status.st_mode)) {
        return FileRefusal{FileReader::tr("Not a regular file.")};
    }
    return file;
}

/// Reads on until `bytes` holds `size` bytes or the file ends. False on an error, see errno.
bool readUpTo(int fd, qint64 size, QByteArray *bytes)
{
    qint64 have = bytes->size();
    bytes->resize(size);
    while (have < size) {
        const ssize_t got = ::read(fd, bytes->data() + have, size_t(size - have));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return false;
        }
        if (got == 0) {
            break;
        }
        have += got;
    }
    bytes->resize(have);
    return true;
}

qint64 modifiedNs(const struct stat &status)
{
    return qint64(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec;
}

FileRefusal readingFailed()
{
    return {FileReader::tr("The file could not be read: %1.").arg(qt_error_string(errno))};
}

/// What is to be said of a file without front matter is for those to say who read it.
FileRefusal withoutFence(const QByteArray &head)
{
    const ReadResult result = readArticle(head);
    if (const auto *problem = std::get_if<ReadProblem>(&result)) {
        return {problem->reason, problem->at.line, problem->at.column, true};
    }
    return {FileReader::tr("No front matter. The file does not begin with a line of three dashes."),
            1, 1, true};
}

FileReading readOpened(const OpenFile &file)
{
    const qint64 size = file.status.st_size;
    QByteArray bytes;
    if (!readUpTo(file.handle.fd(), std::min(size, HeadBytes), &bytes)) {
        return readingFailed();
    }
    if (const auto judged = judgeHead(bytes, size)) {
        return std::visit([](const auto &found) { return FileReading(found); }, *judged);
    }
    // One byte more than it should have tells a file that has grown.
    if (!readUpTo(file.handle.fd(), size + 1, &bytes)) {
        return readingFailed();
    }
    struct stat after = {};
    if (::fstat(file.handle.fd(), &after) != 0) {
        return readingFailed();
    }
    if (bytes.size() != size || modifiedNs(after) != modifiedNs(file.status)) {
        return FileRefusal{};
    }
    return FileBytes{bytes, modifiedNs(file.status)};
}

bool beginsLikeSvg(const QByteArray &head)
{
    QByteArray text = head;
    if (text.startsWith("\xef\xbb\xbf")) {
        text.remove(0, 3);
    }
    text = text.trimmed();
    return text.startsWith("<svg") || text.startsWith("<!DOCTYPE svg") ||
           (text.startsWith("<?xml") && (text.contains("<svg") || text.contains("<!DOCTYPE svg")));
}

bool beginsLikeBitmap(const QByteArray &head)
{
    const auto at = [&head](qsizetype i) { return std::uint8_t(head.at(i)); };
    return head.size() >= 26 && head.startsWith("BM") && at(6) == 0 && at(7) == 0 && at(8) == 0 &&
           at(9) == 0 && at(14) >= 12 && at(14) <= 124 && at(15) == 0 && at(16) == 0;
}

} // namespace

std::optional<NoArticle> judgeHead(const QByteArray &head, qint64 size)
{
    if (beginsLikePicture(head)) {
        return PictureFile{};
    }
    if (size > MaxFileBytes) {
        return FileRefusal{FileReader::tr("The file is %1. An article file has at most %2.")
                               .arg(QLocale::c().formattedDataSize(size),
                                    QLocale::c().formattedDataSize(MaxFileBytes, 0)),
                           0, 0, true};
    }
    if (size == 0) {
        return FileRefusal{FileReader::tr("The file is empty."), 0, 0, true};
    }
    if (!beginsWithFence(head)) {
        return withoutFence(head);
    }
    return std::nullopt;
}

FileOutcome outcomeOf(const NoArticle &judged)
{
    const auto *refusal = std::get_if<FileRefusal>(&judged);
    if (!refusal) {
        return OtherFile{ArticleRules};
    }
    return RejectedFile{refusal->line, refusal->column, refusal->reason,
                        refusal->isByContent ? ArticleRules : 0};
}

FileReading readCandidate(const QByteArray &path)
{
    // A file that changes while it is read is read once more, then told.
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto opened = open(path);
        if (const auto *refusal = std::get_if<FileRefusal>(&opened)) {
            return *refusal;
        }
        FileReading reading = readOpened(std::get<OpenFile>(opened));
        const auto *refusal = std::get_if<FileRefusal>(&reading);
        if (!refusal || !refusal->reason.isEmpty()) {
            return reading;
        }
    }
    return FileRefusal{FileReader::tr("The file changed while it was read.")};
}

QByteArray readPicture(const QByteArray &path, qint64 limit)
{
    const auto opened = open(path);
    const auto *file = std::get_if<OpenFile>(&opened);
    if (!file || file->status.st_size > limit) {
        return {};
    }
    QByteArray bytes;
    if (!readUpTo(file->handle.fd(), file->status.st_size, &bytes) ||
        bytes.size() != file->status.st_size) {
        return {};
    }
    return bytes;
}

QByteArray readHead(const QByteArray &path, qint64 limit)
{
    const auto opened = open(path);
    const auto *file = std::get_if<OpenFile>(&opened);
    QByteArray bytes;
    if (!file ||
        !readUpTo(file->handle.fd(), std::min<qint64>(file->status.st_size, limit), &bytes)) {
        return {};
    }
    return bytes;
}

bool isGone(const QByteArray &path)
{
    struct stat status = {};
    return ::lstat(path.constData(), &status) != 0 &&
           (errno == ENOENT || (errno == ENOTDIR && fileAround(path).isEmpty()));
}

QByteArray fileAround(const QByteArray &path)
{
    QByteArray around = path;
    for (auto slash = around.lastIndexOf('/'); slash > 0; slash = around.lastIndexOf('/')) {
        around.truncate(slash);
        struct stat status = {};
        if (::lstat(around.constData(), &status) == 0) {
            return S_ISREG(status.st_mode) ? around : QByteArray();
        }
    }
    return {};
}

bool hasPictureEnding(const QByteArray &name)
{
    static constexpr std::array Endings{".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"};
    const qsizetype dot = name.lastIndexOf('.');
    if (dot < 0) {
        return false;
    }
    const QByteArray ending = name.mid(dot).toLower();
    return std::any_of(Endings.begin(), Endings.end(),
                       [&ending](const char *known) { return ending == known; });
}

bool beginsLikePicture(const QByteArray &head)
{
    const auto is = [&head](qsizetype at, QByteArrayView magic) {
        return QByteArrayView(head).sliced(std::min(at, head.size())).startsWith(magic);
    };
    static constexpr char Icon[] = {0, 0, 1, 0};
    return is(0, "\x89PNG\r\n\x1a\n") || is(0, "\xff\xd8\xff") || is(0, "GIF87a") ||
           is(0, "GIF89a") || (is(0, "RIFF") && is(8, "WEBP")) ||
           (is(4, "ftyp") && (is(8, "avi") || is(8, "mif1"))) || is(0, QByteArrayView(Icon, 4)) ||
           beginsLikeBitmap(head) || beginsLikeSvg(head);
}

} // namespace Microfiche
