// SPDX-License-Identifier: GPL-3.0-or-later
#include "english.h"
#include "models/tablecolumns.h"

#include <QSignalSpy>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

class TestTableColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_columns = std::make_unique<TableColumns>();
        m_columns->setRoom(1200);
    }

    void placesThemFromTheTitleOn()
    {
        QCOMPARE(placed(), u"Title 0+548, Provider 564+160, Date 740+92, Quality 848+104, "
                           "Heat 968+52, Related 1036+56, State 1108+92"_s);
    }

    void leavesRoomForPictures()
    {
        m_columns->setPictureWidth(56);
        QVERIFY2(placed().startsWith(u"Title 72+476, Provider 564+160"_s), qPrintable(placed()));
    }

    void growsWithTheFont()
    {
        m_columns->setUnit(1.5);
        QCOMPARE(m_columns->date()->width(), 138.0);
        QCOMPARE(m_columns->state()->x() + m_columns->state()->width(), 1200.0);
        m_columns->setUnit(0); // in passing
        QCOMPARE(m_columns->unit(), 1.5);
    }

    void dropsWhatDoesNotFit_data()
    {
        QTest::addColumn<qreal>("room");
        QTest::addColumn<QString>("names");
        const QString least = u"Title Provider Date Quality"_s;
        QTest::newRow("all") << 1120.0 << least + u" Heat Type Topics Related State"_s;
        QTest::newRow("no topics") << 1100.0 << least + u" Heat Type Related State"_s;
        QTest::newRow("no type") << 900.0 << least + u" Heat Related State"_s;
        QTest::newRow("no related") << 840.0 << least + u" Heat State"_s;
        QTest::newRow("no heat") << 770.0 << least + u" State"_s;
        QTest::newRow("no state") << 700.0 << least;
        QTest::newRow("the smallest grid") << 328.0 << least;
        QTest::newRow("none at all") << 0.0 << least;
    }

    void dropsWhatDoesNotFit()
    {
        QFETCH(qreal, room);
        m_columns->choose(m_columns->type(), true);
        m_columns->choose(m_columns->topics(), true);
        m_columns->setRoom(room);
        QTEST(names(), "names");
        QVERIFY(m_columns->topics()->isChosen()); // and comes back
        for (const TableColumn *column : columns()) {
            QVERIFY(room < 328 || !column->isShown() || column->x() + column->width() <= room);
        }
        m_columns->setRoom(1200);
        QVERIFY(names().contains(u"Topics"));
    }

    void isChosenByTheUser()
    {
        QSignalSpy spy(m_columns.get(), &TableColumns::rememberedChanged);
        m_columns->choose(m_columns->heat(), false);
        m_columns->choose(m_columns->heat(), false);
        m_columns->choose(m_columns->title(), false); // without it a row says nothing
        m_columns->choose(nullptr, true);
        QCOMPARE(names(), u"Title Provider Date Quality Related State"_s);
        QCOMPARE(spy.size(), 1);
    }

    void isDraggedToAWidth_data()
    {
        QTest::addColumn<qreal>("dragged");
        QTest::addColumn<qreal>("width");
        QTest::newRow("wider") << 200.4 << 200.0;
        QTest::newRow("narrower") << 100.0 << 100.0;
        QTest::newRow("too narrow") << 3.0 << 48.0;
        QTest::newRow("as wide as leaves a title") << 5000.0 << 160.0 + 348;
        QTest::newRow("no number") << qQNaN() << 160.0;
    }

    void isDraggedToAWidth()
    {
        QFETCH(qreal, dragged);
        const qreal end = m_columns->state()->x();
        m_columns->resize(m_columns->provider(), dragged);
        QTEST(m_columns->provider()->width(), "width");
        QCOMPARE(m_columns->state()->x(), end); // the title gives and takes
        QCOMPARE(names(), u"Title Provider Date Quality Heat Related State"_s);
    }

    void remembersWhatWasChosen()
    {
        QCOMPARE(m_columns->remembered(), QString());
        m_columns->choose(m_columns->heat(), false);
        m_columns->choose(m_columns->topics(), true);
        m_columns->resize(m_columns->provider(), 120);
        const QString text = m_columns->remembered();
        QCOMPARE(text, u"title provider:120 date quality topics related state"_s);
        TableColumns other;
        other.setRoom(1200);
        other.setRemembered(text);
        QCOMPARE(other.remembered(), text);
        QCOMPARE(other.provider()->width(), 120.0);
        QVERIFY(!other.heat()->isShown());
        other.reset();
        QCOMPARE(other.remembered(), QString());
        QCOMPARE(other.provider()->width(), 160.0);
        for (TableColumn *column : columns()) {
            m_columns->choose(column, false);
        }
        other.setRemembered(m_columns->remembered());
        QVERIFY(!other.date()->isShown()); // nothing but titles is a choice too
    }

    void readsWhateverWasKept_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("remembered");
        QTest::newRow("unknown ones") << u"title colour date:90 9:9"_s << u"title date:90"_s;
        QTest::newRow("no widths") << u"title date:x heat:-4 type:0"_s << u"title date heat type"_s;
        QTest::newRow("far too wide")
            << u"title date:99999 heat:1"_s << u"title date:600 heat:40"_s;
        QTest::newRow("blanks") << u"  "_s << QString();
        QTest::newRow("no sense") << u"\n;{}"_s << u"title "_s;
    }

    void readsWhateverWasKept()
    {
        QFETCH(QString, text);
        m_columns->setRemembered(text);
        QTEST(m_columns->remembered(), "remembered");
        QVERIFY(m_columns->title()->isShown());
    }

    void sortsByAClick_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QueryEditor::Sort>("first");
        QTest::addColumn<QueryEditor::Sort>("second");
        QTest::addColumn<TableColumn::Sorting>("sorting"); // after the first
        using Editor = QueryEditor;
        QTest::newRow("title") << int(TableColumn::Title) << Editor::TitleUp << Editor::TitleDown
                               << TableColumn::Ascending;
        QTest::newRow("provider") << int(TableColumn::Provider) << Editor::ProviderUp
                                  << Editor::ProviderDown << TableColumn::Ascending;
        QTest::newRow("date") << int(TableColumn::Date) << Editor::Newest << Editor::Oldest
                              << TableColumn::Descending;
        QTest::newRow("quality") << int(TableColumn::Quality) << Editor::BestFirst
                                 << Editor::WorstFirst << TableColumn::Descending;
        QTest::newRow("heat") << int(TableColumn::Heat) << Editor::HottestFirst
                              << Editor::CoolestFirst << TableColumn::Descending;
    }

    void sortsByAClick()
    {
        QFETCH(int, kind);
        QFETCH(QueryEditor::Sort, first);
        QFETCH(QueryEditor::Sort, second);
        QFETCH(TableColumn::Sorting, sorting);
        QueryEditor editor;
        editor.setSort(kind == TableColumn::Heat ? QueryEditor::Newest : QueryEditor::CoolestFirst);
        m_columns->setQuery(&editor);
        TableColumn *column = m_columns->at(static_cast<TableColumn::Kind>(kind));
        QVERIFY(column->isSortable());
        QCOMPARE(column->sorting(), TableColumn::NotSorted);
        m_columns->sortBy(column);
        QCOMPARE(editor.sort(), first);
        QCOMPARE(column->sorting(), sorting);
        m_columns->sortBy(column);
        QCOMPARE(editor.sort(), second);
        QVERIFY(column->sorting() != sorting && column->sorting() != TableColumn::NotSorted);
        m_columns->sortBy(column);
        QCOMPARE(editor.sort(), first);
    }

    void showsTheOrderOfTheQuery()
    {
        auto editor = std::make_unique<QueryEditor>();
        m_columns->setQuery(editor.get());
        QCOMPARE(m_columns->date()->sorting(), TableColumn::Descending);
        editor->setSort(QueryEditor::TitleUp);
        QCOMPARE(m_columns->date()->sorting(), TableColumn::NotSorted);
        QCOMPARE(m_columns->title()->sorting(), TableColumn::Ascending);
        m_columns->sortBy(m_columns->related()); // has no order
        QCOMPARE(editor->sort(), QueryEditor::TitleUp);
        editor.reset();
        m_columns->sortBy(m_columns->date()); // on nothing
    }

private:
    QList<TableColumn *> columns() const
    {
        QList<TableColumn *> all;
        for (int kind = TableColumn::Title; kind <= TableColumn::State; ++kind) {
            all << m_columns->at(static_cast<TableColumn::Kind>(kind));
        }
        return all;
    }
    QString placed() const
    {
        QStringList places;
        for (const TableColumn *column : columns()) {
            if (column->isShown()) {
                places << u"%1 %2+%3"_s.arg(column->name()).arg(column->x()).arg(column->width());
            }
        }
        return places.join(u", "_s);
    }
    QString names() const
    {
        QStringList shown;
        for (const TableColumn *column : columns()) {
            if (column->isShown()) {
                shown << column->name();
            }
        }
        return shown.join(u' ');
    }

    English m_english;
    std::unique_ptr<TableColumns> m_columns;
};

QTEST_GUILESS_MAIN(TestTableColumns)
#include "tst_tablecolumns.moc"
