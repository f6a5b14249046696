// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/carriedfinder_p.h"

#include "import/carriedpictures.h"
#include "import/filereader_p.h"
#include "import/folderlisting_p.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

constexpr qint64 LargestPicture = 10LL * 1024 * 1024;
constexpr qsizetype MaxNamesKnown = 4096;
constexpr qsizetype MaxRemembered = 100'000; // tens of megabytes; after that it begins anew

/// The path of a web address or of one without scheme and host; empty for any other.
QStringView pathOf(QStringView url)
{
    qsizetype begin = 0;
    const qsizetype scheme = url.indexOf(QLatin1String("://"));
    if (scheme >= 0 && scheme < 8) {
        const QStringView name = url.first(scheme);
        if (name.compare(QLatin1String("http"), Qt::CaseInsensitive) != 0 &&
            name.compare(QLatin1String("https"), Qt::CaseInsensitive) != 0) {
            return {};
        }
        begin = url.indexOf(u'/', scheme + 3);
    } else if (!url.startsWith(u'/')) {
        return {};
    }
    if (begin < 0) {
        return {};
    }
    const QStringView path = url.sliced(begin);
    const auto end =
        std::find_if(path.cbegin(), path.cend(), [](QChar c) { return c == u'?' || c == u'#'; });
    return path.first(end - path.cbegin());
}

/// Whether a name can be that of a file, and of none but the one it seems to be.
bool isFileName(const QByteArray &name)
{
    return !name.isEmpty() && name.size() <= 255 && name != "." && name != ".." &&
           !name.contains('/') && !name.contains('\0');
}

} // namespace

void CarriedFinder::FolderShape::addPicture(const QByteArray &name)
{
    hasMore = hasMore || pictures.size() >= MaxNamesKnown;
    if (!hasMore) {
        pictures.insert(name);
    }
}

CarriedFinder::CarriedFinder(CarriedPictures &pictures)
    : m_pictures(pictures)
{
}

CarriedFinder::~CarriedFinder() = default;

void CarriedFinder::keepPacked(const QByteArray &package, const QByteArray &folder,
                               const QByteArray &name, const QByteArray &bytes)
{
    const ContentHash hash = m_pictures.keep(bytes);
    if (hash.isEmpty()) {
        return;
    }
    const QMutexLocker lock(&m_mutex);
    m_packedPictures.insert(folder + '/' + name, hash);
    packedShape(folder).addPicture(name);
    // What leads to it, as it is found from the folders above.
    QByteArray path = folder;
    while (path.size() > package.size()) {
        const qsizetype slash = path.lastIndexOf('/');
        const QByteArray last = path.mid(slash + 1);
        path.truncate(slash);
        packedShape(path).folders.insert(last);
    }
}

void CarriedFinder::nameAddress(const QString &url, const QByteArray &path)
{
    const QMutexLocker lock(&m_mutex);
    const auto picture = m_packedPictures.constFind(path);
    if (picture != m_packedPictures.cend()) {
        m_named.insert(url, *picture);
    }
}

/// One that nobody else looks at, to be changed.
CarriedFinder::FolderShape &CarriedFinder::packedShape(const QByteArray &folder)
{
    auto &shape = m_packed[folder];
    if (!shape) {
        shape = std::make_shared<FolderShape>();
    } else if (shape.use_count() > 1) {
        shape = std::make_shared<FolderShape>(*shape);
    }
    return *shape;
}

CarriedFinder::Places CarriedFinder::places(const QByteArray &root, const QByteArray &folder)
{
    Places places;
    QByteArray path = folder;
    for (;;) {
        const auto here = shape(path);
        if (!here->isEmpty()) {
            places.append({path, here});
        }
        if (path == root || path.size() < root.size()) {
            break;
        }
        path.truncate(std::max<qsizetype>(path.lastIndexOf('/'), 0));
    }
    return places;
}

