// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/keptpictures.h"
#include "import/importer.h"
#include "models/archivebrowser.h"
#include "pictures/pictureloader.h"
#include "store/store.h"

#include <QQmlApplicationEngine>

class QQuickWindow;

namespace Microfiche
{

class Appearance;
class Workspace;

/// Everything one archive in one window is made of, in the order the parts need each other.
class Session final
{
public:
    /// Begins to open the archive; the window is there at once.
    Session(const QString &archive, Desktop &desktop, Appearance &appearance, Workspace &workspace);
    Q_DISABLE_COPY_MOVE(Session)

    QQuickWindow *window() const { return m_window; } ///< null if the QML could not be loaded
    ArchiveBrowser &browser() { return m_browser; }
    Importer &importer() { return m_importer; }
    Store &store() { return m_store; }

    /// Imports the paths as soon as the archive is open.
    void importWhenOpen(const QByteArrayList &paths);

private:
    Store m_store;
    PictureStore m_pictures;
    KeptPictures m_keeper;
    PictureLoader m_loader;
    Importer m_importer;
    ArchiveBrowser m_browser;
    QQmlApplicationEngine m_engine;
    QQuickWindow *m_window = nullptr; // owned by the engine
    QByteArrayList m_waiting;
    bool m_isOpen = false;
};

} // namespace Microfiche
