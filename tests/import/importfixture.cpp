// SPDX-License-Identifier: GPL-3.0-or-later
#include "importfixture.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QMutexLocker>
#include <QTimer>

#include <cstdio>
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

namespace Microfiche::Test
{

using namespace std::chrono_literals;

QByteArray RecordingPictures::keep(const QByteArray &bytes)
{
    const QMutexLocker lock(&m_mutex);
    m_kept.append(bytes);
    return contentHash(bytes);
}

QByteArrayList RecordingPictures::kept() const
{
    const QMutexLocker lock(&m_mutex);
    return m_kept;
}

QString ImportOutcome::reasonFor(const QByteArray &name) const
{
    for (const FileProblem &problem : summary.rejected) {
        if (problem.path.endsWith('/' + name)) {
            return problem.reason;
        }
    }
    return {};
}

QByteArray articleBytes(const QByteArray &title, const QByteArray &address, const QByteArray &extra)
{
    return "---\ntitle: \"" + title + "\"\nwebUrl: \"" + address + "\"\n" + extra + "---\n";
}

QByteArray pngBytes(int number)
{
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + QByteArray::number(number);
}

ImportFixture::ImportFixture(ImportOptions options)
    : m_store(std::make_unique<Store>())
{
    QDir().mkpath(folder());
    m_store->open(m_home.filePath(QStringLiteral("test.microfiche"))).waitForFinished();
    m_importer = std::make_unique<Importer>(*m_store, m_pictures, std::move(options));
}

ImportFixture::~ImportFixture()
{
    m_importer.reset();
    m_store.reset();
    // QTemporaryDir does not see names that are no UTF-8.
    std::error_code ignored;
    std::filesystem::remove_all(folder().toStdString(), ignored);
}

QByteArray ImportFixture::path(const QByteArray &name) const
{
    // As the ledger has it: without links on the way.
    return QFile::encodeName(QFileInfo(folder()).canonicalFilePath()) + '/' + name;
}

void ImportFixture::write(const QByteArray &name, const QByteArray &bytes) const
{
    const QByteArray target = path(name);
    QDir().mkpath(QFile::decodeName(target.left(target.lastIndexOf('/'))));
    const int fd = ::open(target.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0 || ::write(fd, bytes.constData(), size_t(bytes.size())) != bytes.size()) {
        qFatal("%s could not be written", target.constData());
    }
    ::close(fd);
}

void ImportFixture::writeArticle(int number) const
{
    const QByteArray text = QByteArray::number(number);
    write("article-" + text.rightJustified(5, '0') + ".md",
          articleBytes("Article " + text, "https://news.example/" + text));
}

ImportOutcome ImportFixture::import(const QStringList &paths)
{
    QByteArrayList local;
    for (const QString &path : paths) {
        local.append(QFile::encodeName(path));
    }
    return waitForEnd(*m_importer, [&] { m_importer->start(local); });
}

ImportOutcome ImportFixture::retry(const ImportOutcome &before)
{
    return waitForEnd(*m_importer, [&] { m_importer->retryRejected(before.summary.run); });
}

ArchiveStats ImportFixture::stats()
{
    auto future = m_store->stats();
    future.waitForFinished();
    return future.result();
}

ImportOutcome waitForEnd(Importer &importer, const std::function<void()> &start)
{
    ImportOutcome outcome;
    QEventLoop loop;
    QObject::connect(&importer, &Importer::committed, &loop,
                     [&](const IndexBatch &batch) { outcome.rows.append(batch.rows); });
    QObject::connect(&importer, &Importer::finished, &loop, [&](const ImportSummary &summary) {
        outcome.summary = summary;
        outcome.isFinished = true;
        loop.quit();
    });
    QObject::connect(&importer, &Importer::failed, &loop, [&](const QString &message) {
        outcome.failure = message;
        outcome.summary = importer.progress().summary;
        loop.quit();
    });
    // A run that never ends fails the test instead of hanging it.
    QTimer::singleShot(60s, &loop, &QEventLoop::quit);
    start();
    loop.exec();
    return outcome;
}

} // namespace Microfiche::Test
