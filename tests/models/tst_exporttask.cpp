// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of articles on their way into files.
#include "english.h"
#include "models/exporttask.h"
#include "support/archivebuilder.h"

#include <QDir>
#include <QSemaphore>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

class ExportTaskTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (int number = 1; number <= 300; ++number) {
            m_archive.add(makeArticle(number));
        }
        QCOMPARE(m_archive.commit().added, 300);
        m_ids = answerOf(m_archive.store().newest(300));
        QCOMPARE(m_ids.size(), 300);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_runner = std::make_unique<ExportRunner>();
        m_task = std::make_unique<ExportTask>(m_archive.store(), PictureStore(path(u"pictures"_s)),
                                              *m_runner);
    }

    void cleanup()
    {
        m_task.reset();
        m_runner.reset();
    }

    void tellsWhatWasWritten_data()
    {
        QTest::addColumn<int>("form");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("end");
        QTest::newRow("sheet") << int(ExportTask::File) << u"owls.csv"_s
                               << u"300 articles exported to owls.csv"_s;
        QTest::newRow("package") << int(ExportTask::File) << u"owls.tar.zst"_s
                                 << u"300 articles exported to owls.tar.zst"_s;
        QTest::newRow("originals")
            << int(ExportTask::Originals) << u"out"_s << u"300 files exported to out"_s;
        QTest::newRow("markdown") << int(ExportTask::Markdown) << u"out"_s
                                  << u"300 files exported to out"_s;
    }

    void tellsWhatWasWritten()
    {
        QFETCH(const int, form);
        QFETCH(const QString, name);
        QFETCH(const QString, end);
        QVERIFY(QDir(m_folder->path()).mkdir(u"out"_s));
        begin(ExportTask::Form(form), name);
        QVERIFY(m_task->isRunning());
        QTRY_COMPARE(m_task->endText(), end);
        QVERIFY(!m_task->isRunning());
        QVERIFY(!m_task->hasFailed());
        QCOMPARE(m_task->folder(),
                 QUrl::fromLocalFile(form == ExportTask::File ? m_folder->path() : path(name)));
        m_task->dismiss();
        QCOMPARE(m_task->endText(), QString());
    }

    void tellsHowFarItIs()
    {
        QSemaphore goOn;
        const QFuture<ExportReport> running = m_runner->run([&goOn](const ExportProgress &told) {
            told(7);
            goOn.acquire();
            return ExportReport();
        });
        QTRY_COMPARE(running.progressValue(), 7);
        goOn.release();
        QTRY_VERIFY(running.isFinished());
    }

    void whatIsCancelledIsNotThere()
    {
        begin(ExportTask::File, u"owls.html"_s);
        m_task->cancel();
        QTRY_COMPARE(m_task->endText(), u"The export was cancelled. Nothing was written."_s);
        QVERIFY(!m_task->hasFailed());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList());
    }

    void whatFailsIsSaid()
    {
        begin(ExportTask::File, u"no such folder/owls.csv"_s);
        QTRY_VERIFY(!m_task->endText().isEmpty());
        QVERIFY(m_task->hasFailed());
        QVERIFY2(m_task->endText().startsWith("The export failed: "_L1),
                 qPrintable(m_task->endText()));
    }

    void oneAtATime()
    {
        begin(ExportTask::File, u"first.csv"_s);
        begin(ExportTask::File, u"second.csv"_s);
        QTRY_VERIFY(!m_task->endText().isEmpty());
        QVERIFY(!QFile::exists(path(u"second.csv"_s)));
    }

    void anEndOfTheArchiveEndsIt()
    {
        bool isEnded = false;
        QSemaphore begun;
        m_runner->run([&](const ExportProgress &goOn) {
            begun.release();
            while (goOn(1)) {
                QThread::yieldCurrentThread();
            }
            isEnded = true;
            return ExportReport();
        });
        begun.acquire();
        m_task.reset();
        m_runner.reset();
        QVERIFY(isEnded);
    }

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void begin(ExportTask::Form form, const QString &name)
    {
        m_task->begin(m_ids, form, QUrl::fromLocalFile(path(name)), u"Owls"_s);
    }

    const English m_english;
    ArchiveBuilder m_archive;
    QList<ArticleId> m_ids;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ExportRunner> m_runner;
    std::unique_ptr<ExportTask> m_task;
};

QTEST_MAIN(ExportTaskTest)
#include "tst_exporttask.moc"
