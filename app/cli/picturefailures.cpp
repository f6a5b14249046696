// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/picturefailures.h"

#include "article/displaytext.h"
#include "cli/console.h"
#include "cli/jsonwriter.h"

#include <QCoreApplication>
#include <QLocale>

namespace Microfiche
{

namespace
{

using State = PictureStatus::State;

constexpr qsizetype FailuresShown = 20;

struct PictureFailures {
    Q_DECLARE_TR_FUNCTIONS(PictureFailures)
};

QString nameOf(State state)
{
    switch (state) {
    case State::Gone: return QStringLiteral("gone");
    case State::Refused: return QStringLiteral("refused");
    default: return QStringLiteral("failed");
    }
}

} // namespace

QString reasonName(PictureReason reason)
{
    switch (reason) {
    case PictureReason::Address: return QStringLiteral("address");
    case PictureReason::Port: return QStringLiteral("port");
    case PictureReason::LocalNetwork: return QStringLiteral("localNetwork");
    case PictureReason::Redirects: return QStringLiteral("redirects");
    case PictureReason::TooManyRedirects: return QStringLiteral("tooManyRedirects");
    case PictureReason::Certificate: return QStringLiteral("certificate");
    case PictureReason::ByServer: return QStringLiteral("byServer");
    case PictureReason::Answer: return QStringLiteral("answer");
    case PictureReason::NotAPicture: return QStringLiteral("notAPicture");
    case PictureReason::DamagedPicture: return QStringLiteral("damagedPicture");
    case PictureReason::TooLarge: return QStringLiteral("tooLarge");
    case PictureReason::TimedOut: return QStringLiteral("timedOut");
    case PictureReason::UnknownHost: return QStringLiteral("unknownHost");
    case PictureReason::Unreachable: return QStringLiteral("unreachable");
    case PictureReason::BrokeOff: return QStringLiteral("brokeOff");
    case PictureReason::ServerBusy: return QStringLiteral("serverBusy");
    case PictureReason::ServerError: return QStringLiteral("serverError");
    case PictureReason::NotKept: return QStringLiteral("notKept");
    default: return {};
    }
}

namespace
{

QString refusedText(PictureReason reason)
{
    switch (reason) {
    case PictureReason::Address: return PictureFailures::tr("refused: not a web address");
    case PictureReason::Port: return PictureFailures::tr("refused: port not allowed");
    case PictureReason::LocalNetwork:
        return PictureFailures::tr("refused: a local address; --local-server allows it");
    case PictureReason::Redirects: return PictureFailures::tr("refused: redirect not allowed");
    case PictureReason::TooManyRedirects: return PictureFailures::tr("refused: too many redirects");
    case PictureReason::Certificate: return PictureFailures::tr("refused: bad certificate");
    case PictureReason::ByServer: return PictureFailures::tr("refused by the server");
    case PictureReason::Answer: return PictureFailures::tr("refused: no proper answer");
    case PictureReason::NotAPicture: return PictureFailures::tr("refused: not a picture");
    case PictureReason::DamagedPicture: return PictureFailures::tr("refused: damaged");
    case PictureReason::TooLarge: return PictureFailures::tr("refused: too large");
    default: return PictureFailures::tr("refused");
    }
}

QString textOf(const PictureStatus &status)
{
    switch (status.state) {
    case State::Gone: return PictureFailures::tr("gone from the server");
    case State::Refused: return refusedText(status.reason);
    case State::Failed: break;
    default: return PictureFailures::tr("not asked for: its server has failed too often");
    }
    switch (status.reason) {
    case PictureReason::TimedOut: return PictureFailures::tr("no answer in time");
    case PictureReason::UnknownHost: return PictureFailures::tr("unknown server");
    case PictureReason::Unreachable: return PictureFailures::tr("server out of reach");
    case PictureReason::BrokeOff: return PictureFailures::tr("transfer broke off");
    case PictureReason::ServerBusy: return PictureFailures::tr("server asks to wait");
    case PictureReason::ServerError: return PictureFailures::tr("server error");
    case PictureReason::NotKept: return PictureFailures::tr("the disk cannot keep it");
    default: return PictureFailures::tr("failed");
    }
}

} // namespace

void writeFailures(JsonWriter &json, const QList<PictureFailure> &failures)
{
    json.beginArray();
    for (const PictureFailure &failure : failures) {
        json.beginObject();
        json.member(u"address", failure.address);
        json.member(u"state", nameOf(failure.status.state));
        json.memberIf(u"reason", failure.status.state == State::Loading
                                     ? QStringLiteral("notAsked")
                                     : reasonName(failure.status.reason));
        json.endObject();
    }
    json.endArray();
}

void printFailures(const QList<PictureFailure> &failures, Console &console)
{
    if (failures.isEmpty()) {
        return;
    }
    console.print({});
    for (const PictureFailure &failure : failures.mid(0, FailuresShown)) {
        //: A picture's address, and why it could not be loaded
        console.print(PictureFailures::tr("%1: %2").arg(displayLine(failure.address),
                                                        textOf(failure.status)));
    }
    if (const qsizetype more = failures.size() - FailuresShown; more > 0) {
        console.print(PictureFailures::tr("… and %1 more; --json names them all.")
                          .arg(QLocale().toString(more)));
    }
}

} // namespace Microfiche
