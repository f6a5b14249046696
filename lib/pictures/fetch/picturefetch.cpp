// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/fetch/picturefetch_p.h"

#include "pictures/fetch/webaddress.h"
#include "pictures/pictureformat.h"

#include <QNetworkRequest>

#include <algorithm>
#include <utility>

namespace Microfiche
{

namespace
{

/// As much of a body that is no picture is read and thrown away: a connection that is broken off
/// cannot be used again.
constexpr qint64 MostDiscarded = 64LL * 1024;
/// What Qt may hold of a body before we have read it.
constexpr qint64 ReadBufferBytes = 1024LL * 1024;
/// Formats are known by no more than this. (pictureFormat())
constexpr qsizetype FormatBytes = 16;

QByteArray hostHeader(const QUrl &url)
{
    QByteArray host = hostName(url).toLatin1();
    if (host.contains(':')) {
        host = '[' + host + ']';
    }
    return url.port() < 0 ? host : host + ':' + QByteArray::number(url.port());
}

} // namespace

PictureFetch::PictureFetch(const FetchSettings &settings, AccessManagers &managers, FetchHop hop,
                           PictureFetcher::Done done, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_managers(managers)
    , m_hop(std::move(hop))
    , m_done(std::move(done))
{
    for (QTimer *timer : {&m_inactivity, &m_total}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &PictureFetch::timeOut);
    }
    m_inactivity.setInterval(m_settings.inactivity);
}

PictureFetch::~PictureFetch()
{
    dropReply();
}

void PictureFetch::begin()
{
    if (!m_done) {
        return;
    }
    if (const FetchRefusal refusal = checkAddress(m_hop.url); refusal != FetchRefusal::None) {
        end(answer(FetchOutcome::Refused, refusal));
        return;
    }
    m_total.start(std::max(m_hop.timeLeft, std::chrono::milliseconds(0)));
    m_inactivity.start();
    const QHostAddress number(hostName(m_hop.url));
    const QNetworkProxy proxy = m_settings.proxyFor(m_hop.url);
    if (proxy.type() == QNetworkProxy::NoProxy || proxy.type() == QNetworkProxy::DefaultProxy) {
        // Of a number, the system would look up the name.
        number.isNull() ? resolve() : useAddresses({number});
        return;
    }
    const bool isLocal =
        number.isNull() ? isLocalName(hostName(m_hop.url)) : !isPublicAddress(number);
    if (isLocal && !isLocalAllowed()) {
        end(answer(FetchOutcome::Refused, FetchRefusal::LocalNetwork));
        return;
    }
    QNetworkRequest request = makeRequest();
    request.setUrl(m_hop.url);
    send(m_managers.through(proxy), request); // asked a second time, it might be none
}

void PictureFetch::resolve()
{
    m_settings.resolver->resolve(hostName(m_hop.url), this, [this](const HostAddresses &found) {
        if (m_done && found.isUnknown) {
            end(answer(FetchOutcome::UnknownHost));
        } else {
            useAddresses(found.list);
        }
    });
}

bool PictureFetch::isLocalAllowed() const
{
    const QString host = hostName(m_hop.url);
    return m_settings.localHosts.contains(host) ||
           (m_settings.isLocalHost && m_settings.isLocalHost(host));
}

void PictureFetch::useAddresses(const QList<QHostAddress> &addresses)
{
    if (!m_done) {
        return;
    }
    if (addresses.isEmpty()) {
        end(answer(FetchOutcome::Unreachable));
        return;
    }
    std::copy_if(
        addresses.begin(), addresses.end(), std::back_inserter(m_addresses),
        [this](const QHostAddress &one) { return isLocalAllowed() || isPublicAddress(one); });
    if (m_addresses.isEmpty()) {
        end(answer(FetchOutcome::Refused, FetchRefusal::LocalNetwork));
        return;
    }
    connectToNext();
}

void PictureFetch::connectToNext()
{
    QUrl url = m_hop.url;
    const QHostAddress address = m_addresses.takeFirst();
    const bool isNumber6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    url.setHost(isNumber6 ? u'[' + address.toString() + u']' : address.toString());
    QNetworkRequest request = makeRequest();
    request.setUrl(url);
    request.setPeerVerifyName(hostName(m_hop.url));
    request.setRawHeader("Host", hostHeader(m_hop.url));
    send(m_managers.through(QNetworkProxy(QNetworkProxy::NoProxy)), request);
}

QNetworkRequest PictureFetch::makeRequest() const
{
    QNetworkRequest request;
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    for (const auto attribute :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute}) {
        request.setAttribute(attribute, QNetworkRequest::Manual);
    }
    if (m_settings.tls) {
        request.setSslConfiguration(*m_settings.tls);
    }
    // The same for everyone: Qt would tell the language of the system.
    request.setRawHeader("User-Agent", "Mozilla/5.0 (compatible; Microfiche)");
    request.setRawHeader(
        "Accept", "image/jpeg,image/png,image/gif,image/webp;q=0.5,image/avif;q=0.5,*/*;q=0.1");
    request.setRawHeader("Accept-Language", "en,*");
    // Pictures are compressed already; so no decompression can be made to run wild.
    request.setRawHeader("Accept-Encoding", "identity");
    if (!m_hop.validators.etag.isEmpty()) {
        request.setRawHeader("If-None-Match", m_hop.validators.etag);
    }
    if (!m_hop.validators.lastModified.isEmpty()) {
        request.setRawHeader("If-Modified-Since", m_hop.validators.lastModified);
    }
    return request;
}

