// SPDX-License-Identifier: GPL-3.0-or-later
#include "english.h"
#include "models/openpicture.h"
#include "models/picturewords.h"
#include "picturebytes.h"
#include "recordingdesktop.h"
#include "support/archivebuilder.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

/// 1 has three pictures, 2 one that is not here, 3 one.
class TestOpenPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_archive = std::make_unique<ArchiveBuilder>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<PictureStore>(m_folder->filePath(u"pictures"_s));
        m_desktop = std::make_unique<RecordingDesktop>();
        add(1, {u"https://p.example/one.jpg"_s, u"https://p.example/two.png?w=9"_s, u"/three"_s});
        add(2, {u"https://p.example/away.jpg"_s});
        add(3, {u"https://xn--80ak6aa92e.com/four.jpg"_s});
        keep(u"https://p.example/one.jpg"_s, PictureBytes::jpeg({40, 30}));
        keep(u"https://p.example/two.png?w=9"_s, PictureBytes::png({20, 60}));
        keep(u"/three"_s, PictureBytes::gif({16, 12}, {16, 12}));
        keep(u"https://xn--80ak6aa92e.com/four.jpg"_s,
             PictureBytes::withOrientation(PictureBytes::jpeg({40, 30}, Qt::blue), 6));
        m_archive->commit();
        m_marks = std::make_unique<ArticleMarks>(m_archive->store());
        m_articles = std::make_unique<ArticleListModel>(m_archive->store(), *m_marks);
        m_articles->setIds({id(1), id(2), id(3)});
        m_query = std::make_unique<QueryEditor>();
        m_files = std::make_unique<PictureFiles>(*m_store);
        m_picture =
            std::make_unique<OpenPicture>(m_archive->store(), *m_articles, *m_query, *m_desktop);
        m_picture->setFiles(m_files.get());
    }

    void cleanup()
    {
        m_picture.reset();
        m_files.reset();
        m_query.reset();
        m_articles.reset();
        m_marks.reset();
        m_archive.reset();
        m_contents.clear();
    }

    void nothingIsOpenAtFirst()
    {
        QVERIFY(!m_picture->isOpen());
        m_picture->next();
        m_picture->copy();
        m_picture->save(QUrl::fromLocalFile(m_folder->filePath(u"x.jpg"_s)));
        m_picture->prepareDrag();
        m_picture->findArticles();
        m_picture->open(0);
        QCOMPARE(m_picture->problem(), QString());
        QCOMPARE(m_picture->source(), QString());
        QCOMPARE(m_query->text(), QString());
    }

    void saysWhatIsKnown()
    {
        open(1);
        QTRY_COMPARE(m_picture->size(), QSize(40, 30));
        QCOMPARE(m_picture->placeText(), u"1 of 3"_s);
        QVERIFY(m_picture->factsText().startsWith(u"40 × 30 pixels · "_s));
        QVERIFY(m_picture->factsText().endsWith(u" · JPEG"_s));
        QCOMPARE(m_picture->host(), u"p.example"_s);
        QCOMPARE(m_picture->caption(), u"Caption 1"_s);
        QCOMPARE(m_picture->spokenText(), u"Picture: Caption 1, 1 of 3"_s);
        QVERIFY(m_picture->source().startsWith(u"image://picture/"_s));
        QCOMPARE(m_picture->problem(), QString());
        QVERIFY(!m_picture->hasPrevious() && m_picture->hasNext());
    }

    void goesOnToTheNextArticleThatHasOneHere()
    {
        open(1);
        for (const QString &place : {u"2 of 3"_s, u"3 of 3"_s}) {
            m_picture->next();
            QTRY_COMPARE(m_picture->placeText(), place);
        }
        QCOMPARE(m_picture->host(), QString()); // a path is no web address
        QTRY_COMPARE(m_picture->size(), QSize(16, 12));
        m_picture->next();
        QTRY_COMPARE(m_picture->articleId(), id(3));
        QTRY_COMPARE(m_picture->size(), QSize(30, 40)); // it is turned
        QCOMPARE(m_picture->host(), u"xn--80ak6aa92e.com"_s);
        m_picture->next();
        QTRY_COMPARE(m_picture->notice(), u"No article after this one has a picture here."_s);
        m_picture->previous();
        QTRY_COMPARE(m_picture->articleId(), id(1));
        QCOMPARE(m_picture->placeText(), u"3 of 3"_s); // the last, on the way back
        QCOMPARE(m_picture->notice(), QString());
    }

    void theNewestWishWins()
    {
        open(1);
        m_picture->next();
        m_picture->next();
        QTRY_COMPARE(m_picture->placeText(), u"3 of 3"_s);
        m_picture->previous();
        m_picture->close();
        m_picture->open(id(3));
        QTRY_COMPARE(m_picture->articleId(), id(3));
        QVERIFY(m_picture->isOpen());
    }

    void oneThatIsNotHereSaysSo()
    {
        open(2);
        QCOMPARE(m_picture->problem(), pictureNotHereText());
        QCOMPARE(m_picture->source(), QString());
        QVERIFY(!m_picture->hasBytes());
        QCOMPARE(m_picture->host(), u"p.example"_s);
    }

    void oneThatComesIsFound()
    {
        open(2);
        QVERIFY(m_picture->missing() > 0);
        m_picture->lookAgain(); // in vain
        const QByteArray bytes = PictureBytes::png({40, 30});
        KeptPicture kept;
        kept.picture = qint64(m_picture->missing());
        kept.state = PictureState::Fetched;
        kept.content = m_store->keep(bytes);
        kept.bytes = bytes.size();
        QVERIFY(answerOf(m_archive->store().keepPictures({kept})));
        QCOMPARE(m_picture->source(), QString());
        m_picture->lookAgain();
        QTRY_VERIFY(m_picture->hasBytes());
        QCOMPARE(m_picture->missing(), 0);
        QCOMPARE(m_picture->problem(), QString());
        QCOMPARE(m_picture->source(), u"image://picture/%1"_s.arg(kept.picture));
    }

    void saysWhyItIsNotShown_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<PictureProblem>("problem");
        QTest::addColumn<bool>("canBeSaved");
        QTest::newRow("gone") << QByteArray() << PictureProblem::NotThere << false;
        QTest::newRow("cut") << PictureBytes::jpeg({40, 30}).left(60) << PictureProblem::Damaged
                             << false;
        QTest::newRow("another's")
            << PictureBytes::jpeg({41, 30}) << PictureProblem::Damaged << false;
        QTest::newRow("over 40 megapixels")
            << PictureBytes::pngOf(8000, 6000, 8, {}) << PictureProblem::TooLarge << true;
    }

    void saysWhyItIsNotShown()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const PictureProblem, problem);
        QFETCH(const bool, canBeSaved);
        const QString url = u"https://p.example/one.jpg"_s;
        if (canBeSaved) {
            keep(url, bytes);
            m_archive->add(makeArticle(9));
            m_archive->commit();
        } else {
            const QString path = m_store->filePath(m_contents.value(url));
            QVERIFY(QFile::remove(path));
            QFile file(path);
            QVERIFY(bytes.isEmpty() || (file.open(QIODevice::WriteOnly) && file.write(bytes) > 0));
        }
        open(1);
        QTRY_COMPARE(m_picture->problem(), pictureProblemText(problem, StoredKeeping::Carried));
        QCOMPARE(m_picture->hasBytes(), canBeSaved);
    }

    void howToHaveItBackDependsOnWhereItCameFrom()
    {
        KeptPicture kept;
        kept.state = PictureState::Fetched;
        kept.content = contentHash("nowhere");
        kept.bytes = 7;
        kept.picture = answerOf(m_archive->store().detail(id(2)))->pictures.constFirst().id;
        QVERIFY(answerOf(m_archive->store().keepPictures({kept})));
        open(2);
        QTRY_COMPARE(m_picture->problem(),
                     u"The picture's file is gone. It can be loaded again."_s);
        QVERIFY(QFile::remove(m_store->filePath(m_contents.value(u"https://p.example/one.jpg"_s))));
        open(1);
        QTRY_COMPARE(m_picture->problem(),
                     u"The picture's file is gone. Import its folder again to have it back."_s);
    }

    void copies()
    {
        open(1);
        QTRY_VERIFY(m_picture->hasBytes());
        m_picture->copy();
        QTRY_COMPARE(m_desktop->pictures.size(), 1);
        QCOMPARE(m_desktop->pictures.first().size(), QSize(40, 30));
        QCOMPARE(m_picture->notice(), u"Picture copied"_s);
    }

    void savesTheOriginalBytes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("written");
        QTest::newRow("its suffix") << u"a.jpg"_s << u"a.jpg"_s;
        QTest::newRow("another of its") << u"a.JPEG"_s << u"a.JPEG"_s;
        QTest::newRow("none") << u"a"_s << u"a.jpg"_s;
        QTest::newRow("a wrong one") << u"a.png"_s << u"a.png.jpg"_s;
    }

    void savesTheOriginalBytes()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, written);
        open(1);
        QTRY_VERIFY(m_picture->hasBytes());
        m_picture->save(QUrl::fromLocalFile(m_folder->filePath(name)));
        QTRY_COMPARE(m_picture->notice(), u"Saved as %1"_s.arg(written));
        QFile file(m_folder->filePath(written));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), PictureBytes::jpeg({40, 30}));
    }

    void savesUnderANameThatWasTyped()
    {
        open(1);
        QTRY_VERIFY(m_picture->hasBytes());
        m_picture->save(QUrl(m_folder->filePath(u"ebb 2.jpg"_s))); // as Qt's own dialog gives it
        QTRY_COMPARE(m_picture->notice(), u"Saved as ebb 2.jpg"_s);
        QVERIFY(QFile::exists(m_folder->filePath(u"ebb 2.jpg"_s)));
    }

    void replacesNoFileThatNobodyChose()
    {
        open(1);
        QTRY_VERIFY(m_picture->hasBytes());
        QFile other(m_folder->filePath(u"a.jpg"_s));
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("other") == 5);
        other.close();
        m_picture->save(QUrl::fromLocalFile(m_folder->filePath(u"a"_s)));
        QTRY_COMPARE(m_picture->notice(), u"There is a a.jpg already. Nothing was written."_s);
        QCOMPARE(other.size(), 5);
    }

    void saysWhyItCouldNotBeSaved()
    {
        open(1);
        QTRY_VERIFY(m_picture->hasBytes());
        m_picture->save(QUrl::fromLocalFile(m_folder->filePath(u"no/such/a.jpg"_s)));
        QTRY_VERIFY(m_picture->notice().startsWith(u"a.jpg could not be written: "_s));
        m_picture->save(QUrl(u"https://p.example/a.jpg"_s));
        QVERIFY(m_picture->notice().startsWith(u"A picture can be saved in a folder"_s));
        QVERIFY(QFile::remove(m_store->filePath(m_contents.value(u"https://p.example/one.jpg"_s))));
        m_picture->save(QUrl::fromLocalFile(m_folder->filePath(u"b.jpg"_s)));
        QTRY_COMPARE(m_picture->notice(),
                     pictureProblemText(PictureProblem::NotThere, StoredKeeping::Carried));
        QVERIFY(!QFile::exists(m_folder->filePath(u"b.jpg"_s)));
    }

    void isDraggedAsPictureAndFile()
    {
        open(1);
        QTRY_VERIFY(m_picture->hasBytes());
        m_picture->prepareDrag();
        QTRY_COMPARE(m_picture->dragged().size(), 2);
        const QUrl url(m_picture->dragged().value(u"text/uri-list"_s).toStringList().value(0));
        QCOMPARE(url.fileName(), u"one.jpg"_s);
        QFile file(url.toLocalFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), PictureBytes::jpeg({40, 30}));
        QCOMPARE(m_picture->dragged().value(u"image/jpeg"_s).toByteArray(),
                 PictureBytes::jpeg({40, 30}));
        m_picture->next();
        QTRY_VERIFY(m_picture->dragged().isEmpty());
        m_files.reset(new PictureFiles(*m_store));
        QVERIFY(!file.exists()); // what was lent goes
        m_picture->setFiles(m_files.get());
    }

    void opensOnlyWebAddresses()
    {
        open(1);
        m_picture->openAddress();
        QCOMPARE(m_desktop->opened, QStringList{u"https://p.example/one.jpg"_s});
        m_picture->previous();
        m_picture->next();
        m_picture->next();
        QTRY_COMPARE(m_picture->placeText(), u"3 of 3"_s);
        m_picture->openAddress();
        QCOMPARE(m_desktop->opened.size(), 1);
        QVERIFY(m_picture->notice().endsWith(u"is not a web address. It was not opened."_s));
    }

    void asksForArticlesWithIt()
    {
        m_query->setText(u"topic:Foxes sort:title"_s);
        open(1);
        m_picture->next();
        QTRY_COMPARE(m_picture->placeText(), u"2 of 3"_s);
        m_picture->findArticles();
        QVERIFY(!m_picture->isOpen());
        QCOMPARE(m_query->text(), u"picture:https://p.example/two.png?w=9 sort:title"_s);
        m_query->undo();
        QCOMPARE(m_query->text(), u"topic:Foxes sort:title"_s);
        m_picture->findArticlesOf(id(1));
        QTRY_COMPARE(m_query->text(), u"picture:https://p.example/one.jpg sort:title"_s);
    }

    void namesFilesSafely_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("name");
        QTest::newRow("of the address")
            << u"https://a.example/b/moon.large.jpg?w=1"_s << u"T"_s << u"moon.large"_s;
        QTest::newRow("encoded") << u"https://a.example/%2e%2e%2fetc%2Fx.jpg"_s << u"T"_s << u"x"_s;
        QTest::newRow("none") << u"https://a.example/"_s << u"A: b/c?"_s << u"A- b-c-"_s;
        QTest::newRow("hidden") << u"/.jpg"_s << u"..\\x"_s << u"jpg"_s;
        QTest::newRow("nothing") << QString() << u"../"_s << u"Picture"_s;
    }

    void namesFilesSafely()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, title);
        QTEST(pictureFileName(address, title), "name");
    }

