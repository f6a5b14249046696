// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/packed/packagewalk_p.h"

#include "frontmatter/articlereader.h"
#include "import/carriedfinder_p.h"
#include "import/filereader_p.h"

#include <QHashFunctions>

#include <algorithm>
#include <utility>

namespace Microfiche
{

namespace
{

constexpr qint64 LargestPicture = 10LL * 1024 * 1024;

} // namespace

PackageWalk::PackageWalk(QByteArray root, QByteArray path, CarriedFinder &carried,
                         const std::atomic<bool> &stop)
    : m_root(std::move(root))
    , m_path(std::move(path))
    , m_carried(carried)
{
    auto opened = PackageReader::open(m_path, stop);
    if (auto *reader = std::get_if<PackageReader>(&opened)) {
        m_reader.emplace(std::move(*reader));
    } else {
        m_refusal = std::get<QString>(opened);
    }
}

std::optional<WalkedRange> PackageWalk::next()
{
    auto found = m_ahead ? std::exchange(m_ahead, std::nullopt) : nextFile();
    if (!found) {
        return std::nullopt;
    }
    WalkedRange range{m_root, found->folder, {}};
    range.isPacked = true;
    qint64 bytes = 0;
    while (found && found->folder == range.folder && range.files.size() < MaxPackedRange &&
           bytes < MaxRangeBytes) {
        bytes += found->file.packed ? found->file.packed->bytes.size() : 0;
        range.files.append(std::move(found->file));
        found = nextFile();
    }
    m_ahead = std::move(found);
    // As those of a folder are.
    std::sort(range.files.begin(), range.files.end(),
              [](const WalkedFile &a, const WalkedFile &b) { return a.name < b.name; });
    return range;
}

std::optional<PackageWalk::Found> PackageWalk::nextFile()
{
    if (!m_refusal.isEmpty()) {
        return wholeRefused(std::exchange(m_refusal, {}));
    }
    if (!m_reader || m_hasEnded) {
        return std::nullopt;
    }
    if (const auto entry = m_reader->next()) {
        return take(*entry);
    }
    m_hasEnded = true;
    return m_reader->problem().isEmpty() ? std::nullopt
                                         : std::optional(wholeRefused(m_reader->problem()));
}

PackageWalk::Found PackageWalk::take(const PackageEntry &entry)
{
    Found found;
    splitPath(m_path + '/' + entry.path, &found.folder, &found.file.name);
    found.file.size = entry.size;
    found.file.modifiedNs = entry.modifiedNs;
    found.file.refusal = entry.refusal;
    if (found.file.refusal.isEmpty() && !isNew(entry.path)) {
        found.file.refusal = tr("The package has another file of this name.");
    }
    if (found.file.refusal.isEmpty()) {
        unpack(entry, found);
    }
    return found;
}

/// Reads on only where an article or a picture begins.
void PackageWalk::unpack(const PackageEntry &entry, Found &found)
{
    WalkedFile &file = found.file;
    const auto damaged = tr("The package is damaged: this file cannot be read from it.");
    auto bytes = m_reader->read(HeadBytes);
    if (!bytes) {
        file.refusal = damaged;
        return;
    }
    const bool isPicture = beginsLikePicture(*bytes);
    if (!isPicture) {
        if (holdsFiles(file.name)) {
            file.refusal = tr("A package in a package is not opened.");
            return;
        }
        // A zip that was written as a stream says no sizes.
        const qint64 size = std::max<qint64>(entry.size, bytes->size());
        if (const auto judged = judgeHead(*bytes, size)) {
            file.packed = std::make_shared<PackedFile>(PackedFile{{}, outcomeOf(*judged)});
            return;
        }
    }
    const qint64 limit = isPicture ? LargestPicture : MaxFileBytes;
    const auto rest = m_reader->read(limit + 1 - bytes->size());
    if (!rest) {
        file.refusal = damaged;
        return;
    }
    bytes->append(*rest);
    file.size = std::max<qint64>(entry.size, bytes->size());
    if (isPicture) {
        if (bytes->size() <= limit) {
            m_carried.keepPacked(m_path, found.folder, file.name, *bytes);
        }
        file.packed = std::make_shared<PackedFile>(PackedFile{{}, outcomeOf(PictureFile{})});
    } else if (const auto judged = judgeHead(*bytes, bytes->size())) { // too large after all
        file.packed = std::make_shared<PackedFile>(PackedFile{{}, outcomeOf(*judged)});
    } else {
        file.packed = std::make_shared<PackedFile>(PackedFile{*bytes, {}});
    }
}

/// Told of the package itself: in the list of what was rejected it can be tried again as a whole.
PackageWalk::Found PackageWalk::wholeRefused(const QString &reason) const
{
    Found found;
    splitPath(m_path, &found.folder, &found.file.name);
    found.file.refusal = reason;
    return found;
}

bool PackageWalk::isNew(const QByteArray &path)
{
    const auto hash = quint64(qHashBits(path.constData(), size_t(path.size()), 1));
    const qsizetype before = m_names.size();
    m_names.insert(hash);
    return m_names.size() > before;
}

} // namespace Microfiche
