// SPDX-License-Identifier: GPL-3.0-or-later
#include "english.h"
#include "importfixture.h"
#include "models/importquestion.h"

#include <QSignalSpy>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

class TestImportQuestion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_files = std::make_unique<ImportFixture>();
        for (const char *name : {"a/1", "a/2", "a/3", "b/4"}) {
            m_files->write(name, "x");
        }
    }

    void fewAreNotAskedFor()
    {
        ImportQuestion question(3);
        QSignalSpy approved(&question, &ImportQuestion::approved);
        const QByteArrayList paths{m_files->path("a")};
        question.consider(paths, {});
        QVERIFY(!question.isAsked());
        QTRY_COMPARE(approved.size(), 1);
        QCOMPARE(approved.first().first().value<QByteArrayList>(), paths);
        QVERIFY(!question.isAsked());
        question.accept(); // nothing is left to accept
        question.consider({}, {});
        QCOMPARE(approved.size(), 1);
        QVERIFY(ImportQuestion::MostUnasked == 10'000);
    }

    void manyAreAskedFor()
    {
        ImportQuestion question(3);
        QSignalSpy approved(&question, &ImportQuestion::approved);
        const QByteArrayList paths{m_files->path("")};
        question.consider(paths, {});
        QTRY_VERIFY(question.isAsked() && question.isCounted());
        QCOMPARE(question.text(), u"Import 4 files from source?"_s);
        QCOMPARE(approved.size(), 0);
        question.accept();
        QVERIFY(!question.isAsked());
        QCOMPARE(approved.size(), 1);
        QCOMPARE(approved.first().first().value<QByteArrayList>(), paths);
    }

    void mayBeDeclined()
    {
        ImportQuestion question(3);
        QSignalSpy approved(&question, &ImportQuestion::approved);
        question.consider({m_files->path("")}, {});
        QTRY_VERIFY(question.isAsked());
        question.decline();
        QVERIFY(!question.isAsked());
        // What comes after it is another matter.
        question.consider({m_files->path("b")}, {});
        QTRY_COMPARE(approved.size(), 1);
        QCOMPARE(approved.first().first().value<QByteArrayList>(),
                 QByteArrayList{m_files->path("b")});
    }

    void whatComesMeanwhileJoinsTheQuestion()
    {
        ImportQuestion question(2);
        QSignalSpy approved(&question, &ImportQuestion::approved);
        const QByteArrayList paths{m_files->path("a"), m_files->path("b")};
        question.consider({paths.first()}, {});
        QTRY_VERIFY(question.isAsked());
        question.consider({paths.last()}, {});
        QVERIFY(question.isAsked());
        QTRY_VERIFY(question.isCounted());
        QCOMPARE(question.text(), u"Import 4 files from 2 items?"_s);
        question.accept();
        QCOMPARE(approved.size(), 1);
        QCOMPARE(approved.first().first().value<QByteArrayList>(), paths);
    }

    void whatNoImportTakesInDoesNotCount()
    {
        ImportQuestion question(3);
        QSignalSpy approved(&question, &ImportQuestion::approved);
        m_files->write("a.png", pngBytes());
        question.consider({m_files->path("")}, {m_files->folder() + u"/b"_s});
        QTRY_COMPARE(approved.size(), 1);
    }

private:
    const English m_english;
    std::unique_ptr<ImportFixture> m_files;
};

QTEST_GUILESS_MAIN(TestImportQuestion)
#include "tst_importquestion.moc"
