// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/picturestatewords.h"

#include <QCoreApplication>

namespace Microfiche
{

namespace
{

struct PictureState {
    Q_DECLARE_TR_FUNCTIONS(PictureState)
};

QString refusedText(PictureReason reason)
{
    switch (reason) {
    case PictureReason::Address: return PictureState::tr("Refused: not a web address");
    case PictureReason::LocalNetwork: return PictureState::tr("Refused: a local address");
    case PictureReason::Redirects: return PictureState::tr("Refused: redirect not allowed");
    case PictureReason::TooManyRedirects: return PictureState::tr("Refused: too many redirects");
    case PictureReason::Certificate: return PictureState::tr("Refused: bad certificate");
    case PictureReason::ByServer: return PictureState::tr("Refused by the server");
    case PictureReason::Answer: return PictureState::tr("Refused: no proper answer");
    case PictureReason::NotAPicture: return PictureState::tr("Refused: not a picture");
    case PictureReason::DamagedPicture: return PictureState::tr("Refused: damaged");
    case PictureReason::TooLarge: return PictureState::tr("Refused: too large");
    case PictureReason::NoDecoder: return PictureState::tr("Format cannot be shown here");
    default: return PictureState::tr("Refused");
    }
}

QString failedText(PictureReason reason)
{
    switch (reason) {
    case PictureReason::TimedOut: return PictureState::tr("Not loaded: no answer in time");
    case PictureReason::Unreachable: return PictureState::tr("Not loaded: server out of reach");
    case PictureReason::ServerBusy: return PictureState::tr("Not loaded: server asks to wait");
    case PictureReason::ServerError: return PictureState::tr("Not loaded: server error");
    case PictureReason::NotKept: return PictureState::tr("Not loaded: disk cannot keep it");
    case PictureReason::OverBudget: return PictureState::tr("Not loaded: no space left for it");
    case PictureReason::Unreadable: return PictureState::tr("Not loaded: cannot be read");
    case PictureReason::Cancelled: return {};
    default: return PictureState::tr("Not loaded");
    }
}

} // namespace

QString pictureStateText(const PictureStatus &status)
{
    switch (status.state) {
    case PictureStatus::State::Ready:
    case PictureStatus::State::Loading:
    case PictureStatus::State::NotAllowed: return {};
    case PictureStatus::State::Offline: return PictureState::tr("Offline. Loads later");
    case PictureStatus::State::Gone: return PictureState::tr("Gone from the server");
    case PictureStatus::State::Refused: return refusedText(status.reason);
    case PictureStatus::State::Failed: return failedText(status.reason);
    }
    return {};
}

} // namespace Microfiche
