// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/workspace.h"

#include "async/whenanswered.h"
#include "models/chosenfile.h"
#include "window/portalsettings.h"
#include "window/session.h"
#include "window/windowplace.h"

#include <QDir>
#include <QFile>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QTimer>
#include <QtConcurrent>

#include <utility>

namespace Microfiche
{

namespace
{

/// The first use of a font looks through all that the desktop has, which takes longer than anything
/// else the first window waits for. Beside the loading of the QML it costs nothing.
void lookUpFonts()
{
    QThreadPool::globalInstance()->start(
        [font = QGuiApplication::font()] { QFontMetricsF(font).horizontalAdvance(u'x'); });
}

} // namespace

Workspace::Workspace(QString archive, const QString &preferences)
    : m_appearance(std::make_unique<PortalSettings>())
    , m_preferences(preferences)
    , m_own(std::move(archive))
    , m_archive(m_own)
{
    connect(&m_question, &ImportQuestion::approved, this,
            [this](const QByteArrayList &paths) { import({paths}); });
    m_keys.restore(m_preferences.keys());
    connect(&m_keys, &KeyBindings::changed, this, [this] { m_preferences.setKeys(m_keys.text()); });
    m_localServers.restore(m_preferences.localServers());
    setPictureSettings({});
    connect(&m_localServers, &LocalServers::changed, this, [this] {
        m_preferences.setLocalServers(m_localServers.text());
        if (m_session) {
            m_session->takeLocalServers(m_localServers.hosts());
        }
    });
    connect(&m_closing, &Closing::ended, this, &Workspace::openWhenFree);
    connect(&m_upkeep, &Upkeep::wanted, this, [this] { change(m_own, nullptr); });
    connect(&m_upkeep, &Upkeep::ended, this, &Workspace::openWhenFree);
}

Workspace::~Workspace() = default;

void Workspace::setPictureSettings(const PictureSource::Settings &settings)
{
    m_pictures = settings;
    m_pictures.fetch.fetch.isLocalHost = m_localServers.rule();
}

bool Workspace::start()
{
    lookUpFonts();
    return open(m_own, nullptr);
}

void Workspace::openSample()
{
    if (m_isUnpacking || isSample()) {
        return;
    }
    m_isUnpacking = true;
    const auto unpacking = QtConcurrent::run([] { return std::make_shared<SampleFiles>(); });
    whenAnswered(
        this, unpacking, [this](const std::shared_ptr<SampleFiles> &files) { takeSample(files); },
        [this] { takeSample(nullptr); });
}

void Workspace::takeSample(const std::shared_ptr<SampleFiles> &files)
{
    m_isUnpacking = false;
    const bool isThere = files && !files->folder().isEmpty();
    m_sampleProblem =
        isThere ? QString()
                : tr("The sample could not be unpacked. There must be some space in %1, the "
                     "folder for temporary files.")
                      .arg(QDir::toNativeSeparators(QDir::tempPath()));
    Q_EMIT sampleProblemChanged();
    if (isThere) {
        change(files->archivePath(), files);
    }
}

void Workspace::closeSample()
{
    change(m_own, nullptr);
}

void Workspace::openArchive(const QUrl &chosen)
{
    const QUrl file = chosenFile(chosen);
    if (file.isLocalFile()) {
        m_own = file.toLocalFile();
        change(m_own, nullptr);
        Q_EMIT ownArchiveChanged();
    }
}

void Workspace::importUrls(const QList<QUrl> &urls)
{
    m_question.consider(localPaths(urls),
                        m_session ? m_session->importer().leftOut() : QStringList());
}

void Workspace::import(const BroughtPaths &brought)
{
    if (isSample() && !brought.paths.isEmpty()) {
        m_brought.append(brought);
        closeSample();
    } else {
        m_session->importWhenOpen(brought);
    }
}

void Workspace::takePaths(const QByteArrayList &paths, const ImportReply &reply)
{
    if (paths.isEmpty()) {
        if (reply) {
            reply({}); // only to be raised, whatever the archive comes to
        }
    } else {
        import({paths, reply});
    }
    if (QQuickWindow *window = m_session->window()) {
        window->show();
        window->raise();
        window->requestActivate();
    }
}

// The window that asks goes with its session, so it must have returned from asking first.
void Workspace::change(const QString &archive, const std::shared_ptr<SampleFiles> &sample)
{
    QTimer::singleShot(0, this, [this, archive, sample] { open(archive, sample); });
}

// The new window comes before the old one goes: without any the program would end.
bool Workspace::open(const QString &archive, std::shared_ptr<SampleFiles> sample)
{
    std::swap(m_sample, sample);
    m_archive = archive;
    auto session = std::make_unique<Session>(archive, m_desktop, m_pictures);
    if (!m_sample) {
        m_upkeep.setArchive(archive);
        session->hearDamage([this](const QString &problem) { m_upkeep.tellDamage(problem); });
    } else {
        m_upkeep.setArchive({});
    }
    const bool isHeldBefore = m_session && m_session->archive() == archive;
    if (!isHeldBefore && !m_closing.holds(archive)) {
        session->open();
    }
    session->makeWindow(m_appearance, *this);
    std::swap(m_session, session);
    arrange(*m_session, session.get());
    if (session) {
        m_closing.add(std::move(session), std::move(sample));
    }
    if (m_sample) {
        m_session->importWhenOpen({{QFile::encodeName(m_sample->folder())}});
    } else {
        for (const BroughtPaths &brought : std::exchange(m_brought, {})) {
            m_session->importWhenOpen(brought);
        }
    }
    openWhenFree();
    Q_EMIT archiveChanged();
    return m_session->window() != nullptr;
}

// As the user has set up the one before.
void Workspace::arrange(Session &session, const Session *before)
{
    if (QQuickWindow *window = session.window()) {
        auto *place = new WindowPlace(*window, m_preferences); // the window owns it
        place->show(before ? before->window() : nullptr);
    }
    QueryEditor *query = session.browser().query();
    query->setSort(m_preferences.sort());
    connect(query, &QueryEditor::changed, &m_preferences,
            [this, query] { m_preferences.setSort(query->sort()); });
}

// Two stores of one archive would get in each other's way, and so would a repair.
void Workspace::openWhenFree()
{
    if (m_closing.holds(m_archive)) {
        return;
    }
    if (m_upkeep.isWorking() && !m_sample) {
        m_upkeep.begin();
    } else {
        m_session->open();
    }
}

} // namespace Microfiche
