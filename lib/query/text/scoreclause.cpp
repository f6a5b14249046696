// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/text/querymessages_p.h"
#include "query/text/rangeclause_p.h"

#include <algorithm>
#include <limits>

namespace Microfiche
{

namespace
{

/// Numbers as they may stand behind a key, for a message.
struct Example {
    QString fromText;
    QString from;
    QString toText;
    QString to;
};

Example exampleOf(QueryKey key)
{
    const QString name = queryKeyText(key);
    if (key == QueryKey::Cited) {
        return {name + QLatin1String(">=5"), QStringLiteral("5"), name + QLatin1String("<=5"),
                QStringLiteral("5")};
    }
    return {name + QLatin1String("80.."), QStringLiteral("80"), name + QLatin1String("..40"),
            QStringLiteral("40")};
}

bool isNumber(QStringView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

std::optional<int> score(QStringView text)
{
    bool fits = false;
    const int value = isNumber(text) ? text.toInt(&fits) : 0;
    return fits ? std::optional(value) : std::nullopt;
}

class ScoreReader
{
public:
    ScoreReader(const QString &text, QueryKey key)
        : m_text(text)
        , m_key(key)
        , m_shown(quotedPart(text))
        , m_example(exampleOf(key))
    {
    }

    std::variant<ScoreRange, QString> read() const;

private:
    std::variant<ScoreRange, QString> readRange(qsizetype dots) const;
    std::variant<ScoreRange, QString> readComparison(qsizetype signs) const;
    QString wrongNumber(QStringView text) const;
    QString belowZero() const;

    const QString &m_text;
    QueryKey m_key;
    QString m_shown;
    Example m_example;
};

std::variant<ScoreRange, QString> ScoreReader::read() const
{
    const auto isSign = [](QChar c) { return c == u'<' || c == u'>' || c == u'='; };
    if (const qsizetype dots = m_text.indexOf(QLatin1String("..")); dots >= 0) {
        return readRange(dots);
    }
    if (m_text.size() > 1 && isSign(m_text.at(0))) {
        return readComparison(isSign(m_text.at(1)) ? 2 : 1);
    }
    if (const auto value = score(m_text)) {
        return ScoreRange{value, value};
    }
    return wrongNumber(m_text);
}

std::variant<ScoreRange, QString> ScoreReader::readRange(qsizetype dots) const
{
    const QStringView low = QStringView(m_text).left(dots);
    const QStringView high = QStringView(m_text).mid(dots + 2);
    if (low.isEmpty() && high.isEmpty()) {
        return QueryMessages::tr(".. has no end. Write %1 for %2 and up.")
            .arg(m_example.fromText, m_example.from);
    }
    const ScoreRange range{score(low), score(high)};
    if (!low.isEmpty() && !range.from) {
        return wrongNumber(low);
    }
    if (!high.isEmpty() && !range.to) {
        return wrongNumber(high);
    }
    if (range.from && range.to && *range.from > *range.to) {
        return QueryMessages::tr("%1 runs backwards. Write %2%3..%4.")
            .arg(m_shown, queryKeyText(m_key), quotedPart(high), quotedPart(low));
    }
    return range;
}

std::variant<ScoreRange, QString> ScoreReader::readComparison(qsizetype signs) const
{
    const QStringView sign = QStringView(m_text).left(signs);
    const QStringView number = QStringView(m_text).mid(signs);
    const auto value = score(number);
    if (!value) {
        return wrongNumber(number);
    }
    if (sign == QLatin1String(">=")) {
        return ScoreRange{value, {}};
    }
    if (sign == QLatin1String("<=")) {
        return ScoreRange{{}, value};
    }
    if (sign == QLatin1String("=")) {
        return ScoreRange{value, value};
    }
    if (sign == QLatin1String("<")) {
        return *value > 0 ? std::variant<ScoreRange, QString>(ScoreRange{{}, *value - 1})
                          : belowZero();
    }
    if (sign == QLatin1String(">")) {
        const bool isLargest = *value == std::numeric_limits<int>::max();
        return isLargest ? std::variant<ScoreRange, QString>(wrongNumber(number))
                         : ScoreRange{*value + 1, {}};
    }
    return wrongNumber(sign);
}

/// Why `text`, a part of the whole, is no score.
QString ScoreReader::wrongNumber(QStringView text) const
{
    if (isNumber(text)) {
        return QueryMessages::tr("%1 is too large a number. Write %2 for %3 and up.")
            .arg(m_shown, m_example.fromText, m_example.from);
    }
    if (text.startsWith(u'-') && isNumber(text.mid(1))) {
        return belowZero();
    }
    const qsizetype dash = m_text.indexOf(u'-');
    const QString low = m_text.left(dash);
    const QString high = m_text.mid(dash + 1);
    if (dash > 0 && isNumber(low) && isNumber(high)) {
        return QueryMessages::tr("%1 is not a number. Write %2%3..%4 for a range.")
            .arg(m_shown, queryKeyText(m_key), quotedPart(low), quotedPart(high));
    }
    return QueryMessages::tr("%1 is not a number. Write %2 for %3 and up.")
        .arg(m_shown, m_example.fromText, m_example.from);
}

QString ScoreReader::belowZero() const
{
    return QueryMessages::tr("%1 is below 0, and nothing is. Write %2 for %3 and under.")
        .arg(m_shown, m_example.toText, m_example.to);
}

} // namespace

std::variant<ScoreRange, QString> readScores(const QString &text, QueryKey key)
{
    return ScoreReader(text, key).read();
}

QString scoresText(const ScoreRange &range)
{
    if (range.from && range.from == range.to) {
        return QString::number(*range.from);
    }
    const QString from = range.from ? QString::number(*range.from) : QString();
    const QString to = range.to ? QString::number(*range.to) : QString();
    return from + QLatin1String("..") + to;
}

QString countText(const ScoreRange &range)
{
    if (range.from && !range.to) {
        return QLatin1String(">=") + QString::number(*range.from);
    }
    if (range.to && !range.from) {
        return QLatin1String("<=") + QString::number(*range.to);
    }
    return scoresText(range);
}

} // namespace Microfiche
