// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/carriedpictures.h"
#include "import/importer.h"

#include <QByteArray>
#include <QMutex>
#include <QTemporaryDir>

#include <memory>

namespace Microfiche::Test
{

/// Keeps every picture, and remembers them.
class RecordingPictures final : public CarriedPictures
{
public:
    QByteArray keep(const QByteArray &bytes) override;
    QByteArrayList kept() const;
    QString folder() const override { return m_folder; }
    void setFolder(const QString &folder) { m_folder = folder; }

private:
    mutable QMutex m_mutex;
    QByteArrayList m_kept;
    QString m_folder;
};

/// What one import told.
struct ImportOutcome {
    ImportSummary summary;
    QString failure;
    QList<IndexRow> rows; ///< of all commits
    bool isFinished = false;

    /// The reason why the file of that name was rejected; empty if it was not.
    QString reasonFor(const QByteArray &name) const;
};

/// Bytes of an article file; `extra` stands in its front matter.
QByteArray articleBytes(const QByteArray &title, const QByteArray &address,
                        const QByteArray &extra = {});
/// The smallest PNG file there is, or one of those.
QByteArray pngBytes(int number = 0);

/// A folder to import, a store to import it into.
class ImportFixture final
{
public:
    explicit ImportFixture(ImportOptions options = {});
    ~ImportFixture();

    QString folder() const { return m_home.filePath(QStringLiteral("source")); }
    /// Holds the folder and the archive.
    QString home() const { return m_home.path(); }
    /// A path below the folder, as the file system takes it.
    QByteArray path(const QByteArray &name) const;
    /// Writes a file below the folder, with the folders that lead to it.
    void write(const QByteArray &name, const QByteArray &bytes) const;
    void writeArticle(int number) const;

    /// Imports, and waits for the end.
    ImportOutcome import(const QStringList &paths);
    ImportOutcome import() { return import({folder()}); }
    /// Reads again what that import rejected.
    ImportOutcome retry(const ImportOutcome &before);

    Store &store() { return *m_store; }
    Importer &importer() { return *m_importer; }
    RecordingPictures &pictures() { return m_pictures; }
    ArchiveStats stats();

private:
    QTemporaryDir m_home;
    RecordingPictures m_pictures;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Importer> m_importer;
};

/// Waits until the importer ends its run, and gathers what it tells.
ImportOutcome waitForEnd(Importer &importer, const std::function<void()> &start);

} // namespace Microfiche::Test
