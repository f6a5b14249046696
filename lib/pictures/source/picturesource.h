// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/fetch/fetchqueue.h"
#include "pictures/pictureloader.h"
#include "pictures/source/picturestatus.h"

#include <functional>
#include <memory>

namespace Microfiche
{

class PictureCatalog;

struct SourcedPicture {
    QImage image; ///< null unless it was loaded at a size and is ready
    PictureStatus status;
    qint64 fetchedBytes = 0;              ///< that came over the network for this
    DiskProblem disk = DiskProblem::None; ///< of NotKept, if it came
    /// Of Failed: how long its host is to be left alone; in whole seconds, after which it is asked.
    std::chrono::milliseconds wait{0};
};

/// One place that answers for a picture: carried file, memory, disk, and the network as far as the
/// policy allows, in this order. An address is fetched once however many ask for it. What is
/// fetched is kept for good, on disk before in the catalog, so that a process which is killed
/// leaves nothing half; the least recently shown goes when it is over budget. Where the disk cannot
/// keep what came, nothing is noted of the address, and for a while nothing more is fetched only to
/// be shown. Makes no request before setPolicy(). Safe to use from any thread; works on one of its
/// own.
class PictureSource final
{
public:
    struct Settings {
        FetchQueue::Settings fetch = {};
        /// Seconds since 1970; none for the system's.
        std::function<qint64()> now = {};
    };
    enum class Ask {
        IfAbsent, ///< what is gone or refused, or is to be left alone for now, is not asked for
        Again,    ///< whatever came of it before
        ByHand,   ///< the same, and though the policy asks nobody: the user wants this one picture.
                  ///< Not of whoever is refused, and not offline
        Refresh   ///< also if it is there: the server says whether it has changed
    };

    /// Both must outlive it; `loader` reads from `store`.
    PictureSource(PictureStore store, PictureLoader &loader, PictureCatalog &catalog,
                  Settings settings);
    PictureSource(PictureStore store, PictureLoader &loader, PictureCatalog &catalog)
        : PictureSource(std::move(store), loader, catalog, Settings{})
    {
    }
    ~PictureSource(); ///< answers what is under way: Cancelled; waits for what is being kept
    Q_DISABLE_COPY_MOVE(PictureSource)

    /// The picture at `size`, as PictureLoader::load() has it. Always answers, never fails; cancel
    /// the future to drop the request, and a fetch that nobody else wants.
    QFuture<SourcedPicture> load(qint64 id, QSize size, Ask ask = Ask::IfAbsent);
    /// Sees to it that the picture is kept: Ready once the catalog knows and its thumbnail is made.
    /// Waits behind what is shown, and takes nothing more if the budget is used up.
    QFuture<SourcedPicture> fetch(qint64 id, Ask ask = Ask::IfAbsent);

    /// Lets the catalog forget what was fetched and is not on the disk any more, so that it counts
    /// as missing; how many there were. Nothing while the folder itself is out of reach.
    QFuture<int> forgetLost();

    /// Answered when the catalog has all that has come so far; false if it could not take it.
    QFuture<bool> written();

    void setPolicy(const FetchPolicy &policy);
    void setOffline(bool isOffline); ///< online again, silence is forgiven
    /// Hosts that were out of reach may be asked again at once, as the user wants it so.
    void forgiveSilence();
    /// Begins no transfer for what fetch() has been asked for, while it is so; those that run go
    /// on.
    void setFetchesHeld(bool isHeld);
    void setBudget(qint64 bytes);
    /// The catalog was changed by others: what is remembered of it does not hold.
    void forgetCatalog();

    /// Told on the source's thread when the network is asked for a picture, and what came of it;
    /// `wait` as SourcedPicture has it.
    using Listener =
        std::function<void(qint64 id, PictureStatus status, std::chrono::milliseconds wait)>;
    void setListener(Listener listener);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Microfiche
