// SPDX-License-Identifier: GPL-3.0-or-later
// Articles are found by a picture that they share: its address, its bytes, its looks.
#include "support/archivebuilder.h"
#include "support/sqldatabase.h"

#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

QString pictureUrl(const QString &name)
{
    return u"https://pictures.example/"_s + name;
}

Article pictured(int number, const QStringList &names)
{
    Article article = makeArticle(number);
    for (const QString &name : names) {
        article.pictures.append(
            {name.startsWith(u'/') ? name : pictureUrl(name), {}, {}, false, {}});
    }
    return article;
}

ContentHash bytesOf(char letter)
{
    return contentHash(QByteArray(1, letter));
}

} // namespace

class PictureFinderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void finds_data();
    void finds();
    void findsThoseThatLookTheSame_data();
    void findsThoseThatLookTheSame();
    void findsWhatWasFetched();

private:
    QStringList found(const QString &address);
    std::unique_ptr<ArchiveBuilder> m_archive;
};

/// 1 and 2 share an address, 3 has the same bytes at another one, 4 other bytes; 5 has two, one of
/// them that of 4; 6 has none here, and 7 none at all.
void PictureFinderTest::init()
{
    m_archive = std::make_unique<ArchiveBuilder>();
    m_archive->add(pictured(1, {u"a"_s}));
    m_archive->add(pictured(2, {u"a"_s}));
    m_archive->add(pictured(3, {u"b"_s}));
    m_archive->add(pictured(4, {u"c"_s}));
    m_archive->add(pictured(5, {u"/d.jpg"_s, u"c"_s}));
    m_archive->add(pictured(6, {u"e"_s}));
    m_archive->add(makeArticle(7));
    m_archive->carry(pictureUrl(u"a"_s), bytesOf('a'));
    m_archive->carry(pictureUrl(u"b"_s), bytesOf('a'));
    m_archive->carry(pictureUrl(u"c"_s), bytesOf('c'));
    m_archive->carry(u"/d.jpg"_s, bytesOf('d'));
    QCOMPARE(m_archive->commit().error, QString());
}

QStringList PictureFinderTest::found(const QString &address)
{
    QStringList numbers;
    const IdSet ids = answerOf(m_archive->store().idsOf({StoreTerm::Kind::Picture, address, {}}));
    for (const ArticleCard &card : answerOf(m_archive->store().cards(ids.toList()))) {
        numbers << card.title.mid(8);
    }
    return numbers;
}

void PictureFinderTest::finds_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QStringList>("expected");
    const auto article = [](int number) { return makeArticle(number).key.toString(); };
    QTest::newRow("an address") << pictureUrl(u"a"_s) << QStringList{u"1"_s, u"2"_s, u"3"_s};
    QTest::newRow("its bytes") << pictureUrl(u"b"_s) << QStringList{u"1"_s, u"2"_s, u"3"_s};
    QTest::newRow("a path") << u"/d.jpg"_s << QStringList{u"5"_s};
    QTest::newRow("an article's") << article(2) << QStringList{u"1"_s, u"2"_s, u"3"_s};
    QTest::newRow("all of an article's") << article(5) << QStringList{u"4"_s, u"5"_s};
    QTest::newRow("one that is not here") << pictureUrl(u"e"_s) << QStringList{u"6"_s};
    QTest::newRow("an article without") << article(7) << QStringList();
    QTest::newRow("nobody's") << pictureUrl(u"f"_s) << QStringList();
    QTest::newRow("no address") << u"'; DROP TABLE picture"_s << QStringList();
}

void PictureFinderTest::finds()
{
    QFETCH(const QString, address);
    QFETCH(const QStringList, expected);
    QCOMPARE(found(address), expected);
}

void PictureFinderTest::findsThoseThatLookTheSame_data()
{
    QTest::addColumn<quint64>("ofA");
    QTest::addColumn<quint64>("ofC");
    QTest::addColumn<QStringList>("expected");
    const QStringList alone{u"4"_s, u"5"_s};
    const QStringList all{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s};
    QTest::newRow("alike") << quint64(0xfedc'ba98'7654'3210) << quint64(0xfedc'ba98'7654'3210)
                           << all;
    QTest::newRow("six bits") << quint64(0xfedc'ba98'7654'3210) << quint64(0xfedc'ba98'7654'322f)
                              << all;
    QTest::newRow("seven bits") << quint64(0xfedc'ba98'7654'3210) << quint64(0x7edc'ba98'7654'322f)
                                << alone;
    QTest::newRow("plain") << quint64(0) << quint64(0) << alone;
    const auto round = quint64(0x0f0f'0f0f'0f0f'0f0f); // noted by an older program
    QTest::newRow("gradients") << round << round << alone;
    QTest::newRow("near plain") << quint64(1) << quint64(0) << alone;
}

void PictureFinderTest::findsThoseThatLookTheSame()
{
    QFETCH(const quint64, ofA);
    QFETCH(const quint64, ofC);
    QFETCH(const QStringList, expected);
    QVERIFY(answerOf(m_archive->store().keepLikeness({{bytesOf('a'), 7}, {bytesOf('x'), ofC}})));
    QVERIFY(answerOf(m_archive->store().keepLikeness({{bytesOf('a'), ofA}, {bytesOf('c'), ofC}})));
    QCOMPARE(found(pictureUrl(u"c"_s)), expected);
}

void PictureFinderTest::findsWhatWasFetched()
{
    m_archive->close();
    {
        SqlDatabase database(m_archive->path());
        const QString has = u"SELECT count(*) FROM sqlite_master WHERE name = 'kept_picture'"_s;
        if (database.run(has).toInt() == 0) {
            return; // this archive keeps nothing but what was carried
        }
        database.run(u"INSERT INTO kept_picture SELECT id, 1, 0, x'%1', 1, '', '', 0, 0, 0, 0, 0"
                     " FROM picture WHERE url = '%2'"_s.arg(
                         QString::fromLatin1(bytesOf('c').toHex()), pictureUrl(u"e"_s)));
    }
    m_archive->reopen();
    QCOMPARE(found(pictureUrl(u"c"_s)), (QStringList{u"4"_s, u"5"_s, u"6"_s}));
    QCOMPARE(found(pictureUrl(u"e"_s)), (QStringList{u"4"_s, u"5"_s, u"6"_s}));
}

QTEST_GUILESS_MAIN(PictureFinderTest)
#include "tst_picturefinder.moc"
