// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/picturebyhand.h"

#include "archive/archivepictures.h"
#include "article/address.h"
#include "async/whenanswered.h"
#include "models/picturesettings.h"
#include "pictures/fetch/webaddress.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

constexpr QSize Shown(640, 360); // as large as a card's, so that its thumbnail is there at once

/// Whether the user has refused its server, or all who name it.
bool isRefused(const PicturePolicy &policy, const CataloguedPicture &picture)
{
    const FetchPolicy rule = fetchPolicyOf(policy);
    const QString host = hostName(QUrl(picture.address.trimmed()));
    const QStringList &publishers = picture.publishers;
    return publishers.isEmpty()
               ? rule.refuses({}, host)
               : std::all_of(publishers.cbegin(), publishers.cend(), [&](const QString &one) {
                     return rule.refuses(FetchPolicy::domainName(one), host);
                 });
}

} // namespace

PictureByHand::PictureByHand(PictureSettings &settings, PictureSource &source,
                             PictureCatalog &catalog, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_source(source)
    , m_catalog(catalog)
{
    connect(&m_settings, &PictureSettings::policyChanged, this, &PictureByHand::changed);
}

QString PictureByHand::text() const
{
    if (!m_picture) {
        return {};
    }
    const auto url = webAddress(m_picture->address);
    const QString host = url ? shownHost(*url) : QString();
    if (host.isEmpty()) {
        return tr("Load this picture");
    }
    const bool wasAsked = m_picture->last.state != PictureStatus::State::Loading;
    return wasAsked ? tr("Try this picture again from %1").arg(host)
                    : tr("Load this picture from %1").arg(host);
}

QString PictureByHand::whyNot() const
{
    if (!m_picture) {
        return {};
    }
    if (checkAddress(QUrl(m_picture->address.trimmed())) != FetchRefusal::None) {
        return tr("It has no address that pictures are loaded from");
    }
    if (m_settings.isOffline()) {
        return tr("Offline is ticked: no server is asked");
    }
    return isRefused(m_settings.policy(), *m_picture) ? tr("You refused its publisher's pictures")
                                                      : QString();
}

void PictureByHand::look(double picture)
{
    m_wanted = qint64(picture);
    m_picture.reset();
    Q_EMIT changed();
    if (m_wanted <= 0) {
        return;
    }
    const auto take = [this, wanted = m_wanted](const QList<CataloguedPicture> &found) {
        if (wanted == m_wanted && !found.isEmpty()) {
            m_picture = found.constFirst();
            Q_EMIT changed();
        }
    };
    whenAnswered(this, m_catalog.find({m_wanted}), take, [] {}); // then it stays unsaid
}

void PictureByHand::load()
{
    if (!canLoad()) {
        return;
    }
    m_source.forgiveSilence(); // the user wants it so
    // What comes of it is told to whoever shows it; this only knows the words for the next time.
    whenAnswered(this, m_source.load(m_picture->id, Shown, PictureSource::Ask::ByHand),
                 [this, id = m_picture->id](const SourcedPicture &loaded) {
                     if (m_picture && m_picture->id == id && !loaded.status.isReady()) {
                         m_picture->last = loaded.status;
                         Q_EMIT changed();
                     }
                 });
}

} // namespace Microfiche
