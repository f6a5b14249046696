// SPDX-License-Identifier: GPL-3.0-or-later
// What any producer of events must tell: values, kinds, lines and columns.
#include "../fuzz/readercomparison.h"
#include "frontmatter/nodetree.h"
#include "frontmatter/yamlevents.h"

#include <QTest>

using namespace Microfiche;

namespace
{

std::string eventsOf(std::string_view text)
{
    Test::EventRecorder recorder;
    tellYamlEvents(text, recorder);
    return Test::textOf(recorder.events);
}

} // namespace

class TestYamlEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEvents_data();
    void tellsEvents();
    void buildsTrees();
    void stopsWhenTheSinkThrows();
};

void TestYamlEvents::tellsEvents_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("events");

    const auto row = [](const char *name, const char *text, const char *events) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(events);
    };
    row("nothing", "", "");
    row("comment", "# a\n", "");
    row("plain", "a: b\n", "0:0 map|0:0 plain a|0:3 plain b|end");
    row("quoted", "a: \"b\"\nc: 'd'\n",
        "0:0 map|0:0 plain a|0:3 quoted b|1:0 plain c|1:3 quoted d|end");
    row("nulls", "a: ~\nb: null\nc: 'null'\n",
        "0:0 map|0:0 plain a|0:3 null|1:0 plain b|1:3 null|2:0 plain c|2:3 quoted null|end");
    row("empty value", "a:\nb: c\n", "0:0 map|0:0 plain a|1:0 null|1:0 plain b|1:3 plain c|end");
    row("empty quotes", "a: ''\n", "0:0 map|0:0 plain a|0:3 quoted|end");
    row("columns are bytes", "\xc3\xa9: [\xc3\xa9, x]\n",
        "0:0 map|0:0 plain \xc3\xa9|0:4 list|0:5 plain \xc3\xa9|0:9 plain x|end|end");
    row("list of maps", "a:\n  - b: c\n    d: e\n  - f\n",
        "0:0 map|0:0 plain a|1:2 list|1:4 map|1:4 plain b|1:7 plain c|2:4 plain d|2:7 plain e|end|"
        "3:4 plain f|end|end");
    row("block", "a: |\n  b\n  c\nd: >-\n  e\n  f\n",
        "0:0 map|0:0 plain a|0:3 quoted b\nc\n|3:0 plain d|3:3 quoted e f|end");
    row("comment after a value", "a: b # c\n", "0:0 map|0:0 plain a|0:3 plain b|end");
}

void TestYamlEvents::tellsEvents()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, events);

    QCOMPARE(eventsOf({text.constData(), size_t(text.size())}), events.toStdString());
}

void TestYamlEvents::buildsTrees()
{
    NodeTree tree;
    NodeTreeBuilder builder(tree);
    tellYamlEvents("a: [b, {c: d}, []]\ne: f\n", builder);

    const NodeRef root = tree.root();
    QCOMPARE(root.kind(), NodeKind::Map);
    const NodeRef list = root.first().next();
    QCOMPARE(list.kind(), NodeKind::List);
    int entries = 0;
    for (NodeRef entry = list.first(); entry != list.last(); entry = entry.next()) {
        ++entries;
    }
    QCOMPARE(entries, 3);
    QCOMPARE(list.first().text(), std::string_view("b"));
    QCOMPARE(list.first().next().first().next().text(), std::string_view("d"));
    QCOMPARE(list.next().text(), std::string_view("e"));
    QVERIFY(list.next().next().next() == root.last());
}

void TestYamlEvents::stopsWhenTheSinkThrows()
{
    NodeTree tree;
    NodeTreeBuilder builder(tree);
    QVERIFY_THROWS_EXCEPTION(FrontMatterError,
                             tellYamlEvents("a: [[[[[[[[[[x]]]]]]]]]]\n", builder));
}

QTEST_GUILESS_MAIN(TestYamlEvents)
#include "tst_yamlevents.moc"
