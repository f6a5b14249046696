// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/scalars.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace Microfiche;
using namespace Qt::StringLiterals;

namespace
{

std::string_view view(const QByteArray &text)
{
    return {text.constData(), static_cast<size_t>(text.size())};
}

} // namespace

class TestScalars : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTimestamps_data();
    void readsTimestamps();
    void refusesTimestamps_data();
    void refusesTimestamps();
    void agreesWithQtOnEveryDay();
    void readsWholeNumbers_data();
    void readsWholeNumbers();
    void readsTruth_data();
    void readsTruth();
};

void TestScalars::readsTimestamps_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("utc");

    const auto row = [](const char *text, const QString &utc) {
        QTest::newRow(text) << QByteArray(text) << utc;
    };
    row("2023-07-11T06:15:00Z", u"2023-07-11T06:15:00Z"_s);
    row("1970-01-01T00:00:00Z", u"1970-01-01T00:00:00Z"_s);
    row("1969-12-31T23:59:59Z", u"1969-12-31T23:59:59Z"_s);
    row("2023-07-11", u"2023-07-11T00:00:00Z"_s);
    row("2023-07-11t06:15:00z", u"2023-07-11T06:15:00Z"_s);
    row("2023-07-11 06:15:00", u"2023-07-11T06:15:00Z"_s);
    row("2023-07-11T06:15", u"2023-07-11T06:15:00Z"_s);
    row("2023-07-11T06:15Z", u"2023-07-11T06:15:00Z"_s);
    row("2023-07-11T06:15:00.999Z", u"2023-07-11T06:15:00Z"_s);
    row("2023-07-11T06:15:00,5Z", u"2023-07-11T06:15:00Z"_s);
    row("2023-07-11T06:15:00.123456789012345+02:00", u"2023-07-11T04:15:00Z"_s);
    row("2023-07-11T01:15:00+02:00", u"2023-07-10T23:15:00Z"_s);
    row("2023-07-11T23:15:00-0530", u"2023-07-12T04:45:00Z"_s);
    row("2023-07-11T06:15:00+09", u"2023-07-10T21:15:00Z"_s);
    row("2023-07-11 06:15:00 -05:00", u"2023-07-11T11:15:00Z"_s);
    row("2023-07-11T06:15:00-00:00", u"2023-07-11T06:15:00Z"_s);
    row("2023-07-11T06:15:00+14:00", u"2023-07-10T16:15:00Z"_s);
    row("2024-02-29T12:00:00Z", u"2024-02-29T12:00:00Z"_s);
    row("2000-02-29", u"2000-02-29T00:00:00Z"_s);
    row("2024-03-31T02:30", u"2024-03-31T02:30:00Z"_s); // D06: whatever the local clock did then
    row("0001-01-01T00:00:00Z", u"0001-01-01T00:00:00Z"_s);
    row("9999-12-31T23:59:59Z", u"9999-12-31T23:59:59Z"_s);
    row("9999-12-31T23:59:59+14:00", u"9999-12-31T09:59:59Z"_s); // D07
}

void TestScalars::readsTimestamps()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, utc);

    const auto seconds = toTimestamp(view(text));

    QVERIFY(seconds.has_value());
    QCOMPARE(QDateTime::fromSecsSinceEpoch(*seconds, QTimeZone::utc())
                 .toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s),
             utc);
}

void TestScalars::refusesTimestamps_data()
{
    QTest::addColumn<QByteArray>("text");

    for (const char *text : {"",
                             "yesterday",
                             "2024-02-30",
                             "2023-02-29",
                             "1900-02-29",
                             "0000-00-00",
                             "0000-01-01",
                             "10000-01-01",
                             "2024-00-10",
                             "2024-13-01",
                             "2024-04-31",
                             "2024-01-32",
                             "2023-07-11T",
                             "2023-07-11T06",
                             "2023-07-11T06:",
                             "2023-07-11T24:00:00Z",
                             "2023-07-11T23:60:00Z",
                             "2023-07-11T23:59:60Z",
                             "2023-07-11T06:15:00+99:99",
                             "2023-07-11T06:15:00+14:01",
                             "2023-07-11T06:15:00+05:60",
                             "2023-07-11T06:15:00+5",
                             "2023-07-11T06:15:00+",
                             "2023-07-11T06:15:00.Z",
                             "2023-07-11T06:15:00ZZ",
                             "2023-07-11T06:15:00 UTC",
                             "1e9",
                             "1689055200",
                             "2024-1-2",
                             "2024/01/02",
                             "20240102",
                             "02-01-2024",
                             "-2024-01-02",
                             "+2024-01-02",
                             "2024-01-02 ",
                             " 2024-01-02",
                             "2024-01-02Tnoon",
                             "2024-W01-1",
                             "2024-001",
                             "9999-12-31T23:59:59-14:00",
                             "0001-01-01T00:00:00+01:00",
                             "2024-01-0x",
                             "2O24-01-01"}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void TestScalars::refusesTimestamps()
{
    QFETCH(QByteArray, text);

    QVERIFY(!toTimestamp(view(text)).has_value());
}

void TestScalars::agreesWithQtOnEveryDay()
{
    const QDate last(2101, 1, 1);
    for (QDate day(1899, 12, 31); day <= last; day = day.addDays(1)) {
        const QDateTime noon(day, QTime(12, 34, 56), QTimeZone::utc());
        const QByteArray text = noon.toString(Qt::ISODate).toLatin1();
        QCOMPARE(toTimestamp(view(text)), std::optional<UtcSeconds>(noon.toSecsSinceEpoch()));
    }
}

void TestScalars::readsWholeNumbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QVariant>("number");

    const auto row = [](const char *text, const QVariant &number) {
        QTest::newRow(text) << QByteArray(text) << number;
    };
    row("0", 0);
    row("52", 52);
    row("-1", -1);
    row("+7", 7);
    row("012", 12); // N04
    row("9223372036854775807", 9223372036854775807LL);
    for (const char *text : {"",         "-",    "+",     "+-1",  "--1",
                             "0x1F",     "0o17", "1_000", "1.0",  "1e3",
                             "1e400",    ".nan", "NaN",   ".inf", "99999999999999999999",
                             "12:30:45", "5 ",   " 5",    "five", "5%",
                             "١٢"}) {
        row(text, QVariant());
    }
}

void TestScalars::readsWholeNumbers()
{
    QFETCH(QByteArray, text);
    QFETCH(QVariant, number);

    const auto found = toWholeNumber(view(text));

    QCOMPARE(found.has_value(), number.isValid());
    QCOMPARE(found.value_or(0), number.toLongLong());
}

void TestScalars::readsTruth_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("truth"); // -1: neither

    for (const char *text : {"true", "True", "TRUE"}) {
        QTest::newRow(text) << QByteArray(text) << 1;
    }
    for (const char *text : {"false", "False", "FALSE"}) {
        QTest::newRow(text) << QByteArray(text) << 0;
    }
    for (const char *text : {"", "yes", "no", "on", "off", "1", "0", "y", "tRUE", "true "}) {
        QTest::newRow(text) << QByteArray(text) << -1;
    }
}

void TestScalars::readsTruth()
{
    QFETCH(QByteArray, text);
    QFETCH(int, truth);

    const auto found = toTruth(view(text));

    QCOMPARE(found ? int(*found) : -1, truth);
}

QTEST_GUILESS_MAIN(TestScalars)
#include "tst_scalars.moc"
