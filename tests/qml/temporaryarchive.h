// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivepictures.h"
#include "importfixture.h"
#include "models/archivebrowser.h"
#include "models/importquestion.h"
#include "pictures/picturefiles.h"
#include "pictures/pictureloader.h"
#include "pictures/source/picturesource.h"
#include "recordingdesktop.h"
#include "window/likenesskeeper.h"
#include "window/workspace.h"

#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// What the pages show: an archive in a temporary folder, with a desktop that opens nothing.
class TemporaryArchive : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Microfiche::ArchiveBrowser *browser READ browser CONSTANT)
    Q_PROPERTY(Microfiche::Workspace *workspace READ workspace CONSTANT)
    Q_PROPERTY(Microfiche::ImportQuestion *question READ question CONSTANT)

public:
    explicit TemporaryArchive(QObject *parent = nullptr);

    ArchiveBrowser *browser() { return &m_browser; }
    Workspace *workspace() { return &m_workspace; }
    ImportQuestion *question() { return &m_question; }

    /// A file for the next importFiles().
    Q_INVOKABLE void write(const QString &name, const QString &text) const;
    Q_INVOKABLE void writeArticle(const QString &title, const QString &address,
                                  const QString &more = {}) const;
    /// A JPEG file of stripes for the next importFiles(), kept as an import keeps it; pictures of
    /// one `look` are alike. The engine has them from now on. Gives its hash in hex digits.
    Q_INVOKABLE QString writePicture(const QString &name, int width, int height, int look);
    /// Cuts the file of a kept picture short, or takes it away.
    Q_INVOKABLE void damagePicture(const QString &hash) const;
    Q_INVOKABLE void removePicture(const QString &hash) const;
    Q_INVOKABLE QUrl fileUrl(const QString &name) const; ///< beside the folder that is imported
    Q_INVOKABLE int sizeOf(const QUrl &file) const;      ///< in bytes; -1 if there is none
    Q_INVOKABLE int copiedPictures() const { return int(m_desktop.pictures.size()); }
    Q_INVOKABLE void importFiles();
    /// Asks whether they are to be imported if there are more than two.
    Q_INVOKABLE void considerFiles() { m_question.consider({m_files.path({})}, {}); }
    /// What a full disk does to an import.
    Q_INVOKABLE void failImport(const QString &reason);
    /// Opens it in the browser, which is loading until then.
    Q_INVOKABLE void start() { m_browser.start(); }
    Q_INVOKABLE void refuse(const QString &problem) { m_browser.refuse(problem); }
    /// What the window hears of an archive that is damaged.
    Q_INVOKABLE void tellDamage(const QString &problem);
    Q_INVOKABLE QStringList opened() const { return m_desktop.opened; }
    Q_INVOKABLE QStringList copied() const { return m_desktop.copied; }

private:
    Test::ImportFixture m_files;
    Test::RecordingDesktop m_desktop;
    Workspace m_workspace; ///< of no window
    ImportQuestion m_question{2};
    PictureStore m_pictures{m_files.home() + QStringLiteral("/pictures")};
    PictureLoader m_loader{m_pictures};
    PictureFiles m_pictureFiles{m_pictures};
    ArchivePictures m_catalog{m_files.store()};
    PictureSource m_source{m_pictures, m_loader, m_catalog};
    ArchiveBrowser m_browser;
    LikenessKeeper m_likeness{m_files.store(), m_loader};
};

} // namespace Microfiche
