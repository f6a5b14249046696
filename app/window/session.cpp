// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/session.h"

#include "async/whenanswered.h"
#include "cli/commandline.h"
#include "quick/imageproviders.h"
#include "window/appearance.h"
#include "window/picturesprovider.h"
#include "window/workspace.h"

#include <QQuickWindow>

namespace Microfiche
{

namespace
{

// That an archive does not carry a picture is shown on its card, and no fault of the program's.
void tellWarnings(const QList<QQmlError> &warnings)
{
    for (const QQmlError &warning : warnings) {
        if (!warning.description().endsWith(PicturesProvider::NoPicture)) {
            qWarning("%s", qUtf8Printable(warning.toString()));
        }
    }
}

} // namespace

Session::Session(const QString &archive, Desktop &desktop, PictureSource::Settings pictures)
    : m_archive(archive)
    , m_parts(std::make_unique<Parts>(PictureStore(pictureFolder(archive)), std::move(pictures)))
    , m_importer(m_parts->store, m_parts->keeper)
    , m_browser(m_parts->store, m_importer, desktop)
    , m_pictureSettings(m_parts->store,
                        [this](const PicturePolicy &policy) { applyPolicy(policy); })
    , m_pictureTask(m_pictureSettings, m_parts->source, m_parts->catalog)
    , m_pictureByHand(m_pictureSettings, m_parts->source, m_parts->catalog)
    , m_likeness(m_parts->store, m_parts->loader)
    , m_outside(m_parts->store)
    , m_pictureAddresses(archive)
{
    m_browser.picture()->setFiles(&m_parts->files);
    QObject::connect(&m_pictureSettings, &PictureSettings::catalogChanged, &m_pictureSettings,
                     [this] { m_parts->source.forgetCatalog(); });
    QObject::connect(&m_pictureSettings, &PictureSettings::putAside, &m_browser,
                     [this] { takeCleared(); });
    QObject::connect(&m_pictureSettings, &PictureSettings::broughtBack, &m_browser,
                     [this] { takeBroughtBack(); });
    QObject::connect(&m_pictureStates, &PictureStates::lookedForLost, &m_browser,
                     [this] { readCardsAgain(); });
    QObject::connect(m_browser.keeping(), &PictureKeeping::kept, &m_pictureSettings,
                     [this] { m_parts->source.forgetCatalog(); });
    QObject::connect(&m_pictureStates, &PictureStates::arrived, &m_browser,
                     [this](const QSet<qint64> &ids) { takeArrived(ids); });
    QObject::connect(&m_pictureStates, &PictureStates::told, &m_pictureSettings,
                     &PictureSettings::noteTold);
    QObject::connect(m_browser.keeping(), &PictureKeeping::failed, &m_pictureSettings,
                     &PictureSettings::setProblem);
    QObject::connect(&m_outside, &OutsideChanges::noticed, &m_outside,
                     [this] { takeOutsideChanges(); });
    m_parts->source.setListener(m_pictureStates.inbox());
    m_pictureStates.setKnown(
        [this](const QList<qint64> &ids) { return m_parts->catalog.find(ids); });
}

void Session::makeWindow(Appearance &appearance, Workspace &workspace)
{
    m_engine.setOutputWarningsToStandardError(false);
    QObject::connect(&m_engine, &QQmlEngine::warnings, &m_engine, tellWarnings);
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    addImageProviders(m_engine);
    m_engine.addUrlInterceptor(&m_pictureAddresses);
    m_engine.addImageProvider(QStringLiteral("picture"), // the engine owns it
                              new PicturesProvider(m_parts->source, m_pictureStates.inbox()));
    m_engine.setInitialProperties(
        {{QStringLiteral("browser"), QVariant::fromValue(&m_browser)},
         {QStringLiteral("appearance"), QVariant::fromValue(&appearance)},
         {QStringLiteral("workspace"), QVariant::fromValue(&workspace)},
         {QStringLiteral("pictureStates"), QVariant::fromValue(&m_pictureStates)},
         {QStringLiteral("pictureSettings"), QVariant::fromValue(&m_pictureSettings)},
         {QStringLiteral("pictureTask"), QVariant::fromValue(&m_pictureTask)},
         {QStringLiteral("pictureByHand"), QVariant::fromValue(&m_pictureByHand)}});
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Microfiche/Ui/pages/MainWindow.qml")));
    m_window = qobject_cast<QQuickWindow *>(m_engine.rootObjects().value(0));
}

void Session::open()
{
    if (m_state != State::Closed) {
        return;
    }
    m_state = State::Opening;
    const auto opening = m_parts->store.open(m_archive);
    whenAnswered(&m_browser, opening, [this](const Store::OpenAnswer &answer) {
        if (m_state != State::Opening) {
            return;
        }
        if (answer.opening == Store::Opening::Opened) {
            m_browser.start();
            // The first moments are the cards'.
            QObject::connect(
                &m_browser, &ArchiveBrowser::answered, &m_browser, [this] { startPictures(); },
                Qt::SingleShotConnection);
            settle(State::Open, {});
        } else {
            m_browser.refuse(answer.message);
            if (answer.isDamaged && m_damaged) {
                m_damaged(answer.message);
            }
            settle(State::Refused, answer.message);
        }
    });
}

void Session::hearDamage(const std::function<void(const QString &)> &damaged)
{
    m_damaged = damaged;
    whenAnswered(&m_browser, m_parts->store.damage(), damaged);
}

/// As the user has said it for this archive; until this is known, nothing is fetched. What was
/// cleared the last time goes for good.
void Session::startPictures()
{
    Store &store = m_parts->store;
    store.glance(); // what it finds damage() tells
    m_pictureSettings.start();
    m_outside.begin(m_window);
    store.dropClearedPictures().then(
        [pictures = PictureStore(pictureFolder(m_archive)),
         start = PictureStore::now()](const QList<ContentHash> &unneeded) {
            // On the store's writing thread: few, and once.
            for (const ContentHash &content : unneeded) {
                pictures.removeIfKeptBefore(content, start); // it may be fetched again by now
            }
        });
}

/// What came while it was shown can be done more with than before.
void Session::takeArrived(const QSet<qint64> &pictures)
{
    m_browser.articles()->takeArrived(pictures);
    m_browser.article()->takeArrived(pictures);
    if (pictures.contains(qint64(m_browser.picture()->missing()))) {
        whenAnswered(&m_browser, m_parts->source.written(),
                     [this](bool) { m_browser.picture()->lookAgain(); });
    }
}

/// What came last may not be written yet, and would be taken for lost.
void Session::takeCleared()
{
    whenAnswered(&m_browser, m_parts->source.written(),
                 [this](bool) { m_pictureStates.lookForLost(); });
}

void Session::takeBroughtBack()
{
    readCardsAgain();
    m_pictureStates.askAnew();
}

void Session::readCardsAgain()
{
    m_browser.articles()->refresh();
    m_browser.article()->refresh({m_browser.article()->card().articleId});
}

/// The command line may have fetched pictures, or cleared them. Cards ask anew only if there are
/// more than before: what somebody has just cleared is not to be fetched again for that.
void Session::takeOutsideChanges()
{
    m_parts->source.forgetCatalog();
    m_pictureStates.lookAgain();
    takeCleared();
    if (!m_pictureSettings.isCounted()) {
        return;
    }
    QObject::connect(
        &m_pictureSettings, &PictureSettings::counted, &m_pictureStates,
        [this, before = m_pictureSettings.there()] {
            if (m_pictureSettings.there() > before) {
                m_pictureStates.askAnew();
            }
        },
        Qt::SingleShotConnection);
    m_pictureSettings.count();
}

void Session::takeLocalServers(const QSet<QString> &hosts)
{
    Store &store = m_parts->store;
    const auto askAgain = [this] {
        m_parts->source.forgetCatalog();
        m_pictureStates.askAnew();
        m_pictureSettings.count();
    };
    const auto free = [this, hosts, askAgain, &store](const PictureSurvey &survey) {
        whenAnswered(&m_browser, forgetLocalRefusals(store, survey.lost, hosts),
                     [askAgain](const QList<PictureId> &) { askAgain(); });
    };
    // What was refused last may not be written yet, and would be refused once more.
    whenAnswered(&m_browser, m_parts->source.written(), [this, free, &store](bool) {
        whenAnswered(&m_browser, store.pictureSurvey(std::nullopt), free);
    });
}

void Session::applyPolicy(const PicturePolicy &policy)
{
    m_parts->source.setOffline(policy.isOffline);
    m_parts->source.setBudget(policy.budget);
    m_parts->source.setPolicy(fetchPolicyOf(policy));
    m_pictureStates.setPolicy(policy); // cards ask anew, by the policy that the source has now
}

// Whoever waits with paths hears now what becomes of them.
void Session::settle(State state, const QString &refusal)
{
    m_state = state;
    m_refusal = refusal;
    for (const BroughtPaths &brought : std::exchange(m_waiting, {})) {
        importWhenOpen(brought);
    }
}

void Session::stop()
{
    m_importer.cancel();
    settle(State::Stopped, tr("Another archive is open in the window now."));
}

std::unique_ptr<Session::Parts> Session::dismantle(std::unique_ptr<Session> session)
{
    auto parts = std::move(session->m_parts);
    parts->index = session->m_browser.index();
    session.reset();
    return parts;
}

void Session::importWhenOpen(const BroughtPaths &brought)
{
    if (m_state == State::Closed || m_state == State::Opening) {
        m_waiting.append(brought);
        return;
    }
    if (m_state == State::Open && !brought.paths.isEmpty()) {
        m_importer.start(brought.paths);
    }
    if (brought.reply) {
        brought.reply(m_refusal);
    }
}

} // namespace Microfiche
