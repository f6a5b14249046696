// SPDX-License-Identifier: GPL-3.0-or-later
// Questions about an archive and what plain SQL over its tables answers to them.
#pragma once

#include "support/sqldatabase.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace Microfiche::Test
{

/// What a clause is about. A list or chart of it is counted without it.
enum class Part { None, Date, Quality, Heat, Topics, Providers, Types, Kinds, Other };

struct Clause {
    Part part = Part::Other;
    QString text; ///< empty: the archive has nothing to ask of
    QString sql;  ///< true of `a`, a row of article
};

struct Question {
    QList<Clause> clauses;
    QString sort = {};
    QString order = QStringLiteral("a.published_at DESC NULLS LAST, a.id");

    QString text() const;
    bool canBeAsked() const;
    /// What holds of the answer, or would without the clauses of a part.
    QString where(Part without = Part::None) const;
};

/// Questions of what the archive has. Those that it has nothing for cannot be asked.
QList<Question> questionsAbout(SqlDatabase &archive);

struct Answer {
    QStringList ids; ///< in their order
    int undated = 0;
    int unrated = 0;
    QMap<QString, QMap<QString, int>> lists; ///< of dates, quality and so on: what has a count
};
/// The same whoever gives the answer, a line a count and a line an id.
QStringList lines(const Answer &answer);

Answer sqlAnswer(SqlDatabase &archive, const Question &question);

} // namespace Microfiche::Test
