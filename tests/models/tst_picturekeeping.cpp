// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/picturekeeping.h"
#include "support/archivebuilder.h"
#include "support/sqldatabase.h"

#include <QSignalSpy>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

class TestPictureKeeping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_archive = std::make_unique<ArchiveBuilder>();
        for (int i = 1; i <= 3; ++i) {
            Article article = makeArticle(i);
            Picture picture;
            picture.url = url(i);
            article.pictures = {picture};
            m_archive->add(article);
        }
        m_archive->carry(url(2), contentHash("carried"));
        m_archive->commit();
        KeptPicture kept;
        kept.picture = idOf(1);
        kept.state = PictureState::Fetched;
        kept.content = contentHash("fetched");
        answerOf(m_archive->store().keepPictures({kept}));
    }

    void onlyWhatMayGoCanBePicked_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("whyNot");
        QTest::newRow("fetched") << 1 << QString();
        QTest::newRow("carried") << 2 << u"An import brought it: it stays anyway"_s;
        QTest::newRow("not here") << 3 << u"The picture is not in the archive"_s;
        QTest::newRow("none") << 0 << u"The picture is not in the archive"_s;
    }
    void onlyWhatMayGoCanBePicked()
    {
        QFETCH(const int, number);
        QFETCH(const QString, whyNot);
        PictureKeeping keeping(m_archive->store());
        keeping.look(number > 0 ? sourceOf(number) : QString());
        QTRY_COMPARE(keeping.whyNot(), whyNot);
        QCOMPARE(keeping.canPick(), whyNot.isEmpty());
        QSignalSpy kept(&keeping, &PictureKeeping::kept);
        keeping.setPicked(true);
        QTRY_COMPARE(kept.count(), whyNot.isEmpty() ? 1 : 0);
        QCOMPARE(keeping.isPicked(), whyNot.isEmpty());
    }

    void saysThatItCannotBePicked()
    {
        SqlDatabase(m_archive->path())
            .run(u"CREATE TRIGGER full BEFORE UPDATE OF is_picked ON kept_picture"
                 " BEGIN SELECT RAISE(ABORT, 'full'); END"_s);
        PictureKeeping keeping(m_archive->store());
        QSignalSpy failed(&keeping, &PictureKeeping::failed);
        keeping.look(sourceOf(1));
        QTRY_VERIFY(keeping.canPick());
        keeping.setPicked(true);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!failed.constFirst().constFirst().toString().isEmpty());
        QVERIFY(!keeping.isPicked());
    }

    void whatWasPickedIsFoundAndGivenUp()
    {
        answerOf(m_archive->store().pickPictures({idOf(1)}, true));
        PictureKeeping keeping(m_archive->store());
        keeping.look(sourceOf(1));
        QTRY_VERIFY(keeping.isPicked());
        keeping.setPicked(false);
        QTRY_VERIFY(!keeping.isPicked());
        QVERIFY(!answerOf(m_archive->store().pictureWeights()).constFirst().isToStay);
        keeping.look({});
        QVERIFY(!keeping.canPick());
    }

private:
    static QString url(int number) { return u"https://pictures.example/%1.jpg"_s.arg(number); }
    PictureId idOf(int number)
    {
        const ArticleId id = m_archive->idOf(makeArticle(number));
        return answerOf(m_archive->store().cards({id})).constFirst().picture;
    }
    QString sourceOf(int number) { return u"image://picture/%1"_s.arg(idOf(number)); }

    std::unique_ptr<ArchiveBuilder> m_archive;
};

QTEST_GUILESS_MAIN(TestPictureKeeping)
#include "tst_picturekeeping.moc"
