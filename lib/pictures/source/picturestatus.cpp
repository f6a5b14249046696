// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/source/picturestatus.h"

namespace Microfiche
{

namespace
{

using State = PictureStatus::State;

PictureReason reasonOf(FetchRefusal refusal)
{
    switch (refusal) {
    case FetchRefusal::None: return PictureReason::None;
    case FetchRefusal::Address: return PictureReason::Address;
    case FetchRefusal::Port: return PictureReason::Port;
    case FetchRefusal::LocalNetwork: return PictureReason::LocalNetwork;
    case FetchRefusal::Redirects: return PictureReason::Redirects;
    case FetchRefusal::TooManyRedirects: return PictureReason::TooManyRedirects;
    case FetchRefusal::Certificate: return PictureReason::Certificate;
    case FetchRefusal::ByServer: return PictureReason::ByServer;
    case FetchRefusal::Answer: return PictureReason::Answer;
    case FetchRefusal::NotAPicture: return PictureReason::NotAPicture;
    case FetchRefusal::DamagedPicture: return PictureReason::DamagedPicture;
    }
    return PictureReason::None;
}

} // namespace

bool isServersFailure(PictureReason reason)
{
    return reason == PictureReason::TimedOut || reason == PictureReason::Unreachable ||
           reason == PictureReason::UnknownHost || reason == PictureReason::ServerBusy ||
           reason == PictureReason::ServerError;
}

PictureStatus statusOf(const FetchedPicture &fetched)
{
    switch (fetched.outcome) {
    case FetchOutcome::Fetched:
    case FetchOutcome::NotModified:
    case FetchOutcome::Redirected: return {State::Loading};
    case FetchOutcome::Gone: return {State::Gone};
    case FetchOutcome::Refused: return {State::Refused, reasonOf(fetched.refusal)};
    case FetchOutcome::TooLarge: return {State::Refused, PictureReason::TooLarge};
    case FetchOutcome::TimedOut: return {State::Failed, PictureReason::TimedOut};
    case FetchOutcome::UnknownHost: return {State::Failed, PictureReason::UnknownHost};
    case FetchOutcome::Unreachable: return {State::Failed, PictureReason::Unreachable};
    case FetchOutcome::BrokeOff: return {State::Failed, PictureReason::BrokeOff};
    case FetchOutcome::TryLater: return {State::Failed, PictureReason::ServerBusy};
    case FetchOutcome::ServerError: return {State::Failed, PictureReason::ServerError};
    case FetchOutcome::NotAllowed: return {State::NotAllowed};
    case FetchOutcome::Offline: return {State::Offline};
    case FetchOutcome::Cancelled: break;
    }
    return {State::Failed, PictureReason::Cancelled};
}

bool isLessTelling(const PictureStatus &now, const PictureStatus &before)
{
    const auto isOurs = [](const PictureStatus &status) {
        return status.state == State::Refused && status.reason == PictureReason::LocalNetwork;
    };
    const bool wasAnswered = before.state == State::Gone || before.state == State::Refused ||
                             before.state == State::Failed;
    return isOurs(now) && wasAnswered && !isOurs(before);
}

PictureStatus statusOf(PictureProblem problem)
{
    switch (problem) {
    case PictureProblem::None: return {State::Ready};
    case PictureProblem::NotThere: return {State::Failed, PictureReason::Unreadable};
    case PictureProblem::Damaged: return {State::Refused, PictureReason::DamagedPicture};
    case PictureProblem::TooLarge: return {State::Refused, PictureReason::TooLarge};
    case PictureProblem::Refused: return {State::Refused, PictureReason::NotAPicture};
    case PictureProblem::NoDecoder: return {State::Refused, PictureReason::NoDecoder};
    case PictureProblem::Cancelled: break;
    }
    return {State::Failed, PictureReason::Cancelled};
}

} // namespace Microfiche
