// SPDX-License-Identifier: GPL-3.0-or-later
// Damage is told of, and costs no more than what it hit.
#include "support/archivebuilder.h"
#include "support/damage.h"

#include <QLoggingCategory>
#include <QTest>

#include <algorithm>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int Articles = 600;

enum Question { Stats, Index, TitleOrder, Search, LastImport, Ledger, Related };

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

template <typename Answer>
QString problemOf(QFuture<Answer> future)
{
    try {
        answerOf(future);
    } catch (const StoreError &error) {
        return error.message();
    }
    return {};
}

QString problemOf(Store &store, Question question)
{
    switch (question) {
    case Stats: return problemOf(store.stats());
    case Index: return problemOf(store.indexRows(0, 10'000));
    case TitleOrder: return problemOf(store.titleOrder());
    case Search: return problemOf(store.idsOf({StoreTerm::Kind::Text, u"article"_s, {}}));
    case LastImport: return problemOf(store.lastImport());
    case Ledger: return problemOf(store.ledger(ArchiveBuilder::folder(), "", "z"));
    case Related: return problemOf(store.related(Articles / 2));
    }
    return {};
}

} // namespace

class DamageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(
            u"microfiche.store=false"_s); // it says what it cannot read
        m_archive = std::make_unique<ArchiveBuilder>();
        for (int number = 1; number <= Articles; ++number) {
            Article article = makeArticle(number);
            article.topics = {u"Topic %1"_s.arg(number % 7)};
            for (int next = 1; next <= 4 && number + next <= Articles; ++next) {
                article.related.append(relatedTo(makeArticle(number + next)));
            }
            m_archive->add(article);
        }
        QCOMPARE(m_archive->commit().added, Articles);
        const auto rows = answerOf(m_archive->store().indexRows(0, 10'000)).rows;
        std::transform(rows.cbegin(), rows.cend(), std::back_inserter(m_ids),
                       [](const IndexRow &row) { return row.id; });
        m_cards = answerOf(m_archive->store().cards(m_ids));
        QCOMPARE(m_cards.size(), Articles);
        m_archive->close();
        m_sound = bytesOf(m_archive->path());
        QVERIFY(!m_sound.isEmpty());
    }

    void init()
    {
        m_archive->close();
        QFile file(m_archive->path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_sound) == m_sound.size());
        file.close();
        QCOMPARE(m_archive->reopen().opening, Store::Opening::Opened);
    }

    void anArchiveIsNeverEmptyForBeingDamaged_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<Question>("question");
        QTest::newRow("counts of articles") << u"article"_s << Stats;
        QTest::newRow("counts of links") << u"link"_s << Stats;
        QTest::newRow("rows") << u"article"_s << Index;
        QTest::newRow("topics of rows") << u"article_topic"_s << Index;
        QTest::newRow("titles") << u"article_text"_s << TitleOrder;
        QTest::newRow("words") << u"article_fts_data"_s << Search;
        QTest::newRow("reports") << u"run"_s << LastImport;
        QTest::newRow("ledger") << u"file"_s << Ledger;
        QTest::newRow("links") << u"link"_s << Related;
    }

    void anArchiveIsNeverEmptyForBeingDamaged()
    {
        QFETCH(const QString, table);
        QFETCH(const Question, question);
        QCOMPARE(problemOf(m_archive->store(), question), QString());
        damage(table);
        QCOMPARE(problemOf(m_archive->store(), question), u"The archive is damaged."_s);
    }

    void aCardSaysWhatCannotBeRead_data()
    {
        QTest::addColumn<QString>("table");
        QTest::newRow("texts") << u"article_text"_s;
        QTest::newRow("links") << u"link"_s;
        QTest::newRow("topics") << u"article_topic"_s;
    }

    void aCardSaysWhatCannotBeRead()
    {
        QFETCH(const QString, table);
        damage(table);
        const auto cards = answerOf(m_archive->store().cards(m_ids));
        QCOMPARE(cards.size(), Articles);
        int problems = 0;
        for (qsizetype i = 0; i < cards.size(); ++i) {
            QCOMPARE(cards.at(i).id, m_cards.at(i).id);
            if (cards.at(i).problem.isEmpty()) {
                QCOMPARE(cards.at(i), m_cards.at(i));
            } else {
                ++problems;
            }
        }
        QVERIFY(problems > 0);
        QVERIFY(problems < Articles);
    }

    void damagedLinksCostNoFile()
    {
        damage(u"link"_s);
        int problems = 0;
        for (const ArticleId id : std::as_const(m_ids)) {
            const auto detail = answerOf(m_archive->store().detail(id));
            QVERIFY(detail);
            QCOMPARE(detail->files.size(), 1);
            QVERIFY(!detail->card.title.isEmpty());
            problems += detail->card.problem.isEmpty() ? 0 : 1;
        }
        QVERIFY(problems > 0);
    }

    void aDamagedBodyIsNotAnEmptyOne()
    {
        Article article = makeArticle(1000);
        article.body = u"A body that is long enough to be worth compressing. "_s.repeated(20);
        m_archive->add(article);
        m_archive->commit();
        const ArticleId id = m_archive->idOf(article);
        m_archive->close();
        {
            SqlDatabase database(m_archive->path());
            database.run(
                u"UPDATE article_text SET body = substr(body, 1, 20) WHERE article = %1"_s.arg(id));
        }
        m_archive->reopen();
        QVERIFY(!answerOf(m_archive->store().detail(id))->card.problem.isEmpty());
    }

    void anOriginalThatCannotBeReadIsNone()
    {
        const auto files = answerOf(m_archive->store().detail(m_ids.constFirst()))->files;
        QVERIFY(answerOf(m_archive->store().original(files.constFirst().version)));
        damage(u"block"_s);
        QVERIFY(!answerOf(m_archive->store().original(files.constFirst().version)));
        const CheckReport report = answerOf(m_archive->store().check());
        QCOMPARE(report.originalsChecked, Articles);
        QCOMPARE(report.problems.filter(u"cannot be had back"_s).size(), Articles);
    }

    void damageIsToldOfOnce_data()
    {
        QTest::addColumn<QString>("table");
        QTest::newRow("rows") << u"article"_s;
        QTest::newRow("parts of cards") << u"link"_s;
        QTest::newRow("texts") << u"article_text"_s;
    }

    void damageIsToldOfOnce()
    {
        QFETCH(const QString, table);
        const auto sound = m_archive->store().damage();
        answerOf(m_archive->store().cards(m_ids));
        QVERIFY(!sound.isFinished());
        damage(table);
        const auto told = m_archive->store().damage();
        for (int i = 0; i < 2; ++i) {
            problemOf(m_archive->store().indexRows(0, 10'000));
            problemOf(m_archive->store().cards(m_ids));
        }
        QCOMPARE(answerOf(told), u"The archive is damaged."_s);
    }

    void anImportThatMeetsDamageTellsOfIt()
    {
        damage(u"file"_s);
        const auto told = m_archive->store().damage();
        for (int number = 1; number <= Articles; ++number) {
            m_archive->add(makeArticle(number), {}, "changed");
        }
        QVERIFY(!m_archive->commit().error.isEmpty());
        QCOMPARE(answerOf(told), u"The archive is damaged."_s);
    }

    void anImportIsNotStoppedByTheReportOfAnother()
    {
        m_archive->close();
        SqlDatabase(m_archive->path()).run(u"UPDATE run SET summary = '{\"isFinished\": tru'"_s);
        m_archive->reopen();
        const qint64 before = m_archive->run();
        m_archive->beginRun();
        QVERIFY(m_archive->run() > before);
        m_archive->add(makeArticle(Articles + 1));
        QCOMPARE(m_archive->commit().added, 1);
    }

    void aGlanceFindsWhatNobodyAskedFor_data()
    {
        QTest::addColumn<QString>("damaged");
        QTest::newRow("an index") << u"link_target"_s;
        QTest::newRow("a leaf") << u"article_text"_s;
        QTest::newRow("an original")
            << u"UPDATE block SET frame = substr(frame, 1, 900) || x'0000' || substr(frame, 903)"_s;
    }

    void aGlanceFindsWhatNobodyAskedFor()
    {
        QFETCH(const QString, damaged);
        QVERIFY(answerOf(m_archive->store().glance()));
        QVERIFY(!m_archive->store().damage().isFinished());
        m_archive->close();
        if (damaged.contains(u' ')) {
            SqlDatabase(m_archive->path()).run(damaged);
        } else {
            smashLeaf(m_archive->path(), damaged);
        }
        QCOMPARE(m_archive->reopen().opening, Store::Opening::Opened);
        const auto told = m_archive->store().damage();
        problemOf(m_archive->store().glance());
        QCOMPARE(answerOf(told), u"The archive is damaged."_s);
    }

private:
    void damage(const QString &table)
    {
        m_archive->close();
        SqlDatabase(m_archive->path()).run(u"DELETE FROM title_order"_s); // titles are to be read
        // Every search needs the first leaf of the full text.
        smashLeaf(m_archive->path(), table,
                  table.startsWith("article_fts"_L1) ? Leaf::First : Leaf::Middle);
        QCOMPARE(m_archive->reopen().opening, Store::Opening::Opened);
    }

    std::unique_ptr<ArchiveBuilder> m_archive;
    QByteArray m_sound;
    QList<ArticleId> m_ids;
    QList<ArticleCard> m_cards;
};

QTEST_GUILESS_MAIN(DamageTest)
#include "tst_damage.moc"
