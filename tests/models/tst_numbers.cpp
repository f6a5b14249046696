// SPDX-License-Identifier: GPL-3.0-or-later
#include "english.h"
#include "models/numbers.h"

#include <QLocale>
#include <QTest>

#include <ctime>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

/// The zone of the process, as long as it lives.
class TimeZone
{
public:
    explicit TimeZone(const QByteArray &name)
        : m_before(qgetenv("TZ"))
    {
        qputenv("TZ", name);
        ::tzset();
    }
    ~TimeZone()
    {
        qputenv("TZ", m_before);
        ::tzset();
    }
    Q_DISABLE_COPY_MOVE(TimeZone)

private:
    QByteArray m_before;
};

} // namespace

class TestNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void counts()
    {
        QCOMPARE(countText(0), u"0"_s);
        QCOMPARE(countText(1592), u"1,592"_s);
        QCOMPARE(countText(1'000'000), u"1,000,000"_s);
        QLocale::setDefault(QLocale(u"de_DE"_s));
        QCOMPARE(countText(1592), u"1.592"_s);
    }

    void days()
    {
        QCOMPARE(dayText({2023, 3, 24}), u"24 Mar 2023"_s);
        QCOMPARE(dayText({2023, 7, 1}), u"1 Jul 2023"_s);
        QCOMPARE(monthText({2023, 3, 24}), u"March 2023"_s);
    }

    void momentsAreOfUtcEverywhere_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone : {"UTC", "Pacific/Chatham", "America/Los_Angeles", "Asia/Kolkata"}) {
            QTest::newRow(zone) << QByteArray(zone);
        }
    }

    void momentsAreOfUtcEverywhere()
    {
        QFETCH(QByteArray, zone);
        const TimeZone there(zone);
        constexpr UtcSeconds LastSecondOf2023 = 1'704'067'199;
        QCOMPARE(momentText(LastSecondOf2023), u"31 December 2023, 23:59 UTC"_s);
        QCOMPARE(momentText(LastSecondOf2023 + 1), u"1 January 2024, 00:00 UTC"_s);
        QCOMPARE(utcDay(LastSecondOf2023), QDate(2023, 12, 31));
        QCOMPARE(utcDay(LastSecondOf2023 + 1), QDate(2024, 1, 1));
        QCOMPARE(utcDay(-1), QDate(1969, 12, 31));
        QCOMPARE(momentText(-1), u"31 December 1969, 23:59 UTC"_s);
    }

    void sizes()
    {
        QCOMPARE(bytesText(5), u"5\u00a0bytes"_s);
        QCOMPARE(bytesText(48LL * 1024 * 1024), u"48\u00a0MiB"_s);
        QCOMPARE(bytesText(1536), u"2\u00a0KiB"_s);
    }

    void durations_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("one second") << 1 << u"about 1 second"_s;
        QTest::newRow("seconds") << 59 << u"about 59 seconds"_s;
        QTest::newRow("one minute") << 60 << u"about 1 minute"_s;
        QTest::newRow("minutes") << 90 << u"about 2 minutes"_s;
        QTest::newRow("one hour") << 3600 << u"about 1 hour"_s;
        QTest::newRow("hours") << 9000 << u"about 3 hours"_s;
    }

    void durations()
    {
        QFETCH(int, seconds);
        QFETCH(QString, text);
        QCOMPARE(durationText(seconds), text);
    }

    void typedDays_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("asStart");
        QTest::addColumn<QDate>("asEnd");
        const auto row = [](const char *locale, const QString &typed, QDate asStart,
                            QDate asEnd = {}) {
            QTest::addRow("%s %s", locale, qPrintable(typed))
                << QString::fromLatin1(locale) << typed << asStart
                << (asEnd.isValid() ? asEnd : asStart);
        };
        const QDate day(2021, 6, 1);
        row("en_GB", u"2021-06-01"_s, day);
        row("en_GB", u" 2021-6-1 "_s, day);
        row("en_GB", u"1 Jun 2021"_s, day);
        row("en_GB", u"1  june  2021"_s, day);
        row("en_GB", u"01/06/2021"_s, day);
        row("en_GB", u"1/6/2021"_s, day);
        row("en_GB", u"1/6/21"_s, day);
        row("en_GB", u"1.6.2021"_s, day);
        row("en_GB", u"1 Sept 2023"_s, {2023, 9, 1});
        row("en_GB", u"1 Sep 2023"_s, {2023, 9, 1});
        row("en_US", u"6/1/2021"_s, day);
        row("en_US", u"6/1/21"_s, day);
        row("en_US", u"6/1/99"_s, {1999, 6, 1});
        row("de_DE", u"01.06.21"_s, day);
        row("de_DE", u"1. Juni 2021"_s, {});
        row("de_DE", u"1 Juni 2021"_s, day);
        row("de_DE", u"1 June 2021"_s, day);
        row("en_GB", u"2021-06"_s, day, {2021, 6, 30});
        row("en_GB", u"2021-6"_s, day, {2021, 6, 30});
        row("en_GB", u"Feb 2024"_s, {2024, 2, 1}, {2024, 2, 29});
        row("en_GB", u"February 2023"_s, {2023, 2, 1}, {2023, 2, 28});
        row("en_GB", u"2021"_s, {2021, 1, 1}, {2021, 12, 31});
        for (const QString &wrong :
             {u""_s, u"soon"_s, u"2021-02-30"_s, u"2021-13"_s, u"21"_s, u"0021"_s, u"20210"_s,
              u"-2021"_s, u"31/06/2021"_s, u"2021-06-01T10:00"_s, u"1 Jun"_s, u"0999-01-01"_s}) {
            row("en_GB", wrong, {});
        }
    }

    void typedDays()
    {
        QFETCH(QString, locale);
        QFETCH(QString, typed);
        QFETCH(QDate, asStart);
        QFETCH(QDate, asEnd);
        QLocale::setDefault(QLocale(locale));
        QCOMPARE(typedDay(typed, false).value_or(QDate()), asStart);
        QCOMPARE(typedDay(typed, true).value_or(QDate()), asEnd);
    }

    void whatIsShownCanBeTyped()
    {
        for (const char *locale : {"en_GB", "en_US", "de_DE", "fr_FR", "ja_JP"}) {
            QLocale::setDefault(QLocale(QString::fromLatin1(locale)));
            for (QDate day(2023, 1, 1); day.year() == 2023; day = day.addDays(17)) {
                QCOMPARE(typedDay(dayText(day), false), day);
                QCOMPARE(typedDay(monthText(day), false), QDate(2023, day.month(), 1));
            }
        }
    }

private:
    const English m_english;
};

QTEST_GUILESS_MAIN(TestNumbers)
#include "tst_numbers.moc"
