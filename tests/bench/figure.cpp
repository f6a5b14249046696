// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace Microfiche::Bench
{

namespace
{

constexpr double MostGrowth = 12;

/// What was measured, without how it was summed up and what it was held against.
QString subject(const Figure &figure)
{
    static const QRegularExpression Rest(QStringLiteral(", (p[0-9]|to ).*$"));
    return QString(figure.name).remove(Rest);
}

QString number(double value)
{
    return QString::number(value, 'f', value < 10 ? 3 : 1);
}

QStringList cells(const Figure &figure)
{
    const auto ratio = figure.ratio();
    return {figure.name,
            figure.size,
            number(figure.value) + u' ' + figure.unit,
            figure.baseline ? number(*figure.baseline) + u' ' + figure.unit : QString(),
            ratio ? number(*ratio) : QString(),
            QStringLiteral("at most ") + number(figure.goal),
            figure.holds() ? QStringLiteral("holds") : QStringLiteral("MISSED")};
}

} // namespace

Figures growthFigures(const Figures &large, const Figures &small, const QString &size)
{
    Figures growth;
    for (qsizetype i = 0; i < large.size(); ++i) {
        Figure figure = large[i];
        figure.name = QStringLiteral("growth of ") + subject(figure);
        figure.size = size;
        figure.baseline = small[i].value;
        if (figure.ratio()) {
            figure.goal = MostGrowth;
        }
        if (growth.isEmpty() || growth.constLast().name != figure.name) {
            growth.append(figure);
        }
    }
    return growth;
}

QString figureTable(const Figures &figures)
{
    QList<QStringList> rows{{QStringLiteral("figure"), QStringLiteral("measured on"),
                             QStringLiteral("value"), QStringLiteral("baseline"),
                             QStringLiteral("ratio"), QStringLiteral("goal"), QString()}};
    for (const Figure &figure : figures) {
        rows.append(cells(figure));
    }
    QString table;
    for (const QStringList &row : std::as_const(rows)) {
        for (qsizetype c = 0; c < row.size(); ++c) {
            qsizetype width = 0;
            for (const QStringList &other : std::as_const(rows)) {
                width = std::max(width, other[c].size());
            }
            table += c < 2 ? row[c].leftJustified(width) : row[c].rightJustified(width);
            table += c + 1 < row.size() ? QStringLiteral("  ") : QStringLiteral("\n");
        }
    }
    return table;
}

QByteArray figureJson(const Figures &figures)
{
    QJsonArray all;
    for (const Figure &figure : figures) {
        const auto ratio = figure.ratio();
        all.append(QJsonObject{{QStringLiteral("name"), figure.name},
                               {QStringLiteral("size"), figure.size},
                               {QStringLiteral("value"), figure.value},
                               {QStringLiteral("unit"), figure.unit},
                               {QStringLiteral("baseline"),
                                figure.baseline ? QJsonValue(*figure.baseline) : QJsonValue()},
                               {QStringLiteral("ratio"), ratio ? QJsonValue(*ratio) : QJsonValue()},
                               {QStringLiteral("goal"), figure.goal},
                               {QStringLiteral("holds"), figure.holds()}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("figures"), all}}).toJson();
}

} // namespace Microfiche::Bench
