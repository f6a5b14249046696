// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/filepreview.h"
#include "import/localpath.h"
#include "importfixture.h"

#include <QTest>

#include <sys/stat.h>

using namespace Microfiche;
using namespace Microfiche::Test;

namespace
{

DropPreview lastPreview(const QByteArrayList &paths)
{
    auto future = previewDrop(paths);
    future.waitForFinished();
    return future.resultAt(future.resultCount() - 1);
}

} // namespace

class TestFilePreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatADropWouldBring()
    {
        const ImportFixture source;
        source.write("news/a.md", "x");
        source.write("news/b/c.txt", "x");
        source.write("news/b/d.JPG", "x");
        source.write("loose.md", "x");
        QCOMPARE(::mkfifo(source.path("news/pipe").constData(), 0600), 0);
        QCOMPARE(lastPreview({source.path("news/"), source.path("loose.md")}),
                 (DropPreview{{"news", "loose.md"}, 1, 1, 3}));
    }

    void countsNothingWhereThereIsNothing()
    {
        QCOMPARE(lastPreview({"/no/such/path"}), (DropPreview{{"path"}, 0, 0, 0}));
    }

    void takesNamesThatAreNoUtf8()
    {
        const ImportFixture source;
        source.write("\xff.md", "x");
        const QUrl address =
            QUrl::fromEncoded("file://" + source.path("\xff.md").toPercentEncoding("/"));
        QCOMPARE(localPath(address), source.path("\xff.md"));
        QCOMPARE(localPath(QUrl(QStringLiteral("https://a.example/b"))), QByteArray());
        QCOMPARE(localPath(QUrl::fromLocalFile(QStringLiteral("/100% ü#?"))),
                 QByteArray("/100% ü#?"));
        QCOMPARE(lastPreview({localPath(address)}), (DropPreview{{"\xff.md"}, 0, 1, 1}));
    }

    void readsTheHeadOfAFile()
    {
        const ImportFixture source;
        source.write("a", "0123456789");
        const auto head = [](const QByteArray &path, qint64 limit) {
            auto future = fileHead(path, limit);
            future.waitForFinished();
            return future.result();
        };
        QCOMPARE(head(source.path("a"), 4), QByteArray("0123"));
        QCOMPARE(head(source.path("a"), 400), QByteArray("0123456789"));
        QCOMPARE(head(source.path("gone"), 4), QByteArray());
        QCOMPARE(::mkfifo(source.path("pipe").constData(), 0600), 0);
        QCOMPARE(head(source.path("pipe"), 4), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestFilePreview)
#include "tst_filepreview.moc"