private:
    ArticleId id(int number) { return m_archive->idOf(makeArticle(number)); }

    void add(int number, const QStringList &urls)
    {
        Article article = makeArticle(number);
        for (const QString &url : urls) {
            article.pictures.append(
                {url, {}, {}, false, u"Caption %1"_s.arg(article.pictures.size() + 1)});
        }
        m_archive->add(article);
    }

    void keep(const QString &url, const QByteArray &bytes)
    {
        m_contents.insert(url, m_store->keep(bytes));
        m_archive->carry(url, m_contents.value(url));
    }

    void open(int number)
    {
        m_picture->open(id(number));
        QTRY_VERIFY(m_picture->isOpen());
        QTRY_COMPARE(m_picture->articleId(), id(number));
    }

    const English m_english;
    std::unique_ptr<ArchiveBuilder> m_archive;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PictureStore> m_store;
    QHash<QString, ContentHash> m_contents;
    std::unique_ptr<RecordingDesktop> m_desktop;
    std::unique_ptr<ArticleMarks> m_marks;
    std::unique_ptr<ArticleListModel> m_articles;
    std::unique_ptr<QueryEditor> m_query;
    std::unique_ptr<PictureFiles> m_files;
    std::unique_ptr<OpenPicture> m_picture;
};

QTEST_GUILESS_MAIN(TestOpenPicture)
#include "tst_openpicture.moc"
