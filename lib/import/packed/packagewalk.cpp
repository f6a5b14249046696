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
constexpr qint64 LongestNote = 16LL * 1024;
constexpr qint64 NotesBlock = 64LL * 1024;
constexpr qsizetype MaxNotes = 512;

/// One article in JSON, as an export of a list has it. Whether it is one, its reader says.
bool isJsonObject(const QByteArray &name, const QByteArray &head)
{
    return name.toLower().endsWith(".json") && head.trimmed().startsWith('{');
}

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
        return nextNotes();
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
    if (!m_reader || m_hasEnded || m_notes) {
        return std::nullopt;
    }
    if (const auto entry = m_reader->next()) {
        return entry->refusal.isEmpty() && beginNotes(entry->path) ? std::nullopt
                                                                   : std::optional(take(*entry));
    }
    m_hasEnded = true;
    return m_reader->problem().isEmpty() ? std::nullopt
                                         : std::optional(wholeRefused(m_reader->problem()));
}

bool PackageWalk::beginNotes(const QByteArray &path)
{
    if (path != PictureNotesFile && path != TagNotesFile && path != MarkNotesFile &&
        path != SearchNotesFile) {
        return false;
    }
    m_notesFile = path;
    m_notes.emplace(LongestNote);
    return true;
}

/// Some of the notes that are being read, or what comes behind them.
std::optional<WalkedRange> PackageWalk::nextNotes()
{
    if (!m_notes) {
        return std::nullopt;
    }
    PackageNotes notes;
    while (notes.size() < MaxNotes) {
        if (const auto element = m_notes->take()) {
            takeNote(element->bytes, notes);
            continue;
        }
        const auto block = m_reader->read(NotesBlock);
        if (!block || block->isEmpty()) { // damage shows at the next file
            m_notes.reset();
            break;
        }
        m_notes->add(*block);
    }
    if (notes.size() == 0) {
        return next();
    }
    WalkedRange range{m_root, m_path, {}};
    range.isPacked = true;
    range.notes = std::make_shared<PackageNotes>(std::move(notes));
    return range;
}

void PackageWalk::takeNote(const QByteArray &object, PackageNotes &notes)
{
    if (m_notesFile == PictureNotesFile) {
        if (const auto picture = pictureNote(object)) {
            m_carried.nameAddress(picture->address, m_path + '/' + picture->file);
        }
    } else if (m_notesFile == TagNotesFile) {
        if (const auto tag = tagNote(object)) {
            notes.tags.append(*tag);
        }
    } else if (m_notesFile == MarkNotesFile) {
        if (const auto mark = markNote(object)) {
            notes.marks.append(*mark);
        }
    } else if (const auto search = searchNote(object)) {
        notes.searches.append(*search);
    }
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
    const bool isObject = isJsonObject(file.name, *bytes);
    if (!isPicture && !isObject) {
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
    } else if (const auto judged = judgeHead(*bytes, bytes->size());
               judged && (!isObject || bytes->size() > limit)) { // too large after all
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
