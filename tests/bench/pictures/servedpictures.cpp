// SPDX-License-Identifier: GPL-3.0-or-later
#include "servedpictures.h"

#include "pictures/picturestore.h"
#include "store/store.h"
#include "support/archivegenerator.h"
#include "support/scriptedserver.h"
#include "window/processfacts.h"

#include <QEventLoop>
#include <QSocketNotifier>

#include <algorithm>

namespace Microfiche::Bench
{

namespace
{

constexpr int StandardInput = 0;

ImportBatch batchOf(const QList<QByteArray> &contents, int port)
{
    const Test::ArchiveGenerator generator(int(contents.size()));
    ImportBatch batch;
    OriginalsBlock originals;
    for (int i = 0; i < contents.size(); ++i) {
        ImportedArticle imported;
        imported.article = generator.article(i);
        // Not those of the generator, which may be one article twice, or have pictures elsewhere.
        const QString address = QStringLiteral("https://news.example/articles/%1").arg(i);
        imported.article.key = ArticleKey::fromAddress(address).value();
        imported.article.webUrl = address;
        imported.article.removed = false;
        imported.article.provider.logos.clear();
        imported.article.pictures.clear();
        if (port > 0) {
            Picture picture;
            picture.url = servedUrl(contents.at(i), i, port).toString();
            imported.article.pictures.append(picture);
        }
        const QByteArray bytes = address.toUtf8();
        imported.hash = contentHash(bytes);
        imported.offset = originals.add(bytes);
        imported.length = bytes.size();
        const FileStamp stamp{"/archive", QByteArray::number(i) + ".md", bytes.size(), 1};
        batch.files.append({stamp, std::move(imported)});
    }
    batch.block = originals.packed();
    return batch;
}

} // namespace

QList<QByteArray> contentsOf(const PictureStore &store)
{
    QList<QByteArray> contents;
    for (const PictureEntry &entry : store.list()) {
        contents += entry.hash;
    }
    std::sort(contents.begin(), contents.end());
    return contents;
}

QByteArray servedPath(const QByteArray &content)
{
    return '/' + content.toHex();
}

QUrl servedUrl(const QByteArray &content, int number, int port)
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(ServedHosts.at(std::size_t(number) % ServedHosts.size()));
    url.setPort(port);
    url.setPath(QString::fromLatin1(servedPath(content)));
    return url;
}

bool serve(const QString &folder)
{
    const PictureStore store(folder);
    Test::ScriptedServer server;
    const QList<QByteArray> contents = contentsOf(store);
    for (const QByteArray &content : contents) {
        server.answer(servedPath(content),
                      Test::ServerAnswer{{Test::ServerAnswer::SendFile{store.filePath(content)}}});
    }
    QEventLoop loop;
    QSocketNotifier end(StandardInput, QSocketNotifier::Read);
    QObject::connect(&end, &QSocketNotifier::activated, &loop, &QEventLoop::quit);
    tell("port", server.serverPort());
    loop.exec();
    return true;
}

bool fillPictureArchive(const QString &path, const QString &folder, int port)
{
    Store store;
    auto opened = store.open(path);
    auto run = store.beginImport();
    run.waitForFinished();
    if (opened.result().opening != Store::Opening::Opened) {
        return false;
    }
    ImportBatch batch = batchOf(contentsOf(PictureStore(folder)), port);
    batch.run = run.result();
    ImportSummary summary;
    summary.run = batch.run;
    summary.isFinished = true;
    summary.filesFound = summary.filesImported = batch.files.size();
    auto committed = store.commit(std::move(batch));
    committed.waitForFinished();
    store.endImport(summary).waitForFinished();
    store.titleOrder().waitForFinished(); // the archive keeps it
    return committed.result().error.isEmpty();
}

} // namespace Microfiche::Bench
