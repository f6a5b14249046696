// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sourcetree.h"

#include <QRegularExpression>

namespace Microfiche::Test
{

/// A rule of the house that a line of code can break.
struct Rule {
    QString name;
    QRegularExpression files;   ///< whom it is for, by path
    QRegularExpression offence; ///< what must not stand in "path: code", read on after a last "("
    QStringList exceptions;     ///< paths that may, each for a reason that the rule's list gives
    QString exampleFile;        ///< a line that breaks it: so that a rule which holds nothing shows
    QString exampleLine;

    /// "path:line: code" of every line that breaks it.
    QStringList offences(const QList<SourceFile> &sources) const;
};

/// Which room may include which, DESIGN.md's arrows.
QList<Rule> includeRules();
/// Which libraries stay in which room.
QList<Rule> libraryRules();
/// What QML must not do: text is never markup, pictures come from providers, colours from Theme.
QList<Rule> qmlRules();
/// What no code does.
QList<Rule> codeRules();

} // namespace Microfiche::Test
