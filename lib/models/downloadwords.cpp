// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/downloadwords.h"

#include "archive/archivepictures.h"
#include "models/numbers.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <numeric>
#include <utility>

namespace Microfiche
{

namespace
{

struct DownloadWords {
    Q_DECLARE_TR_FUNCTIONS(DownloadWords)
};

constexpr qsizetype MostReasons = 3;

bool isRefusal(PictureReason reason)
{
    return reason != PictureReason::None && reason < PictureReason::TimedOut;
}

QString reasonText(PictureReason reason)
{
    switch (reason) {
    case PictureReason::None: return DownloadWords::tr("not asked for after too many failures");
    case PictureReason::Address: return DownloadWords::tr("refused (not a web address)");
    case PictureReason::Port: return DownloadWords::tr("refused (port not allowed)");
    case PictureReason::LocalNetwork: return DownloadWords::tr("refused (local address)");
    case PictureReason::Redirects: return DownloadWords::tr("refused (redirect not allowed)");
    case PictureReason::TooManyRedirects: return DownloadWords::tr("refused (too many redirects)");
    case PictureReason::Certificate: return DownloadWords::tr("refused (bad certificate)");
    case PictureReason::ByServer: return DownloadWords::tr("refused by the server");
    case PictureReason::Answer: return DownloadWords::tr("refused (no proper answer)");
    case PictureReason::NotAPicture: return DownloadWords::tr("refused (not a picture)");
    case PictureReason::DamagedPicture: return DownloadWords::tr("refused (damaged)");
    case PictureReason::TooLarge: return DownloadWords::tr("refused (too large)");
    case PictureReason::TimedOut: return DownloadWords::tr("no answer in time");
    case PictureReason::UnknownHost: return DownloadWords::tr("unknown server");
    case PictureReason::Unreachable: return DownloadWords::tr("server out of reach");
    case PictureReason::BrokeOff: return DownloadWords::tr("transfer broke off");
    case PictureReason::ServerBusy: return DownloadWords::tr("server asks to wait");
    case PictureReason::ServerError: return DownloadWords::tr("server error");
    case PictureReason::NotKept: return DownloadWords::tr("disk cannot keep it");
    default: return DownloadWords::tr("cannot be read");
    }
}

} // namespace

qint64 PictureLosses::all() const
{
    return std::accumulate(reasons.cbegin(), reasons.cend(), gone);
}

bool PictureLosses::mayComeYet() const
{
    qint64 never = 0;
    for (const auto reason :
         {PictureReason::Address, PictureReason::Port, PictureReason::LocalNetwork}) {
        never += reasons.value(reason);
    }
    return all() > never;
}

void PictureLosses::add(const PictureLosses &others)
{
    gone += others.gone;
    for (auto one = others.reasons.cbegin(); one != others.reasons.cend(); ++one) {
        reasons[one.key()] += one.value();
    }
}

PictureLosses lossesOf(const PictureSurvey &survey)
{
    PictureLosses losses{survey.all.gone, {}};
    for (auto one = survey.reasons.cbegin(); one != survey.reasons.cend(); ++one) {
        losses.reasons[PictureReason(one.key())] += one.value();
    }
    return losses;
}

PictureLosses lostForGoodOf(const PictureSurvey &survey)
{
    PictureLosses losses = lossesOf(survey);
    losses.reasons.removeIf([](const auto &entry) { return !isRefusal(entry.key()); });
    return losses;
}

PictureLosses lossesOf(const DownloadProgress &progress)
{
    return {progress.gone, progress.reasons};
}

QString lossesText(const PictureLosses &losses)
{
    QList<std::pair<qint64, QString>> parts;
    const auto add = [&parts](qint64 count, const QString &reason) {
        if (count > 0) {
            parts.append({count, reason});
        }
    };
    add(losses.gone, DownloadWords::tr("gone from the server"));
    for (auto one = losses.reasons.cbegin(); one != losses.reasons.cend(); ++one) {
        add(one.value(), reasonText(one.key()));
    }
    if (parts.size() == 1) {
        return parts.constFirst().second;
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    QStringList words;
    for (const auto &[count, reason] : std::as_const(parts).mid(0, MostReasons)) {
        //: How many pictures, and what became of them: "40 gone from the server"
        words << DownloadWords::tr("%1 %2").arg(countText(count), reason);
    }
    qint64 others = 0;
    for (const auto &[count, reason] : std::as_const(parts).mid(MostReasons)) {
        others += count;
    }
    if (others > 0) {
        //: How many pictures did not come, after the most frequent reasons
        words << DownloadWords::tr("%1 for other reasons").arg(countText(others));
    }
    return words.join(QStringLiteral(", "));
}

namespace
{

/// Publishers of what is missing.
struct Whom {
    int asked = 0;
    int others = 0;
};

Whom whomOf(const PictureSurvey &survey, const PicturePolicy &policy)
{
    const FetchPolicy rule = fetchPolicyOf(policy);
    Whom whom;
    for (const PublisherPictures &publisher : survey.publishers) {
        if (publisher.count.missing + publisher.count.failed > 0) {
            const bool isAsked = rule.allowsPublisher(FetchPolicy::domainName(publisher.domain));
            ++(isAsked ? whom.asked : whom.others);
        }
    }
    return whom;
}

} // namespace

QString nobodyAskedText(const PictureSurvey &survey, const PicturePolicy &policy)
{
    return whomOf(survey, policy).asked == 0 ? askedText(survey, policy) : QString();
}

QString askedText(const PictureSurvey &survey, const PicturePolicy &policy)
{
    const auto [asked, others] = whomOf(survey, policy);
    if (others == 0) {
        return {};
    }
    if (policy.mode == PictureMode::All) {
        return DownloadWords::tr("%Ln publisher(s) that you refused are not asked", nullptr,
                                 others);
    }
    if (asked == 0) {
        return DownloadWords::tr("%Ln publisher(s) are not asked: you chose none of them", nullptr,
                                 others);
    }
    //: After "From the 3 publishers you chose; "
    const QString rest = DownloadWords::tr("%Ln other(s) are not asked", nullptr, others);
    return DownloadWords::tr("From the %Ln publisher(s) you chose; %1", nullptr, asked).arg(rest);
}

} // namespace Microfiche
