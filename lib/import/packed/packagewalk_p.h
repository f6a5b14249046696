// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/packed/jsonelements_p.h"
#include "import/packed/packagereader_p.h"
#include "import/packed/packedfiles_p.h"

#include <QSet>

namespace Microfiche
{

/// The files in a package, as if it were a folder of its name: `news.zip/2024/ferry.md`. Its
/// pictures are kept as they come, for articles may name them that come later. What Microfiche
/// noted in a package of its own comes as notes. (packagenotes.h)
class PackageWalk final : public PackedFiles
{
    Q_DECLARE_TR_FUNCTIONS(PackageWalk)

public:
    PackageWalk(QByteArray root, QByteArray path, CarriedFinder &carried,
                const std::atomic<bool> &stop);

    std::optional<WalkedRange> next() override;
    qint64 skipped() const override { return m_reader ? m_reader->skipped() : 0; }

private:
    struct Found {
        QByteArray folder;
        WalkedFile file;
    };
    std::optional<Found> nextFile();
    std::optional<WalkedRange> nextNotes();
    void takeNote(const QByteArray &object, PackageNotes &notes);
    bool beginNotes(const QByteArray &path);
    Found take(const PackageEntry &entry);
    void unpack(const PackageEntry &entry, Found &found);
    Found wholeRefused(const QString &reason) const;
    bool isNew(const QByteArray &path);

    const QByteArray m_root;
    const QByteArray m_path;
    CarriedFinder &m_carried;
    std::optional<PackageReader> m_reader;
    QString m_refusal; ///< of all of it, still to be told
    bool m_hasEnded = false;
    std::optional<Found> m_ahead; ///< of the next range
    QSet<quint64> m_names;        ///< hashes of the paths that came
    QByteArray m_notesFile;       ///< that is being read; empty if none is
    std::optional<JsonElements> m_notes;
};

} // namespace Microfiche
