// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QList>
#include <QMutex>
#include <QSet>
#include <QString>

#include <memory>

namespace Microfiche
{

class CarriedPictures;

/// Finds the pictures that an imported folder carries, by the addresses that articles name:
/// `https://host/x/assets/a.jpg` is `assets/a.jpg` in the article's folder or one above it, up to
/// the dropped one, in packages as in folders. Never outside of it, never through a link. Safe on
/// any thread. (FORMAT.md, "Pictures the archive carries")
class CarriedFinder
{
public:
    explicit CarriedFinder(CarriedPictures &pictures);
    ~CarriedFinder();
    Q_DISABLE_COPY_MOVE(CarriedFinder)

    struct FolderShape;
    struct Place {
        QByteArray path;
        std::shared_ptr<const FolderShape> shape;
    };
    /// Where pictures of the articles in one folder may be, nearest first.
    using Places = QList<Place>;
    Places places(const QByteArray &root, const QByteArray &folder);

    /// Keeps a picture that lies in `package`, in the folder of that path in or of the package.
    /// From now on it is found like any other.
    void keepPacked(const QByteArray &package, const QByteArray &folder, const QByteArray &name,
                    const QByteArray &bytes);

    /// Lets an address name a picture of a package, wherever its own path leads.
    void nameAddress(const QString &url, const QByteArray &path);

    /// The content of the picture that `url` names; empty if it is not carried.
    ContentHash find(const Places &places, const QString &url);

    /// The parts of an address's path, decoded or as written; empty if it has none that can be
    /// used.
    static QByteArrayList segments(const QString &url, bool decoded);

private:
    std::shared_ptr<const FolderShape> shape(const QByteArray &folder);
    ContentHash findSegments(const Places &places, const QByteArrayList &segments);
    ContentHash below(const Place &place, const QByteArrayList &segments, qsizetype first);
    ContentHash kept(const QByteArray &path);
    FolderShape &packedShape(const QByteArray &folder);

    CarriedPictures &m_pictures;
    QMutex m_mutex;
    QHash<QByteArray, std::shared_ptr<const FolderShape>> m_shapes;
    QHash<QByteArray, std::shared_ptr<FolderShape>> m_packed; ///< of folders in packages
    QHash<QByteArray, ContentHash> m_packedPictures;          ///< by path
    QHash<QString, ContentHash> m_named;                      ///< by address
    QHash<QByteArray, ContentHash> m_kept; ///< by path; empty if there is no picture
};

/// What counts of a folder when pictures are looked for.
struct CarriedFinder::FolderShape {
    QSet<QByteArray> folders;
    QSet<QByteArray> pictures; ///< files with a picture's ending, that an address may end in
    bool hasMore = false;      ///< there are too many of them to know them by name

    void addPicture(const QByteArray &name);
    bool isEmpty() const { return folders.isEmpty() && pictures.isEmpty() && !hasMore; }
};

} // namespace Microfiche
