// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/scalars.h"

#include <QDate>

#include <charconv>

namespace Microfiche
{

namespace
{

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Reads a timestamp from its front; what does not fit makes it fail for good.
class TimestampScanner
{
public:
    explicit TimestampScanner(std::string_view text)
        : m_rest(text)
    {
    }

    bool atEnd() const { return m_rest.empty(); }
    bool startsWithDigit() const { return !atEnd() && isDigit(m_rest.front()); }

    bool skip(char c)
    {
        if (atEnd() || m_rest.front() != c) {
            return false;
        }
        m_rest.remove_prefix(1);
        return true;
    }

    void skipDigits()
    {
        while (startsWithDigit()) {
            m_rest.remove_prefix(1);
        }
    }

    std::optional<int> digits(size_t count)
    {
        if (m_rest.size() < count) {
            return {};
        }
        int value = 0;
        for (const char c : m_rest.substr(0, count)) {
            if (!isDigit(c)) {
                return {};
            }
            value = value * 10 + (c - '0');
        }
        m_rest.remove_prefix(count);
        return value;
    }

private:
    std::string_view m_rest;
};

constexpr qint64 SecondsPerDay = 86'400;
constexpr qint64 JulianDayOf1970 = 2'440'588;
constexpr qint64 FirstSecond = -719'162 * SecondsPerDay;     // 0001-01-01
constexpr qint64 LastSecond = 2'932'897 * SecondsPerDay - 1; // 9999-12-31T23:59:59

std::optional<qint64> date(TimestampScanner &in)
{
    const auto year = in.digits(4);
    if (!year || !in.skip('-')) {
        return {};
    }
    const auto month = in.digits(2);
    if (!month || !in.skip('-')) {
        return {};
    }
    const auto day = in.digits(2);
    if (!day || *year == 0 || !QDate::isValid(*year, *month, *day)) {
        return {};
    }
    return (QDate(*year, *month, *day).toJulianDay() - JulianDayOf1970) * SecondsPerDay;
}

std::optional<qint64> time(TimestampScanner &in)
{
    const auto hour = in.digits(2);
    if (!hour || !in.skip(':')) {
        return {};
    }
    const auto minute = in.digits(2);
    int second = 0;
    if (in.skip(':')) {
        const auto seconds = in.digits(2);
        if (!seconds) {
            return {};
        }
        second = *seconds;
        if (in.skip('.') || in.skip(',')) {
            if (!in.startsWithDigit()) {
                return {};
            }
            in.skipDigits();
        }
    }
    if (!minute || *hour > 23 || *minute > 59 || second > 59) {
        return {};
    }
    return (*hour * 60 + *minute) * 60 + second;
}

/// Seconds east of Greenwich.
std::optional<qint64> offset(TimestampScanner &in)
{
    in.skip(' ');
    if (in.atEnd() || in.skip('Z') || in.skip('z')) {
        return 0;
    }
    const bool isWest = in.skip('-');
    if (!isWest && !in.skip('+')) {
        return {};
    }
    const auto hours = in.digits(2);
    std::optional<int> minutes = 0;
    if (in.skip(':') || !in.atEnd()) {
        minutes = in.digits(2);
    }
    if (!hours || !minutes || *minutes > 59 || *hours * 60 + *minutes > 14 * 60) {
        return {};
    }
    const qint64 seconds = (qint64{*hours} * 60 + *minutes) * 60;
    return isWest ? -seconds : seconds;
}

} // namespace

std::optional<qint64> toWholeNumber(std::string_view text)
{
    if (text.starts_with('+') && text.size() > 1 && isDigit(text[1])) {
        text.remove_prefix(1);
    }
    qint64 value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
        return {};
    }
    return value;
}

std::optional<bool> toTruth(std::string_view text)
{
    if (text == "true" || text == "True" || text == "TRUE") {
        return true;
    }
    if (text == "false" || text == "False" || text == "FALSE") {
        return false;
    }
    return {};
}

std::optional<UtcSeconds> toTimestamp(std::string_view text)
{
    TimestampScanner in(text);
    const auto day = date(in);
    if (!day) {
        return {};
    }
    if (in.atEnd()) {
        return day;
    }
    if (!in.skip('T') && !in.skip('t') && !in.skip(' ')) {
        return {};
    }
    const auto clock = time(in);
    if (!clock) {
        return {};
    }
    const auto east = offset(in);
    if (!east || !in.atEnd()) {
        return {};
    }
    const UtcSeconds seconds = *day + *clock - *east;
    if (seconds < FirstSecond || seconds > LastSecond) {
        return {};
    }
    return seconds;
}

} // namespace Microfiche
