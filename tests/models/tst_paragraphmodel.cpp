// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paragraphmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <algorithm>

using namespace Microfiche;
using namespace Qt::StringLiterals;

class TestParagraphModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsWhereLinesEnd()
    {
        QCOMPARE(paragraphsOf(u"One line\nand another.\n\n\nA second paragraph."_s),
                 (QStringList{u"One line\nand another."_s, u"A second paragraph."_s}));
        QCOMPARE(paragraphsOf(QString()), QStringList());
        QCOMPARE(paragraphsOf(u"\n \n"_s), QStringList());
    }

    void cutsALineThatIsTooLong()
    {
        const QString line = QStringList(2000, u"word"_s).join(u' ');
        const QStringList parts = paragraphsOf(line);
        QVERIFY(parts.size() > 3);
        QVERIFY(std::all_of(parts.cbegin(), parts.cend(),
                            [](const QString &part) { return part.size() <= 2000; }));
        QCOMPARE(parts.join(QString()).simplified(), line);
        const QString faces = QString(1, u'x') + QStringList(3000, u"\U0001F600"_s).join(QString());
        for (const QString &part : paragraphsOf(faces)) {
            QVERIFY(part.isValidUtf16());
        }
    }

    void growsAsOneReadsOn()
    {
        ParagraphModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QStringList paragraphs;
        for (int i = 0; i < 12; ++i) {
            paragraphs << QString::number(i);
        }
        model.setParagraphs(paragraphs);
        QVERIFY(!model.isWhole());
        QCOMPARE(model.rowCount(), 5);
        model.showMore();
        model.showMore();
        QVERIFY(model.isWhole());
        QCOMPARE(model.rowCount(), 12);
        QCOMPARE(model.index(11).data(ParagraphModel::TextRole).toString(), u"11"_s);
        model.setParagraphs({});
        QVERIFY(model.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestParagraphModel)
#include "tst_paragraphmodel.moc"
