// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/displaytext.h"
#include "models/sourcemodel.h"
#include "support/modeldump.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

class TestSourceModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<SourceModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void showsAFileLineByLine()
    {
        QSignalSpy changed(m_model.get(), &SourceModel::changed);
        m_model->show(u"news/one.md"_s, "---\ntitle:\n  - One\n---\n", 3,
                      u"The title is a list."_s);
        QCOMPARE(dump(*m_model, {"number", "line", "marked"}),
                 (QStringList{u"1 | --- | false"_s, u"2 | title: | false"_s,
                              u"3 |   - One | true"_s, u"4 | --- | false"_s}));
        QCOMPARE(m_model->title(), u"news/one.md"_s);
        QCOMPARE(m_model->note(), u"The title is a list."_s);
        QCOMPARE(m_model->markedLine(), 3);
        QVERIFY(m_model->isOpen());
        QCOMPARE(changed.size(), 1);
    }

    void marksNothingUnlessTold()
    {
        m_model->show(u"one.md"_s, "a\nb");
        QCOMPARE(dump(*m_model, {"line", "marked"}), (QStringList{u"a | false"_s, u"b | false"_s}));
        QCOMPARE(m_model->note(), QString());
    }

    void lines_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("no bytes") << QByteArray() << QStringList();
        QTest::newRow("an empty line") << QByteArray("\n") << QStringList{QString()};
        QTest::newRow("no end of line") << QByteArray("a") << QStringList{u"a"_s};
        QTest::newRow("CR LF") << QByteArray("a\r\n\r\nb\r\n") << QStringList{u"a"_s, {}, u"b"_s};
        QTest::newRow("spaces stay")
            << QByteArray("  - a:  b\tc ") << QStringList{u"  - a:  b\tc "_s};
        QTest::newRow("a CR within") << QByteArray("a\rb") << QStringList{u"a b"_s};
        QTest::newRow("a line separator within") << QByteArray("a\xe2\x80\xa8"
                                                               "b")
                                                 << QStringList{u"a b"_s};
        QTest::newRow("controls and overrides") << QByteArray("\xef\xbb\xbf"
                                                              "a\x1b[31m\xe2\x80\xae"
                                                              "b")
                                                << QStringList{u"a[31mb"_s};
        QTest::newRow("no UTF-8") << QByteArray("a\xff"
                                                "b")
                                  << QStringList{u"a\ufffdb"_s};
        QTest::newRow("markup is text")
            << QByteArray("<img src=x>") << QStringList{u"<img src=x>"_s};
    }

    void lines()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, lines);
        m_model->show(u"one.md"_s, bytes);
        QCOMPARE(dump(*m_model, {"line"}), lines);
    }

    void cutsALineThatNobodyReads_data()
    {
        QTest::addColumn<QByteArray>("character");
        QTest::newRow("one byte") << QByteArray("x");
        QTest::newRow("three bytes") << QByteArray("\xe2\x82\xac");
        QTest::newRow("four bytes") << QByteArray("\xf0\x9f\x98\x80");
    }

    void cutsALineThatNobodyReads()
    {
        QFETCH(QByteArray, character);
        m_model->show(u"one.md"_s, "a" + character.repeated(100'000) + "\nnext");
        const QStringList lines = dump(*m_model, {"line"});
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.first().size() <= MaxDisplayLine + 1);
        QVERIFY(lines.first().size() >= MaxDisplayLine);
        QVERIFY(lines.first().endsWith(u'…'));
        QVERIFY(!lines.first().contains(QChar::ReplacementCharacter));
        QCOMPARE(lines.last(), u"next"_s);
    }

    void aLineThatJustFitsIsWhole()
    {
        m_model->show(u"one.md"_s, QByteArray(MaxDisplayLine, 'x') + "\r\n");
        QCOMPARE(dump(*m_model, {"line"}), QStringList{QString(MaxDisplayLine, u'x')});
    }

    void showsNoMoreLinesThanAListCanHold()
    {
        m_model->show(u"one.md"_s, QByteArray(1'000'000, '\n'));
        QCOMPARE(m_model->rowCount(), 20'000);
    }

    void closes()
    {
        m_model->show(u"one.md"_s, "a\nb");
        QSignalSpy changed(m_model.get(), &SourceModel::changed);
        m_model->close();
        QVERIFY(!m_model->isOpen());
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(changed.size(), 1);
    }

private:
    std::unique_ptr<SourceModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestSourceModel)
#include "tst_sourcemodel.moc"
