// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/picturesettings.h"

#include "async/whenanswered.h"
#include "models/downloadwords.h"
#include "pictures/picturebudget.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace Microfiche
{

namespace
{
constexpr int TimesTheCount = 10; // counting takes at most this part of the time

auto whomToAsk(const PicturePolicy &policy)
{
    return std::tuple(policy.mode, policy.isDecided, policy.allowed, policy.refused);
}
} // namespace

PictureSettings::PictureSettings(Store &store, Apply apply, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_apply(std::move(apply))
{
    m_countAgain.setSingleShot(true);
    connect(this, &PictureSettings::counted, this, &PictureSettings::loadObstacleChanged);
    connect(this, &PictureSettings::policyChanged, this, &PictureSettings::loadObstacleChanged);
    connect(&m_countAgain, &QTimer::timeout, this, &PictureSettings::count);
}

void PictureSettings::start()
{
    const auto begin = [this](const PicturePolicy &policy) {
        m_reading = Reading::Done;
        setProblem({});
        take(policy);
        if (policy.loading) {
            count();
        } else if (m_isCounted) {
            Q_EMIT counted();
        }
    };
    // Nothing is fetched then.
    whenAnswered(this, m_store.picturePolicy(), begin, [this] {
        m_reading = Reading::Failed;
        setProblem(tr("What was chosen could not be read from the archive. No server is asked."));
        Q_EMIT counted();
    });
}

void PictureSettings::count()
{
    m_countAgain.stop();
    m_counting.cancel(); // the newest wins
    m_counted.start();
    m_tally.beginCount();
    m_counting = m_store.pictureSurvey(std::nullopt);
    const auto take = [this](const PictureSurvey &survey) {
        m_took = std::chrono::milliseconds(m_counted.elapsed());
        m_tally.setSurvey(survey);
        m_isCounted = true;
        m_publishers.setPublishers(survey.publishers);
        Q_EMIT counted();
        Q_EMIT tallied();
    };
    whenAnswered(this, m_counting, take, [this] {
        setProblem(tr("The pictures could not be counted: the archive cannot be read."));
        Q_EMIT notCounted();
    });
}

void PictureSettings::noteTold(const QMap<qint64, PictureState> &pictures)
{
    m_tally.add(pictures);
    Q_EMIT tallied();
}

void PictureSettings::countSoon()
{
    if (!m_isCounted || m_countAgain.isActive() || m_counting.isRunning()) {
        return;
    }
    const auto due = std::max(m_pause, m_took * TimesTheCount);
    m_countAgain.start(
        std::max(due - std::chrono::milliseconds(m_counted.elapsed()), m_pause / 10));
}

/// What failed or is gone was asked for: whatever is chosen, a server has had its say.
int PictureSettings::publishersMissing() const
{
    return int(std::count_if(
        survey().publishers.cbegin(), survey().publishers.cend(),
        [](const PublisherPictures &publisher) { return publisher.count.missing > 0; }));
}

QString PictureSettings::lossesText() const
{
    return Microfiche::lossesText(lossesOf(survey()));
}

bool PictureSettings::canRetry() const
{
    return lossesOf(survey()).mayComeYet();
}

QString PictureSettings::loadObstacle() const
{
    if (m_policy.isOffline) {
        return tr("Offline is ticked: no server is asked");
    }
    PicturePolicy policy = m_policy;
    if (policy.mode == PictureMode::Never) {
        policy.mode = PictureMode::All; // as loading all chooses
    }
    return nobodyAskedText(survey(), policy);
}

double PictureSettings::budget() const
{
    return double(m_policy.budget > 0 ? m_policy.budget : DefaultPictureBudget);
}

void PictureSettings::take(const PicturePolicy &policy)
{
    m_policy = policy;
    m_publishers.setPolicy(policy);
    m_apply(policy);
    Q_EMIT policyChanged();
}

/// Refused before the policy is read: all else that was chosen before would be overwritten.
void PictureSettings::change(const PicturePolicy &policy)
{
    if (m_reading != Reading::Done) {
        setProblem(tr("What was chosen before has not been read from the archive. Nothing is "
                      "changed, and no server is asked."));
        Q_EMIT policyChanged(); // for whoever shows already what was refused
        return;
    }
    if (policy == m_policy) {
        return;
    }
    if (whomToAsk(policy) != whomToAsk(m_policy)) {
        setBefore(std::nullopt);
    }
    take(policy); // holds for this session even where it cannot be kept
    // The whole of it each time: what could not be kept is made good by the next that can.
    const auto hear = [this](bool isKept) {
        setProblem(isKept ? QString()
                          : tr("This could not be kept in the archive. It holds until the window "
                               "is closed."));
    };
    whenAnswered(this, m_store.setPicturePolicy(policy), hear, [hear] { hear(false); });
}

void PictureSettings::setProblem(const QString &problem)
{
    if (problem != m_problem) {
        m_problem = problem;
        Q_EMIT problemChanged();
    }
}

void PictureSettings::setMode(Mode mode)
{
    PicturePolicy policy = m_policy;
    policy.mode = PictureMode(mode);
    policy.isDecided = true;
    change(policy);
}

void PictureSettings::choose(Mode mode)
{
    const PicturePolicy before = m_policy;
    setMode(mode);
    if (m_policy != before) {
        setBefore(before);
    }
}

QString PictureSettings::chosenText() const
{
    if (!m_before) {
        return {};
    }
    switch (mode()) {
    case Never: return tr("No server is asked for pictures");
    case Chosen: return tr("Pictures of chosen publishers are loaded when they are shown");
    case All: return tr("Pictures are loaded when they are shown");
    }
    return {};
}

void PictureSettings::undoChoice()
{
    if (const auto before = m_before) {
        PicturePolicy policy = m_policy; // but for what says nothing of whom to ask
        policy.mode = before->mode;
        policy.isDecided = before->isDecided;
        change(policy);
    }
}

void PictureSettings::keepChoice()
{
    setBefore(std::nullopt);
}

void PictureSettings::setBefore(const std::optional<PicturePolicy> &before)
{
    if (before != m_before) {
        m_before = before;
        Q_EMIT chosenChanged();
    }
}

void PictureSettings::setOffline(bool isOffline)
{
    PicturePolicy policy = m_policy;
    policy.isOffline = isOffline;
    change(policy);
}

void PictureSettings::setBudget(double bytes)
{
    PicturePolicy policy = m_policy;
    policy.budget = std::max<qint64>(0, qint64(bytes));
    change(policy);
}

void PictureSettings::setLoading(const std::optional<QString> &query, bool isPaused)
{
    PicturePolicy policy = m_policy;
    policy.loading = query;
    policy.isLoadingPaused = query && isPaused;
    change(policy);
}

void PictureSettings::allow(const QString &domain, bool isAllowed)
{
    if (domain.isEmpty()) {
        return; // only the mode can say something of those
    }
    PicturePolicy policy = m_policy;
    const QString name = FetchPolicy::domainName(domain);
    const auto isSame = [&name](const QString &one) {
        return FetchPolicy::domainName(one) == name;
    };
    policy.allowed.removeIf(isSame);
    policy.refused.removeIf(isSame);
    QStringList &list = isAllowed ? policy.allowed : policy.refused;
    list.append(domain);
    list.sort();
    policy.isDecided = true;
    if (isAllowed && policy.mode == PictureMode::Never) {
        policy.mode = PictureMode::Chosen;
    }
    change(policy);
}

void PictureSettings::clear()
{
    const auto hear = [this](const std::optional<ClearedPictures> &cleared) {
        if (cleared) {
            noteCleared(m_cleared + cleared->count);
            Q_EMIT putAside();
        } else {
            setProblem(tr("The pictures could not be cleared: the archive cannot be written to."));
        }
    };
    whenAnswered(this, m_store.clearPictures(), hear, [hear] { hear(std::nullopt); });
}

void PictureSettings::undoClear()
{
    const auto hear = [this](const std::optional<ClearedPictures> &broughtBackNow) {
        if (broughtBackNow) {
            noteCleared(0);
            Q_EMIT broughtBack();
        } else {
            setProblem(
                tr("The pictures could not be brought back: the archive cannot be written to."));
        }
    };
    whenAnswered(this, m_store.unclearPictures(), hear, [hear] { hear(std::nullopt); });
}

void PictureSettings::noteCleared(qint64 cleared)
{
    m_cleared = cleared;
    m_tally.forgetTold();
    Q_EMIT catalogChanged();
    Q_EMIT clearedChanged();
    count();
}

} // namespace Microfiche
