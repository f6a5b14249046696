// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/importer.h"

#include "import/carriedpictures.h"
#include "import/importrun_p.h"

#include <QPointer>
#include <QTimer>

#include <chrono>
#include <utility>

namespace Microfiche
{

using namespace std::chrono_literals;

namespace
{

constexpr auto TellingInterval = 100ms;

} // namespace

Importer::Importer(Store &store, CarriedPictures &pictures, QObject *parent)
    : Importer(store, pictures, ImportOptions(), parent)
{
}

Importer::Importer(Store &store, CarriedPictures &pictures, ImportOptions options, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_pictures(pictures)
    , m_options(std::move(options))
{
    auto *timer = new QTimer(this);
    timer->setInterval(TellingInterval);
    connect(timer, &QTimer::timeout, this, &Importer::tell);
    connect(this, &Importer::started, timer, qOverload<>(&QTimer::start));
    connect(this, &Importer::finished, timer, &QTimer::stop);
    connect(this, &Importer::failed, timer, &QTimer::stop);
}

Importer::~Importer() = default;

void Importer::start(const QByteArrayList &paths)
{
    m_waiting.append(paths);
    if (!m_run) {
        begin();
    }
}

void Importer::retryRejected(qint64 run)
{
    m_waitingRetry = run;
    if (!m_run) {
        begin();
    }
}

void Importer::cancel()
{
    forgetWaiting();
    if (m_run) {
        m_run->cancel();
    }
}

QStringList Importer::leftOut() const
{
    QStringList own = m_store.ownFiles();
    if (!m_pictures.folder().isEmpty()) {
        own.append(m_pictures.folder());
    }
    return own;
}

bool Importer::isRunning() const
{
    return m_run != nullptr;
}

ImportProgress Importer::progress() const
{
    return m_last;
}

void Importer::begin()
{
    m_last = {};
    Run::Listener listener{
        [this](const IndexBatch &batch) {
            QMetaObject::invokeMethod(
                this, [this, batch] { Q_EMIT committed(batch); }, Qt::QueuedConnection);
        },
        [this] { QMetaObject::invokeMethod(this, &Importer::end, Qt::QueuedConnection); }};
    Run::Task task;
    task.leftOut = leftOut();
    task.retried = std::exchange(m_waitingRetry, 0);
    if (task.retried == 0) {
        task.paths = std::exchange(m_waiting, {});
    }
    m_run =
        std::make_unique<Run>(m_store, m_pictures, m_options, std::move(task), std::move(listener));
    Q_EMIT started();
}

void Importer::forgetWaiting()
{
    m_waiting.clear();
    m_waitingRetry = 0;
}

void Importer::tell()
{
    if (m_run) {
        m_last = m_run->sample();
        Q_EMIT progressed(m_last);
    }
}

void Importer::end()
{
    m_last = m_run->sample();
    const std::unique_ptr<Run> run = std::exchange(m_run, nullptr);
    m_last.summary = run->summary();
    m_last.filesFound = m_last.summary.filesFound;
    const QString failure = run->failure();
    const QPointer<Importer> alive(this);
    if (failure.isEmpty()) {
        Q_EMIT finished(m_last.summary);
    } else {
        forgetWaiting();
        Q_EMIT progressed(m_last); // what is safe, and what was rejected until then
        Q_EMIT failed(failure);
    }
    if (alive && !m_run && (!m_waiting.isEmpty() || m_waitingRetry > 0)) {
        begin();
    }
}

} // namespace Microfiche
