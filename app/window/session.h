// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivepictures.h"
#include "archive/keptpictures.h"
#include "import/importer.h"
#include "models/archivebrowser.h"
#include "models/picturebyhand.h"
#include "models/picturesettings.h"
#include "models/picturestates.h"
#include "models/picturetask.h"
#include "pictures/picturefiles.h"
#include "pictures/pictureloader.h"
#include "pictures/source/picturesource.h"
#include "store/store.h"
#include "window/broughtpaths.h"
#include "window/likenesskeeper.h"
#include "window/outsidechanges.h"
#include "window/picturesprovider.h"

#include <QCoreApplication>
#include <QQmlApplicationEngine>

#include <functional>
#include <memory>
#include <utility>

class QQuickWindow;

namespace Microfiche
{

class Appearance;
class Workspace;

/// Everything one archive in one window is made of, in the order the parts need each other.
class Session final
{
    Q_DECLARE_TR_FUNCTIONS(Session)

public:
    /// What is tied to no thread, and waits for disks and threads of its own when it is destroyed.
    struct Parts {
        explicit Parts(const PictureStore &pictures, PictureSource::Settings settings = {})
            : keeper(pictures)
            , loader(pictures)
            , files(pictures)
            , catalog(store)
            , source(pictures, loader, catalog, std::move(settings))
        {
        }

        KeptPictures keeper;
        PictureLoader loader;
        PictureFiles files;
        std::shared_ptr<IndexRunner> index = {}; ///< what the browser asked, once that is gone
        Store store;
        ArchivePictures catalog;
        PictureSource source; ///< asks all of the above for as long as it lives
    };

    Session(const QString &archive, Desktop &desktop, PictureSource::Settings pictures = {});
    Q_DISABLE_COPY_MOVE(Session)

    /// Begins to open the archive, if that has not begun. Needs no window yet: the archive is read
    /// while the window is made.
    void open();
    /// The window is there at once, filled or not.
    void makeWindow(Appearance &appearance, Workspace &workspace);
    /// Ends a running import, and lets none begin.
    void stop();
    /// Destroys the session but for its parts: whoever gets them destroys them where it may wait.
    static std::unique_ptr<Parts> dismantle(std::unique_ptr<Session> session);

    const QString &archive() const { return m_archive; }
    /// Null before makeWindow(), and if the QML could not be loaded.
    QQuickWindow *window() const { return m_window; }
    ArchiveBrowser &browser() { return m_browser; }
    Importer &importer() { return m_importer; }
    Store &store() { return m_parts->store; }
    PictureSettings &pictureSettings() { return m_pictureSettings; }
    /// Whom the user has named as servers of their own; what was refused there is asked for again.
    void takeLocalServers(const QSet<QString> &hosts);
    PictureTask &pictureTask() { return m_pictureTask; }

    /// Calls `damaged` once, with the reason, if the archive is found to be damaged.
    void hearDamage(const std::function<void(const QString &)> &damaged);

    /// Imports the paths as soon as the archive is open.
    void importWhenOpen(const BroughtPaths &brought);

private:
    enum class State { Closed, Opening, Open, Refused, Stopped };

    void settle(State state, const QString &refusal);
    void startPictures();
    void applyPolicy(const PicturePolicy &policy);
    void takeOutsideChanges();
    void takeArrived(const QSet<qint64> &pictures);
    void takeCleared();
    void takeBroughtBack();
    void readCardsAgain();

    QString m_archive;
    std::unique_ptr<Parts> m_parts;
    Importer m_importer;
    ArchiveBrowser m_browser;
    PictureStates m_pictureStates;
    PictureSettings m_pictureSettings;
    PictureTask m_pictureTask;
    PictureByHand m_pictureByHand;
    LikenessKeeper m_likeness;
    OutsideChanges m_outside;
    PictureAddresses m_pictureAddresses;
    QQmlApplicationEngine m_engine;
    QQuickWindow *m_window = nullptr; // owned by the engine
    QList<BroughtPaths> m_waiting;
    std::function<void(const QString &)> m_damaged;
    State m_state = State::Closed;
    QString m_refusal; ///< why nothing is imported
};

} // namespace Microfiche
