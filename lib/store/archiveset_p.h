// SPDX-License-Identifier: GPL-3.0-or-later
// An archive with the files that SQLite keeps beside it, as one thing that is put in place of
// another one: killed at any moment, the next one to open the archive finds the old one or the new
// one. The new one is made in a folder `NAME.repairing`. As soon as that holds a file `aside`,
// which names where the old one is to go, the change is only to be brought to its end.
#pragma once

#include <QString>
#include <QStringList>

#include <memory>

namespace Microfiche
{

class FolderLock;

class ArchiveSet final
{
public:
    explicit ArchiveSet(const QString &archive);
    ~ArchiveSet();
    Q_DISABLE_COPY_MOVE(ArchiveSet)

    /// The archive itself, and its files that are there.
    const QString &path() const { return m_path; }
    QStringList files() const;
    qint64 bytes() const;

    /// Whether another program has it open. This one must not.
    bool isInUse() const;

    /// Brings what was begun to its end, or removes what never came so far. False if somebody else
    /// is at it, or if it cannot be brought to its end.
    bool settle();
    /// Makes the folder for a new one, and keeps others from opening the archive as long as this
    /// lives. False if somebody else does, or if it cannot be made.
    bool beginReplacing();
    /// Where the new one is to be made. It must be on disk before replace().
    QString newPath() const;
    /// Where a copy may be made for as long as the one at `newPath` is.
    static QString graftOf(const QString &newPath);
    /// Puts the old one aside as `name`, which nothing in its folder has, and the new one in its
    /// place.
    bool replace(const QString &name);

    /// `NAME.WORD.microfiche`.
    QString nameBeside(const QString &word) const;

private:
    QString folder() const;
    QString asidePath() const;
    bool lock();
    bool moveOn();
    void removeFolder();

    QString m_path;
    std::unique_ptr<FolderLock> m_lock;
};

} // namespace Microfiche
