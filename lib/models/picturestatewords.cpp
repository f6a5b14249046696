// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/picturestatewords.h"

#include <QCoreApplication>

namespace Microfiche
{

namespace
{

struct StateWords {
    Q_DECLARE_TR_FUNCTIONS(PictureState)
};

QString refusedText(PictureReason reason)
{
    switch (reason) {
    case PictureReason::Address: return StateWords::tr("Refused: not a web address");
    case PictureReason::Port: return StateWords::tr("Refused: port not allowed");
    case PictureReason::LocalNetwork: return StateWords::tr("Refused: a local address");
    case PictureReason::Redirects: return StateWords::tr("Refused: redirect not allowed");
    case PictureReason::TooManyRedirects: return StateWords::tr("Refused: too many redirects");
    case PictureReason::Certificate: return StateWords::tr("Refused: bad certificate");
    case PictureReason::ByServer: return StateWords::tr("Refused by the server");
    case PictureReason::Answer: return StateWords::tr("Refused: no proper answer");
    case PictureReason::NotAPicture: return StateWords::tr("Refused: not a picture");
    case PictureReason::DamagedPicture: return StateWords::tr("Refused: damaged");
    case PictureReason::TooLarge: return StateWords::tr("Refused: too large");
    case PictureReason::NoDecoder: return StateWords::tr("Format cannot be shown here");
    default: return StateWords::tr("Refused");
    }
}

QString failedText(PictureReason reason)
{
    switch (reason) {
    case PictureReason::TimedOut: return StateWords::tr("Not loaded: no answer in time");
    case PictureReason::UnknownHost: return StateWords::tr("Not loaded: unknown server");
    case PictureReason::Unreachable: return StateWords::tr("Not loaded: server out of reach");
    case PictureReason::BrokeOff: return StateWords::tr("Not loaded: transfer broke off");
    case PictureReason::ServerBusy: return StateWords::tr("Not loaded: server asks to wait");
    case PictureReason::ServerError: return StateWords::tr("Not loaded: server error");
    case PictureReason::NotKept: return StateWords::tr("Not loaded: disk cannot keep it");
    case PictureReason::OverBudget: return StateWords::tr("Not loaded: no space left for it");
    case PictureReason::Unreadable: return StateWords::tr("Not loaded: cannot be read");
    case PictureReason::Cancelled: return {};
    default: return StateWords::tr("Not loaded");
    }
}

} // namespace

QString pictureStateText(const PictureStatus &status)
{
    switch (status.state) {
    case PictureStatus::State::Ready:
    case PictureStatus::State::Loading:
    case PictureStatus::State::NotAllowed: return {};
    case PictureStatus::State::Offline: return StateWords::tr("Offline. Loads later");
    case PictureStatus::State::Gone: return StateWords::tr("Gone from the server");
    case PictureStatus::State::Refused: return refusedText(status.reason);
    case PictureStatus::State::Failed: return failedText(status.reason);
    }
    return {};
}

} // namespace Microfiche