QByteArrayList CarriedFinder::segments(const QString &url, bool decoded)
{
    QByteArrayList parts = pathOf(url).toUtf8().split('/');
    if (decoded) {
        for (QByteArray &part : parts) {
            part = QByteArray::fromPercentEncoding(part);
        }
    }
    // What stands before a part that is no name cannot lead to a file.
    const auto bad = std::find_if_not(parts.crbegin(), parts.crend(), isFileName);
    return parts.mid(std::distance(parts.cbegin(), bad.base()));
}

ContentHash CarriedFinder::find(const Places &places, const QString &url)
{
    if (places.isEmpty()) {
        return {};
    }
    {
        const QMutexLocker lock(&m_mutex);
        const auto named = m_named.constFind(url);
        if (named != m_named.cend()) {
            return *named;
        }
    }
    ContentHash hash = findSegments(places, segments(url, true));
    if (hash.isEmpty() && url.contains(u'%')) {
        hash = findSegments(places, segments(url, false));
    }
    return hash;
}

/// The longest end of the path first, in the nearest folder first.
ContentHash CarriedFinder::findSegments(const Places &places, const QByteArrayList &segments)
{
    for (qsizetype first = 0; first < segments.size(); ++first) {
        for (const Place &place : places) {
            ContentHash hash = below(place, segments, first);
            if (!hash.isEmpty()) {
                return hash;
            }
        }
    }
    return {};
}

ContentHash CarriedFinder::below(const Place &place, const QByteArrayList &segments,
                                 qsizetype first)
{
    const qsizetype last = segments.size() - 1;
    if (first == last) {
        const bool mayBe = place.shape->hasMore || place.shape->pictures.contains(segments[last]);
        return mayBe ? kept(place.path + '/' + segments[last]) : ContentHash();
    }
    QByteArray path = place.path;
    std::shared_ptr<const FolderShape> here = place.shape;
    for (qsizetype i = first; i < last; ++i) {
        if (!here->folders.contains(segments[i])) {
            return {};
        }
        path += '/' + segments[i];
        here = shape(path);
    }
    return kept(path + '/' + segments[last]);
}

std::shared_ptr<const CarriedFinder::FolderShape> CarriedFinder::shape(const QByteArray &folder)
{
    {
        const QMutexLocker lock(&m_mutex);
        const auto packed = m_packed.constFind(folder);
        if (packed != m_packed.cend()) {
            return *packed;
        }
        const auto known = m_shapes.constFind(folder);
        if (known != m_shapes.cend()) {
            return *known;
        }
    }
    auto found = std::make_shared<FolderShape>();
    if (const auto opened = OpenFolder::open(folder.isEmpty() ? QByteArray("/") : folder)) {
        opened->eachName([&found](EntryKind kind, const char *text) {
            const QByteArray name(text);
            if (kind == EntryKind::Folder) {
                found->folders.insert(name);
            } else if (kind == EntryKind::File && hasPictureEnding(name)) {
                found->addPicture(name);
            }
            return true;
        });
    }
    const QMutexLocker lock(&m_mutex);
    if (m_shapes.size() >= MaxRemembered) {
        m_shapes.clear();
    }
    m_shapes.insert(folder, found);
    return found;
}

ContentHash CarriedFinder::kept(const QByteArray &path)
{
    {
        const QMutexLocker lock(&m_mutex);
        const auto packed = m_packedPictures.constFind(path);
        if (packed != m_packedPictures.cend()) {
            return *packed;
        }
        const auto known = m_kept.constFind(path);
        if (known != m_kept.cend()) {
            return *known;
        }
    }
    const QByteArray bytes = readPicture(path, LargestPicture);
    ContentHash hash = beginsLikePicture(bytes) ? m_pictures.keep(bytes) : ContentHash();
    const QMutexLocker lock(&m_mutex);
    if (m_kept.size() >= MaxRemembered) {
        m_kept.clear();
    }
    m_kept.insert(path, hash);
    return hash;
}

} // namespace Microfiche