void PictureFetch::send(const AccessManagers::Manager &manager, const QNetworkRequest &request)
{
    m_inactivity.start();
    m_manager = manager;
    m_reply = manager->get(request);
    m_reply->setReadBufferSize(ReadBufferBytes);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &PictureFetch::readHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &PictureFetch::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &PictureFetch::readEnd);
}

void PictureFetch::readHead()
{
    m_inactivity.start();
    m_head = readAnswerHead(*m_reply);
    const qint64 declared = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (isBodyWanted() && declared > MaxPictureBytes) {
        end(answer(FetchOutcome::TooLarge));
    }
}

void PictureFetch::readBody()
{
    m_inactivity.start();
    const QByteArray bytes = m_reply->readAll();
    if (!isBodyWanted()) {
        m_discarded += bytes.size();
        if (m_discarded > MostDiscarded) {
            end(judgeHead());
        }
        return;
    }
    m_bytes += bytes;
    if (m_bytes.size() > MaxPictureBytes) {
        end(answer(FetchOutcome::TooLarge));
    } else if (m_bytes.size() >= FormatBytes && pictureFormat(m_bytes) == PictureFormat::None) {
        end(answer(FetchOutcome::Refused, FetchRefusal::NotAPicture));
    }
}

void PictureFetch::readEnd()
{
    const QNetworkReply::NetworkError error = m_reply->error();
    if (m_head.status == 0 && isConnectionError(error) && !m_addresses.isEmpty()) {
        dropReply();
        connectToNext();
    } else if (m_head.status == 0) {
        end(judgeError(error, m_hop.url));
    } else if (!isBodyWanted()) {
        end(judgeHead());
    } else if (error != QNetworkReply::NoError) {
        end(answer(FetchOutcome::BrokeOff));
    } else {
        m_bytes += m_reply->readAll(); // the last of it may come with the end
        end(m_bytes.size() > MaxPictureBytes ? answer(FetchOutcome::TooLarge) : judgeWhole());
    }
}

bool PictureFetch::isBodyWanted() const
{
    return isPictureStatus(m_head.status);
}

FetchedPicture PictureFetch::answer(FetchOutcome outcome, FetchRefusal refusal) const
{
    return {.outcome = outcome, .refusal = refusal, .status = m_head.status, .finalUrl = m_hop.url};
}

FetchedPicture PictureFetch::judgeWhole() const
{
    // Qt does not always say that a body broke off. It unpacks nothing, as the request names the
    // encoding itself: what a server packs all the same is judged by its bytes, and is no picture.
    const qint64 declared = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (m_bytes.size() < declared) {
        return answer(FetchOutcome::BrokeOff);
    }
    const FetchedPicture picture = judgeBody(m_head, m_hop.url, m_bytes);
    const bool mayBeCut =
        picture.refusal == FetchRefusal::DamagedPicture && !m_reply->hasRawHeader("Content-Length");
    return mayBeCut ? answer(FetchOutcome::BrokeOff) : picture;
}

FetchedPicture PictureFetch::judgeHead() const
{
    return judgeAnswer(m_head, m_hop.url, m_hop.validators);
}

void PictureFetch::timeOut()
{
    if (m_reply && m_head.status == 0) {
        m_managers.replace();
    }
    // An error page may trickle as long as it likes.
    end(m_head.status != 0 && !isBodyWanted() ? judgeHead() : answer(FetchOutcome::TimedOut));
}

void PictureFetch::end(const FetchedPicture &picture)
{
    const PictureFetcher::Done done = std::exchange(m_done, {});
    drop();
    done(picture);
}

void PictureFetch::drop()
{
    m_done = {};
    m_inactivity.stop();
    m_total.stop();
    dropReply();
    deleteLater();
}

void PictureFetch::dropReply()
{
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

} // namespace Microfiche
