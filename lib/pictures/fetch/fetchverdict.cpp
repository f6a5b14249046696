// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/fetch/fetchverdict.h"

#include "pictures/fetch/retryafter.h"
#include "pictures/fetch/webaddress.h"
#include "pictures/pictureheader.h"

#include <QNetworkRequest>

#include <algorithm>

namespace Microfiche
{

namespace
{

constexpr qsizetype LongestEtag = 256;

FetchedPicture verdict(const AnswerHead &head, const QUrl &url, FetchOutcome outcome,
                       FetchRefusal refusal = FetchRefusal::None)
{
    return {.outcome = outcome, .refusal = refusal, .status = head.status, .finalUrl = url};
}

bool isPrintable(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// What is safe to send back. A server could make each reader's differ and know them again by it:
/// a date leaves no room for that, a tag is at least kept short.
FetchValidators validatorsOf(const AnswerHead &head)
{
    FetchValidators validators;
    if (head.etag.size() <= LongestEtag && isPrintable(head.etag)) {
        validators.etag = head.etag;
    }
    if (parseHttpDate(head.lastModified).isValid()) {
        validators.lastModified = head.lastModified;
    }
    return validators;
}

FetchedPicture judgeRedirect(const AnswerHead &head, const QUrl &url)
{
    const QUrl target = url.resolved(QUrl::fromEncoded(head.location));
    const FetchRefusal refusal =
        head.location.isEmpty() ? FetchRefusal::Redirects : checkRedirect(url, target);
    if (refusal != FetchRefusal::None) {
        return verdict(head, url, FetchOutcome::Refused, refusal);
    }
    return verdict(head, target.adjusted(QUrl::RemoveFragment), FetchOutcome::Redirected);
}

FetchedPicture judgePatience(const AnswerHead &head, const QUrl &url)
{
    const QDateTime date = parseHttpDate(head.date);
    const auto asked =
        parseRetryAfter(head.retryAfter, date.isValid() ? date : QDateTime::currentDateTimeUtc());
    // A server that is too busy says when it will not be (RFC 9110, 15.6.4); one that is broken may
    // send 503 as well, but cannot know that.
    const bool asksForPatience = head.status < 500 || (head.status == 503 && asked);
    FetchedPicture picture =
        verdict(head, url, asksForPatience ? FetchOutcome::TryLater : FetchOutcome::ServerError);
    picture.retryAfter = asked.value_or(std::chrono::milliseconds(0));
    return picture;
}

} // namespace

AnswerHead readAnswerHead(const QNetworkReply &reply)
{
    return {.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            .location = reply.rawHeader("Location"),
            .etag = reply.rawHeader("ETag"),
            .lastModified = reply.rawHeader("Last-Modified"),
            .retryAfter = reply.rawHeader("Retry-After"),
            .date = reply.rawHeader("Date")};
}

bool isPictureStatus(int status)
{
    return status == 200 || status == 203;
}

FetchedPicture judgeAnswer(const AnswerHead &head, const QUrl &url,
                           const FetchValidators &validators)
{
    switch (head.status) {
    case 301:
    case 302:
    case 303:
    case 307:
    case 308: return judgeRedirect(head, url);
    case 304: {
        if (validators.isEmpty()) {
            return verdict(head, url, FetchOutcome::Refused, FetchRefusal::Answer);
        }
        FetchedPicture picture = verdict(head, url, FetchOutcome::NotModified);
        picture.validators = validatorsOf(head).isEmpty() ? validators : validatorsOf(head);
        return picture;
    }
    case 404:
    case 410: return verdict(head, url, FetchOutcome::Gone);
    case 408:
    case 425:
    case 429: return judgePatience(head, url);
    default: break;
    }
    if (head.status >= 500 && head.status <= 599) {
        return judgePatience(head, url);
    }
    const bool isOurFault = head.status >= 400 && head.status <= 499;
    return verdict(head, url, FetchOutcome::Refused,
                   isOurFault ? FetchRefusal::ByServer : FetchRefusal::Answer);
}

FetchedPicture judgeBody(const AnswerHead &head, const QUrl &url, const QByteArray &body)
{
    if (body.size() > MaxPictureBytes) {
        return verdict(head, url, FetchOutcome::TooLarge);
    }
    const PictureFormat format = pictureFormat(body);
    if (format == PictureFormat::None) {
        return verdict(head, url, FetchOutcome::Refused, FetchRefusal::NotAPicture);
    }
    const std::optional<PictureHeader> header = readPictureHeader(format, body);
    if (!header) {
        return verdict(head, url, FetchOutcome::Refused, FetchRefusal::DamagedPicture);
    }
    if (isTooLarge(*header)) {
        return verdict(head, url, FetchOutcome::TooLarge);
    }
    FetchedPicture picture = verdict(head, url, FetchOutcome::Fetched);
    picture.bytes = body;
    picture.validators = validatorsOf(head);
    return picture;
}

FetchedPicture judgeError(QNetworkReply::NetworkError error, const QUrl &url)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return verdict({}, url, FetchOutcome::Refused, FetchRefusal::Certificate);
    case QNetworkReply::NoError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::UnknownContentError:
        return verdict({}, url, FetchOutcome::Refused, FetchRefusal::Answer);
    default: return verdict({}, url, FetchOutcome::Unreachable);
    }
}

bool isConnectionError(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ConnectionRefusedError ||
           error == QNetworkReply::HostNotFoundError || error == QNetworkReply::UnknownNetworkError;
}

} // namespace Microfiche
