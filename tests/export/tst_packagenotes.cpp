// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/packagenotes.h"

#include <QTest>

using namespace Microfiche;
using namespace Qt::StringLiterals;

class TestPackageNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notesAreReadAsTheyWereWritten()
    {
        const PictureNote picture{u"https://h.example/a\"b.jpg"_s, "microfiche/pictures/a.jpg"};
        const MarkNote mark{u"https://h.example/\u00fc"_s, false, true};
        const MarkNote more{
            u"https://h.example/"_s, false, false, {u"to read"_s, u"a,b"_s}, u"1\n2"_s};
        const TagNote tag{u"a,b"_s, 4};
        const SearchNote search{u"Line\nbreak"_s, u"\"night ferry\" -boat"_s};
        QCOMPARE(pictureNote(noteLine(picture)), picture);
        QCOMPARE(markNote(noteLine(mark)), mark);
        QCOMPARE(markNote(noteLine(more)), more);
        QCOMPARE(tagNote(noteLine(tag)), tag);
        QCOMPARE(searchNote(noteLine(search)), search);
        for (const QByteArray &line :
             {noteLine(picture), noteLine(mark), noteLine(more), noteLine(tag), noteLine(search)}) {
            QCOMPARE(line.count('\n'), 1);
            QVERIFY(line.endsWith('\n'));
        }
    }

    void whatSaysNothingIsNone()
    {
        for (const QByteArray &line :
             {QByteArray(), QByteArray("7"), QByteArray("{"), QByteArray("{}"),
              QByteArray("{\"address\":\"\",\"file\":\"\"}"), QByteArray("{\"address\":[\"a\"]}"),
              QByteArray("{\"name\":\"a\",\"query\":\"\"}")}) {
            QVERIFY(!pictureNote(line));
            QVERIFY(!markNote(line));
            QVERIFY(!searchNote(line));
        }
        QVERIFY(!tagNote("{\"name\":\"\",\"color\":3}"));
        QVERIFY(!markNote("{\"address\":\"https://h.example/\",\"tags\":[\"\",7],\"note\":\"\"}"));
        QVERIFY(!markNote("{\"address\":\"https://h.example/\",\"seen\":false}"));
    }
};

QTEST_GUILESS_MAIN(TestPackageNotes)
#include "tst_packagenotes.moc"
