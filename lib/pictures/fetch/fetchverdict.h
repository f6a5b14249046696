// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/fetch/fetchedpicture.h"

#include <QNetworkReply>

namespace Microfiche
{

/// What of a server's answer matters, as it came.
struct AnswerHead {
    int status = 0;
    QByteArray location;
    QByteArray etag;
    QByteArray lastModified;
    QByteArray retryAfter;
    QByteArray date;
};

AnswerHead readAnswerHead(const QNetworkReply &reply);

/// Whether the body of such an answer is the picture; that of an error page never is, whatever it
/// holds.
bool isPictureStatus(int status);

/// What any other answer to a request for `url`, sent with `validators`, means.
FetchedPicture judgeAnswer(const AnswerHead &head, const QUrl &url,
                           const FetchValidators &validators);

/// The picture that a whole body is, or why it is none.
FetchedPicture judgeBody(const AnswerHead &head, const QUrl &url, const QByteArray &body);

/// Why there was no answer.
FetchedPicture judgeError(QNetworkReply::NetworkError error, const QUrl &url);

/// Whether another address of the same host may do better.
bool isConnectionError(QNetworkReply::NetworkError error);

} // namespace Microfiche
