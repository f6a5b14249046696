// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/packed/jsonwalk_p.h"

#include "frontmatter/articlereader.h"
#include "import/filereader_p.h"

#include <QLocale>

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Microfiche
{

namespace
{

constexpr qsizetype BlockBytes = 256 * 1024;
constexpr int NumberWidth = 7; // so that names stand in the order of the list

bool isMarkOfBytes(const QByteArray &block)
{
    return block.startsWith("\xef\xbb\xbf");
}

} // namespace

JsonWalk::JsonWalk(QByteArray root, QByteArray path, const std::atomic<bool> &stop)
    : m_root(std::move(root))
    , m_path(std::move(path))
    , m_stop(stop)
    , m_elements(MaxFileBytes)
{
    open();
}

void JsonWalk::open()
{
    m_file = FileHandle(
        ::open(m_path.constData(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY));
    struct stat status = {};
    if (!m_file.isOpen() || ::fstat(m_file.fd(), &status) != 0) {
        m_refusal = tr("The file could not be opened: %1.").arg(qt_error_string(errno));
    } else if (!S_ISREG(status.st_mode)) {
        m_refusal = tr("Not a regular file.");
    } else {
        m_modifiedNs = qint64(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec;
    }
}

std::optional<WalkedRange> JsonWalk::next()
{
    WalkedRange range{m_root, m_path, {}};
    range.isPacked = true;
    qint64 bytes = 0;
    while (m_refusal.isEmpty() && range.files.size() < MaxPackedRange && bytes < MaxRangeBytes) {
        auto file = nextFile();
        if (!file) {
            break;
        }
        bytes += file->size;
        range.files.append(std::move(*file));
    }
    if (!range.files.isEmpty()) {
        return range;
    }
    return m_refusal.isEmpty() ? std::nullopt : wholeRefused(std::exchange(m_refusal, {}));
}

std::optional<WalkedFile> JsonWalk::nextFile()
{
    auto element = m_elements.take();
    while (!element && readBlock()) {
        element = m_elements.take();
    }
    if (!element) {
        return std::nullopt;
    }
    WalkedFile file;
    file.name = QByteArray::number(++m_number).rightJustified(NumberWidth, '0') + ".json";
    file.size = element->size;
    file.modifiedNs = m_modifiedNs;
    if (element->bytes.isEmpty()) {
        const auto tooLarge = judgeHead({}, element->size);
        file.packed = std::make_shared<PackedFile>(PackedFile{{}, outcomeOf(*tooLarge)});
    } else {
        file.packed = std::make_shared<PackedFile>(PackedFile{element->bytes, {}});
    }
    return file;
}

/// False at the end; then m_refusal says why it is not that of the file.
bool JsonWalk::readBlock()
{
    if (m_hasEnded || m_stop.load(std::memory_order_relaxed)) {
        return false;
    }
    QByteArray block(BlockBytes, Qt::Uninitialized);
    ssize_t got = 0;
    do {
        got = ::read(m_file.fd(), block.data(), size_t(block.size()));
    } while (got < 0 && errno == EINTR);
    if (got > 0) {
        block.resize(got);
        const bool isFirst = m_number == 0 && !std::exchange(m_hasBegun, true);
        m_elements.add(QByteArrayView(block).sliced(isFirst && isMarkOfBytes(block) ? 3 : 0));
    } else {
        m_elements.end();
    }
    if (got < 0) {
        m_refusal = tr("The file could not be read: %1.").arg(qt_error_string(errno));
    } else if (!m_elements.problem().isEmpty()) {
        m_refusal = m_elements.problem();
        m_refusalLine = int(m_elements.problemLine());
    }
    m_hasEnded = got <= 0 || !m_refusal.isEmpty();
    return true; // what came before the end is still to be taken
}

std::optional<WalkedRange> JsonWalk::wholeRefused(const QString &reason) const
{
    WalkedRange range{m_root, {}, {}};
    range.isPacked = true;
    WalkedFile file;
    splitPath(m_path, &range.folder, &file.name);
    file.modifiedNs = m_modifiedNs;
    file.packed = std::make_shared<PackedFile>(
        PackedFile{{}, outcomeOf(FileRefusal{reason, m_refusalLine, 0, false})});
    range.files.append(file);
    return range;
}

} // namespace Microfiche
