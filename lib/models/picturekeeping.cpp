// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/picturekeeping.h"

#include "async/whenanswered.h"
#include "models/pictureaddress.h"

namespace Microfiche
{

PictureKeeping::PictureKeeping(Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

bool PictureKeeping::canPick() const
{
    return m_keeping == StoredKeeping::Fetched || m_keeping == StoredKeeping::Picked;
}

QString PictureKeeping::whyNot() const
{
    switch (m_keeping) {
    case StoredKeeping::Nothing: return tr("The picture is not in the archive");
    case StoredKeeping::Carried: return tr("An import brought it: it stays anyway");
    case StoredKeeping::Fetched:
    case StoredKeeping::Picked: break;
    }
    return {};
}

void PictureKeeping::look(const QString &source)
{
    m_picture = pictureIn(source);
    setKeeping(StoredKeeping::Nothing); // until it is known
    if (m_picture > 0) {
        whenAnswered(this, m_store.pictureOrigin(m_picture),
                     [this, picture = m_picture](const std::optional<PictureOrigin> &origin) {
                         if (origin && picture == m_picture) {
                             setKeeping(origin->keeping);
                         }
                     });
    }
}

void PictureKeeping::setPicked(bool isPicked)
{
    if (!canPick() || isPicked == this->isPicked()) {
        return;
    }
    const auto hear = [this, isPicked, picture = m_picture](bool isKept) {
        if (!isKept) {
            Q_EMIT failed(isPicked ? tr("The picture could not be marked to be kept for good.")
                                   : tr("The picture's mark could not be taken away."));
            return;
        }
        if (picture == m_picture) {
            setKeeping(isPicked ? StoredKeeping::Picked : StoredKeeping::Fetched);
        }
        Q_EMIT kept();
    };
    whenAnswered(this, m_store.pickPictures({m_picture}, isPicked), hear, [hear] { hear(false); });
}

void PictureKeeping::setKeeping(StoredKeeping keeping)
{
    if (keeping != m_keeping) {
        m_keeping = keeping;
        Q_EMIT changed();
    }
}

} // namespace Microfiche
