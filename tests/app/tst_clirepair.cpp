// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a damaged archive, and what is done about it.
#include "desk.h"

#include "support/damage.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{
constexpr int Articles = 300;

QJsonObject objectOf(const Said &said)
{
    return QJsonDocument::fromJson(said.out).object();
}
} // namespace

class TestCliRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"microfiche.store=false"_s); }

    void init()
    {
        m_desk = std::make_unique<Desk>();
        for (int number = 0; number < Articles; ++number) {
            m_desk->write(QByteArray::number(number) + ".md",
                          "---\ntitle: Article " + QByteArray::number(number) +
                              "\nwebUrl: https://news.example/" + QByteArray::number(number) +
                              "\n---\nWords.\n");
        }
        m_desk->import();
        m_listed = m_desk->run(words("list --format urls")).out;
        QVERIFY(m_listed.count('\n') >= Articles);
    }

    void aSoundArchiveNeedsNone()
    {
        const Said said = m_desk->run(words("repair"));
        QCOMPARE(said.code, 0);
        QVERIFY(said.out.contains("Nothing is wrong"));
    }

    void checkLeadsToRepairAndThatHelps()
    {
        smashLeaf(m_desk->archive(), u"article_text"_s);
        const Said checked = m_desk->run(words("check"));
        QCOMPARE(checked.code, 1);
        QVERIFY(checked.err.contains("microfiche repair"));
        const Said said = m_desk->run(words("repair --json"));
        QCOMPARE(said.code, 0);
        const QJsonObject report = objectOf(said);
        QCOMPARE(report.value("outcome"_L1).toString(), u"salvaged"_s);
        QVERIFY(QFileInfo::exists(report.value("kept"_L1).toString()));
        QCOMPARE(report.value("lost"_L1).toArray(), QJsonArray());
        QCOMPARE(m_desk->run(words("check")).code, 0);
        QCOMPARE(m_desk->run(words("list --format urls")).out, m_listed);
        // The ledger is that of before: nothing is read again.
        QVERIFY(objectOf(m_desk->run({u"import"_s, u"--json"_s, m_desk->source()}))
                    .value("articlesAdded"_L1)
                    .toInt() == 0);
    }

    void whatIsLostIsNamed()
    {
        smashLeaf(m_desk->archive(), u"block"_s);
        const Said said = m_desk->run(words("repair"));
        QCOMPARE(said.code, 1);
        QVERIFY(said.out.contains("Lost: " + m_desk->source().toUtf8() + "/7.md\n"));
        // And had back from where it came from.
        m_desk->import();
        QCOMPARE(m_desk->run(words("list --format urls")).out.count('\n'), m_listed.count('\n'));
    }

    void anArchiveThatIsNoneSaysWhatHelps()
    {
        QFile file(m_desk->archive());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("Text") > 0);
        file.close();
        const Said said = m_desk->run(words("stats"));
        QCOMPARE(said.code, 3);
        QVERIFY(said.err.contains("microfiche repair"));
    }

    void aBackupIsMadeListedAndRestored()
    {
        const QJsonObject made = objectOf(m_desk->run(words("backup --json")));
        QCOMPARE(made.value("outcome"_L1).toString(), u"made"_s);
        const QString path = made.value("path"_L1).toString();
        QVERIFY(m_desk->run(words("backup --list")).out.contains(path.toUtf8()));
        QCOMPARE(m_desk->run(words("backup --if-changed")).code, 0);
        smashLeaf(m_desk->archive(), u"block"_s);
        QCOMPARE(m_desk->run(words("backup")).code, 3);
        const Said said = m_desk->run({u"repair"_s, u"--restore"_s, path});
        QCOMPARE(said.code, 0);
        QVERIFY(said.out.contains(".replaced-"));
        QCOMPARE(m_desk->run(words("check")).code, 0);
        QCOMPARE(m_desk->run(words("list --format urls")).out, m_listed);
    }

    void whatCannotBeRepairedNamesTheBackups()
    {
        const QString path =
            objectOf(m_desk->run(words("backup --json"))).value("path"_L1).toString();
        QVERIFY(QFile::remove(m_desk->archive()));
        const Said said = m_desk->run(words("repair"));
        QCOMPARE(said.code, 3);
        QVERIFY(said.err.contains(path.toUtf8()));
        QCOMPARE(m_desk->run({u"repair"_s, u"--restore"_s, path}).code, 0);
        QCOMPARE(m_desk->run(words("list --format urls")).out, m_listed);
    }

private:
    std::unique_ptr<Desk> m_desk;
    QByteArray m_listed;
};

QTEST_GUILESS_MAIN(TestCliRepair)
#include "tst_clirepair.moc"
