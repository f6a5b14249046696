// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/picturestore.h"

#include "pictures/pictureformat.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <utility>

namespace Microfiche
{

namespace
{

constexpr auto OwnerOnlyFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr auto OwnerOnlyFolder = OwnerOnlyFile | QFileDevice::ExeOwner;

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256);
}

/// Makes the folder and those above it that are missing, each for its owner alone from the start.
bool ensureFolder(const QString &path)
{
    if (QFileInfo(path).isDir()) {
        return true;
    }
    const QString parent = QFileInfo(path).path();
    if (parent == path || !ensureFolder(parent)) {
        return false;
    }
    // Another thread may make the same folder at this moment; that is as good.
    return QDir().mkdir(path, OwnerOnlyFolder) || QFileInfo(path).isDir();
}

/// The bytes of the file if it is a plain one of a size that keep() would have written.
std::optional<QByteArray> readFile(const QString &path)
{
    // A pipe in the picture's place would hang the reader: look before opening.
    if (!QFileInfo(path).isFile()) {
        return std::nullopt;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > MaxPictureBytes) {
        return std::nullopt;
    }
    QByteArray bytes = file.read(MaxPictureBytes);
    if (bytes.isEmpty() || file.error() != QFileDevice::NoError) {
        return std::nullopt;
    }
    return bytes;
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(OwnerOnlyFile) &&
           file.write(bytes) == bytes.size() && file.commit();
}

} // namespace

PictureStore::PictureStore(QString folder)
    : m_folder(std::move(folder))
{
}

QByteArray PictureStore::keep(const QByteArray &bytes) const
{
    if (bytes.size() > MaxPictureBytes || pictureFormat(bytes) == PictureFormat::None) {
        return {};
    }
    const QByteArray hash = hashOf(bytes);
    const QString path = filePath(hash);
    if (readFile(path) == bytes) {
        return hash;
    }
    if (!ensureFolder(QFileInfo(path).path()) || !writeFile(path, bytes)) {
        return {};
    }
    return hash;
}

std::optional<QByteArray> PictureStore::bytes(const QByteArray &hash) const
{
    if (hash.size() != PictureHashLength) {
        return std::nullopt;
    }
    std::optional<QByteArray> bytes = readFile(filePath(hash));
    // The disk is not trusted: a file that was cut, swapped or decayed is as good as missing.
    if (bytes && hashOf(*bytes) != hash) {
        return std::nullopt;
    }
    return bytes;
}

bool PictureStore::contains(const QByteArray &hash) const
{
    return hash.size() == PictureHashLength && QFileInfo::exists(filePath(hash));
}

QString PictureStore::filePath(const QByteArray &hash) const
{
    const QString hex = QString::fromLatin1(hash.toHex());
    return m_folder + u'/' + hex.left(2) + u'/' + hex.mid(2, 2) + u'/' + hex;
}

} // namespace Microfiche
