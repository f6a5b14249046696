// SPDX-License-Identifier: GPL-3.0-or-later
// No verb takes what it can still read of a damaged archive for the whole of it.
#include "desk.h"

#include "support/damage.h"

#include <QDir>
#include <QLoggingCategory>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int Articles = 600;

QByteArray articleFile(int number)
{
    QByteArray bytes = "---\ntitle: Article " + QByteArray::number(number) +
                       "\nwebUrl: https://news.example/" + QByteArray::number(number) +
                       "\nrelated:\n";
    for (int next = 1; next <= 4; ++next) {
        bytes += "  - {title: Next, webUrl: \"https://news.example/" +
                 QByteArray::number((number + next) % Articles) + "\"}\n";
    }
    return bytes + "---\n";
}

} // namespace

class TestCliDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(u"microfiche.store=false"_s);
        m_desk = std::make_unique<Desk>();
        QVERIFY(QDir(m_desk->source()).removeRecursively());
        for (int number = 0; number < Articles; ++number) {
            m_desk->write(QByteArray::number(number) + ".md", articleFile(number));
        }
        QCOMPARE(m_desk->import().code, 0);
        m_sound = bytesOf(m_desk->archive());
    }

    void init()
    {
        QFile file(m_desk->archive());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_sound) == m_sound.size());
        QDir(m_desk->path(u"out"_s)).removeRecursively();
    }

    void whatCannotBeReadEndsAVerb_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QStringList>("command");
        QTest::newRow("stats") << u"article"_s << words("stats");
        QTest::newRow("stats of links") << u"link"_s << words("stats --json");
        QTest::newRow("list") << u"article"_s << words("list");
        QTest::newRow("titles") << u"article_text"_s << words("list --sort title");
        QTest::newRow("words") << u"article_fts_data"_s << words("list article");
        QTest::newRow("export") << u"article"_s
                                << QStringList{u"export"_s, u"--to"_s, m_target.path()};
    }

    void whatCannotBeReadEndsAVerb()
    {
        QFETCH(const QString, table);
        QFETCH(const QStringList, command);
        // Every search needs the first leaf of the full text.
        SqlDatabase(m_desk->archive()).run(u"DELETE FROM title_order"_s); // titles are to be read
        smashLeaf(m_desk->archive(), table,
                  table.startsWith("article_fts"_L1) ? Leaf::First : Leaf::Middle);
        const Said said = m_desk->run(command);
        QCOMPARE(said.code, 3);
        QCOMPARE(said.out, QByteArray());
        QCOMPARE(said.err, QByteArray("The archive is damaged. microfiche check tells more.\n"));
        QVERIFY(QDir(m_target.path()).isEmpty());
        QCOMPARE(m_desk->run(words("check")).code, 1);
    }

    void aListNamesWhatIsNotInIt_data()
    {
        QTest::addColumn<QString>("table");
        QTest::newRow("texts") << u"article_text"_s;
        QTest::newRow("links") << u"link"_s;
    }

    void aListNamesWhatIsNotInIt()
    {
        QFETCH(const QString, table);
        smashLeaf(m_desk->archive(), table);
        const Said said = m_desk->run(words("list --format urls"));
        QCOMPARE(said.code, 1);
        const qsizetype listed = said.out.count('\n');
        QVERIFY(listed < Articles);
        QVERIFY2(said.err.contains(QByteArray::number(Articles - listed) + " articles cannot be"),
                 said.err);
    }

    void damagedLinksCostNoExportedFile()
    {
        smashLeaf(m_desk->archive(), u"link"_s);
        const Said said = m_desk->run({u"export"_s, u"--to"_s, m_desk->path(u"out"_s)});
        QCOMPARE(said.err, QByteArray());
        QCOMPARE(said.code, 0);
        QCOMPARE(QDir(m_desk->path(u"out"_s)).entryList(QDir::Files).size(), Articles);
    }

    void anExportNamesWhatItCouldNotWrite()
    {
        smashLeaf(m_desk->archive(), u"version"_s);
        const Said said = m_desk->run({u"export"_s, u"--to"_s, m_desk->path(u"out"_s)});
        QCOMPARE(said.code, 1);
        const auto files = QDir(m_desk->path(u"out"_s)).entryList(QDir::Files);
        QVERIFY(!files.isEmpty());
        QCOMPARE(said.err.count(" is damaged: its files were not exported."),
                 Articles - files.size());
    }

    void anArticleIsShownWithoutWhatIsDamaged()
    {
        smashLeaf(m_desk->archive(), u"link"_s);
        int partly = 0;
        for (int number = 0; number < Articles; number += 20) {
            const Said said = m_desk->run({u"show"_s, u"https://news.example/%1"_s.arg(number)});
            QVERIFY(said.out.contains("Article " + QByteArray::number(number)));
            partly += said.code;
            QCOMPARE(said.err.contains("Not all of this article could be read"), said.code == 1);
        }
        QVERIFY(partly > 0);
    }

    void anImportIntoADamagedArchiveBreaksOff()
    {
        smashLeaf(m_desk->archive(), u"file"_s);
        const Said said = m_desk->import();
        QCOMPARE(said.code, 3);
        QVERIFY2(said.err.contains("The archive is damaged."), said.err);
        QVERIFY(!said.out.contains("Links to articles here"));
    }

private:
    QTemporaryDir m_target;
    std::unique_ptr<Desk> m_desk;
    QByteArray m_sound;
};

QTEST_GUILESS_MAIN(TestCliDamage)
#include "tst_clidamage.moc"
