// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/problemmodel.h"
#include "support/modeldump.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

class TestProblemModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<ProblemModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void saysWhereAndWhy()
    {
        QCOMPARE(m_model->rowCount(), 0);
        m_model->setProblems({{"/news/2023/a.md", 3, 8, u"The title is a list."_s},
                              {"/news/2024/b.md", 5, 0, u"No address."_s},
                              {"/news/c.md", 0, 0, u"It cannot be read."_s}});
        QCOMPARE(dump(*m_model, {"place", "reason"}),
                 (QStringList{u"2023/a.md:3:8 | The title is a list."_s,
                              u"2024/b.md:5:1 | No address."_s, u"c.md | It cannot be read."_s}));
    }

    void leavesOutTheFolderThatAllShare_data()
    {
        QTest::addColumn<QByteArrayList>("paths");
        QTest::addColumn<QStringList>("places");
        QTest::newRow("one") << QByteArrayList{"/a/b/c.md"} << QStringList{u"c.md"_s};
        QTest::newRow("not half a name") << QByteArrayList{"/a/news1/x.md", "/a/news2/x.md"}
                                         << QStringList{u"news1/x.md"_s, u"news2/x.md"_s};
        QTest::newRow("the root alone")
            << QByteArrayList{"/a/x.md", "/b/x.md"} << QStringList{u"a/x.md"_s, u"b/x.md"_s};
        QTest::newRow("no folder")
            << QByteArrayList{"x.md", "/b/x.md"} << QStringList{u"x.md"_s, u"/b/x.md"_s};
        QTest::newRow("a file named like a folder")
            << QByteArrayList{"/a/b", "/a/b/c"} << QStringList{u"b"_s, u"b/c"_s};
    }

    void leavesOutTheFolderThatAllShare()
    {
        QFETCH(QByteArrayList, paths);
        QFETCH(QStringList, places);
        m_model->setProblems(problems(paths));
        QCOMPARE(dump(*m_model, {"place"}), places);
    }

    void growsAtTheEnd()
    {
        m_model->setProblems(problems({"/a/1", "/a/2"}));
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy counted(m_model.get(), &ProblemModel::countChanged);
        m_model->setProblems(problems({"/a/1", "/a/2", "/a/3", "/a/4"}));
        QCOMPARE(reset.size(), 0);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(counted.size(), 1);
        QCOMPARE(dump(*m_model, {"place"}), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
        m_model->setProblems(problems({"/a/1", "/a/2", "/a/3", "/a/4"}));
        QCOMPARE(counted.size(), 1);
        // Another folder: the places of all rows are others.
        m_model->setProblems(problems({"/a/1", "/a/2", "/a/3", "/a/4", "/b/5"}));
        QCOMPARE(reset.size(), 1);
        QCOMPARE(dump(*m_model, {"place"}).first(), u"a/1"_s);
        m_model->setProblems({});
        QCOMPARE(m_model->rowCount(), 0);
    }

    void paths_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QByteArray("/a/b.md") << u"/a/b.md"_s;
        QTest::newRow("letters") << QByteArray("/\xc3\xbc.md") << u"/ü.md"_s;
        QTest::newRow("no UTF-8") << QByteArray("/a\xff\xfe.md") << u"/a\\xff\\xfe.md"_s;
        QTest::newRow("a line end") << QByteArray("/a\nb") << u"/a b"_s;
        QTest::newRow("an override") << QByteArray("/a\xe2\x80\xaegpj.exe") << u"/agpj.exe"_s;
        QTest::newRow("nothing") << QByteArray() << QString();
    }

    void paths()
    {
        QFETCH(QByteArray, path);
        QFETCH(QString, shown);
        QCOMPARE(shownPath(path), shown);
    }

    void aReasonIsOneSafeLine()
    {
        m_model->setProblems({{"/a/1", 1, 1, u"Bad\n\u202e text"_s}});
        QCOMPARE(dump(*m_model, {"reason"}), QStringList{u"Bad text"_s});
    }

private:
    static QList<FileProblem> problems(const QByteArrayList &paths)
    {
        QList<FileProblem> list;
        for (const QByteArray &path : paths) {
            list << FileProblem{path, 0, 0, u"No article."_s};
        }
        return list;
    }

    std::unique_ptr<ProblemModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestProblemModel)
#include "tst_problemmodel.moc"
