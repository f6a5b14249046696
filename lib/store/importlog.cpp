// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/importlog_p.h"

#include "store/connection_p.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;

// Names of the counts in the report.
const std::pair<QLatin1StringView, qint64 ImportSummary::*> Counts[] = {
    {"filesFound"_L1, &ImportSummary::filesFound},
    {"filesImported"_L1, &ImportSummary::filesImported},
    {"filesUnchanged"_L1, &ImportSummary::filesUnchanged},
    {"filesRejected"_L1, &ImportSummary::filesRejected},
    {"filesSkipped"_L1, &ImportSummary::filesSkipped},
    {"articlesAdded"_L1, &ImportSummary::articlesAdded},
    {"articlesUpdated"_L1, &ImportSummary::articlesUpdated},
    {"duplicates"_L1, &ImportSummary::duplicates},
    {"mentionsAfter"_L1, &ImportSummary::mentionsAfter},
    {"bytes"_L1, &ImportSummary::bytes},
    {"warningsFound"_L1, &ImportSummary::warningsFound},
};

// A path is bytes; those that are no UTF-8 would not come back from JSON.
QJsonObject problemObject(const FileProblem &problem)
{
    return {{u"path"_s, QString::fromLatin1(problem.path.toPercentEncoding("/ "))},
            {u"line"_s, problem.line},
            {u"column"_s, problem.column},
            {u"reason"_s, problem.reason}};
}

QJsonArray problemArray(const QList<FileProblem> &problems)
{
    QJsonArray array;
    for (const FileProblem &problem :
         problems.first(std::min<qsizetype>(problems.size(), MaxKeptProblems))) {
        array.append(problemObject(problem));
    }
    return array;
}

QList<FileProblem> problemList(const QJsonArray &array)
{
    QList<FileProblem> problems;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        problems.append(
            {QByteArray::fromPercentEncoding(object.value("path"_L1).toString().toLatin1()),
             object.value("line"_L1).toInt(), object.value("column"_L1).toInt(),
             object.value("reason"_L1).toString()});
    }
    return problems;
}

} // namespace

std::optional<ImportSummary> lastRun(Connection &connection)
{
    auto rows = connection.run("SELECT id, started_at, summary FROM run ORDER BY id DESC LIMIT 1");
    if (!rows.next()) {
        return std::nullopt;
    }
    ImportSummary summary;
    summary.run = rows.integer(0);
    summary.startedAt = rows.integer(1);
    const QJsonObject report = QJsonDocument::fromJson(rows.text(2).toUtf8()).object();
    summary.isFinished = report.value("isFinished"_L1).toBool();
    summary.seconds = report.value("seconds"_L1).toDouble();
    summary.rejected = problemList(report.value("rejected"_L1).toArray());
    summary.warnings = problemList(report.value("warnings"_L1).toArray());
    for (const auto &[name, count] : Counts) {
        summary.*count = report.value(name).toInteger();
    }
    return summary;
}

namespace
{

// Articles are asked for pictures that came later at the end of an import. Where the last one did
// not come to that, what it found to be pictures is new once more.
void doubtPictures(Connection &connection)
{
    if (const auto last = lastRun(connection); last && !last->isFinished) {
        connection.run("UPDATE file SET rules = NULL"
                       " WHERE run = ? AND version IS NULL AND reason IS NULL",
                       last->run);
    }
}

} // namespace

qint64 beginRun(Connection &connection)
{
    Transaction transaction(connection, Connection::Access::Writing);
    doubtPictures(connection);
    qint64 run = 0;
    {
        auto rows = connection.run("INSERT INTO run (started_at) VALUES (?) RETURNING id",
                                   QDateTime::currentSecsSinceEpoch());
        rows.next();
        run = rows.integer(0);
    }
    transaction.commit();
    return run;
}

void endRun(Connection &connection, const ImportSummary &summary)
{
    QJsonObject report{{u"isFinished"_s, summary.isFinished},
                       {u"seconds"_s, summary.seconds},
                       {u"rejected"_s, problemArray(summary.rejected)},
                       {u"warnings"_s, problemArray(summary.warnings)}};
    for (const auto &[name, count] : Counts) {
        report.insert(name, summary.*count);
    }
    Transaction transaction(connection, Connection::Access::Writing);
    connection.run("UPDATE run SET summary = ? WHERE id = ?",
                   QString::fromUtf8(QJsonDocument(report).toJson(QJsonDocument::Compact)),
                   summary.run);
    transaction.commit();
}

} // namespace Microfiche
