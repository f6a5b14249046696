// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does about a damaged archive, and against one.
#include "store/backups.h"
#include "support/archivebuilder.h"
#include "support/damage.h"
#include "window/session.h"
#include "window/workspace.h"

#include <QGuiApplication>
#include <QLoggingCategory>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{
constexpr int Articles = 300;
}

class UpkeepTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(u"microfiche.store=false"_s);
        QQuickStyle::setStyle(u"Basic"_s);
    }

    void init()
    {
        m_archive = std::make_unique<ArchiveBuilder>();
        for (int number = 1; number <= Articles; ++number) {
            Article article = makeArticle(number);
            article.related = {relatedTo(makeArticle(number + 1))};
            m_archive->add(article, QByteArray::number(number) + ".md",
                           "---\ntitle: Article " + QByteArray::number(number) +
                               "\nwebUrl: https://news.example/articles/" +
                               QByteArray::number(number) + "\n---\n");
        }
        QCOMPARE(m_archive->commit().added, Articles);
        answerOf(m_archive->store().mark({m_archive->idOf(makeArticle(5))}, Mark::Starred, true));
        m_archive->close();
    }

    void cleanup() { m_workspace.reset(); }

    void aSoundArchiveIsNotSpokenOf()
    {
        open();
        QTRY_VERIFY(browser().isCounted());
        QVERIFY(answerOf(m_workspace->session()->store().glance()));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(upkeep().state(), Upkeep::Quiet);
        QVERIFY(!upkeep().isDamaged());
    }

    void damageIsRepaired()
    {
        smashLeaf(m_archive->path(), u"article_text"_s);
        open();
        QTRY_COMPARE(upkeep().state(), Upkeep::Asking);
        QVERIFY(!upkeep().problem().isEmpty());
        upkeep().repair();
        QCOMPARE(upkeep().state(), Upkeep::Working);
        QTRY_COMPARE_WITH_TIMEOUT(upkeep().state(), Upkeep::Told, 30'000);
        QVERIFY2(upkeep().report().contains("repaired"_L1), qPrintable(upkeep().report()));
        QTRY_VERIFY(browser().isCounted());
        QCOMPARE(browser().archiveArticles(), Articles);
        QTRY_COMPARE(browser().archiveStarred(), 1);
        upkeep().dismiss();
        QCOMPARE(upkeep().state(), Upkeep::Quiet);
        QVERIFY(!upkeep().isDamaged());
    }

    void whatIsLostIsNamed()
    {
        smashLeaf(m_archive->path(), u"block"_s);
        open();
        QTRY_COMPARE(upkeep().state(), Upkeep::Asking);
        upkeep().repair();
        QTRY_COMPARE_WITH_TIMEOUT(upkeep().state(), Upkeep::Told, 30'000);
        QVERIFY(upkeep().lost().contains(u"/archive/news/1.md"_s));
        QVERIFY2(upkeep().report().contains("import their folder again"_L1),
                 qPrintable(upkeep().report()));
    }

    void aLostEarlierVersionIsNotToBeImportedAgain()
    {
        m_archive->reopen();
        m_archive->add(makeArticle(1), "1.md",
                       "---\ntitle: Anew\nwebUrl: "
                       "https://news.example/articles/1\n---\n");
        m_archive->commit();
        m_archive->close();
        SqlDatabase(m_archive->path()).run(u"UPDATE version SET hash = x'00' WHERE id = 1"_s);
        smashLeaf(m_archive->path(), u"article_text"_s);
        open();
        QTRY_COMPARE(upkeep().state(), Upkeep::Asking);
        upkeep().repair();
        QTRY_COMPARE_WITH_TIMEOUT(upkeep().state(), Upkeep::Told, 30'000);
        QCOMPARE(upkeep().lost(), QStringList{u"/archive/news/1.md (an earlier version)"_s});
        QVERIFY2(!upkeep().report().contains("again"_L1), qPrintable(upkeep().report()));
    }

    void thatMoreMayBeLostIsSaid()
    {
        QVERIFY(QFile::resize(m_archive->path(), 4096));
        open();
        QTRY_COMPARE(upkeep().state(), Upkeep::Asking);
        upkeep().repair();
        QTRY_COMPARE_WITH_TIMEOUT(upkeep().state(), Upkeep::Told, 30'000);
        QVERIFY2(upkeep().report().contains("More may be lost"_L1), qPrintable(upkeep().report()));
    }

    void aBackupIsRestored()
    {
        QCOMPARE(backUp(m_archive->path(), BackupRule::Now).outcome, BackupResult::Outcome::Made);
        QFile file(m_archive->path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("Text") > 0);
        file.close();
        open();
        QTRY_COMPARE(browser().state(), ArchiveBrowser::Refused);
        QTRY_COMPARE(upkeep().state(), Upkeep::Asking);
        QCOMPARE(upkeep().backups().size(), 1);
        upkeep().restore(0);
        QTRY_COMPARE_WITH_TIMEOUT(upkeep().state(), Upkeep::Told, 30'000);
        QTRY_VERIFY(browser().isCounted());
        QCOMPARE(browser().archiveArticles(), Articles);
    }

    void whatIsPutOffCanBeAskedForAgain()
    {
        QFile file(m_archive->path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("Text") > 0);
        file.close();
        open();
        QTRY_COMPARE(upkeep().state(), Upkeep::Asking);
        upkeep().dismiss();
        QCOMPARE(upkeep().state(), Upkeep::Quiet);
        upkeep().ask();
        QCOMPARE(upkeep().state(), Upkeep::Asking);
    }

    void aProgramThatIsNotThereIsSaid()
    {
        smashLeaf(m_archive->path(), u"article_text"_s);
        open(u"/nonexistent/microfiche"_s);
        QTRY_COMPARE(upkeep().state(), Upkeep::Asking);
        upkeep().repair();
        QTRY_COMPARE(upkeep().state(), Upkeep::Told);
        QVERIFY(upkeep().report().contains("Nothing was changed"_L1));
        QTRY_VERIFY(browser().state() != ArchiveBrowser::Loading);
    }

    void anArchiveIsBackedUpAWhileAfterItsStart()
    {
        open();
        QSignalSpy ended(&upkeep(), &Upkeep::backupEnded);
        upkeep().setBackupDelay(1);
        QVERIFY(ended.wait(30'000));
        QCOMPARE(ended.constFirst().constFirst().toString(), u"made"_s);
        QCOMPARE(backupsOf(m_archive->path()).size(), 1);
        QCOMPARE(upkeep().state(), Upkeep::Quiet);
    }

    void aBackupThatMeetsDamageSaysSo()
    {
        SqlDatabase(m_archive->path())
            .run(
                u"UPDATE block SET frame = substr(frame, 1, 300) || x'0000' || substr(frame, 303)"_s);
        open();
        upkeep().setBackupDelay(1);
        QTRY_COMPARE_WITH_TIMEOUT(upkeep().state(), Upkeep::Asking, 30'000);
        QCOMPARE(backupsOf(m_archive->path()), QList<Backup>());
    }

private:
    void open(const QString &program = QStringLiteral(PROGRAM))
    {
        m_workspace = std::make_unique<Workspace>(m_archive->path());
        upkeep().setProgram(program);
        QVERIFY(m_workspace->start());
    }
    Upkeep &upkeep() { return *m_workspace->upkeep(); }
    ArchiveBrowser &browser() { return m_workspace->session()->browser(); }

    std::unique_ptr<ArchiveBuilder> m_archive;
    std::unique_ptr<Workspace> m_workspace;
};

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    QGuiApplication app(argc, argv);
    UpkeepTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_upkeep.moc"
