// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs share, and the verbs themselves: each takes the arguments behind its name.
#pragma once

#include "cli/commandline.h"
#include "cli/console.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QList>
#include <QStringList>

namespace Microfiche
{

/// Reads the arguments of one verb and answers --help and wrong ones.
class VerbParser
{
    Q_DECLARE_TR_FUNCTIONS(VerbParser)

public:
    struct Option {
        QString name;
        QString description;
        QString valueName; ///< empty: it takes none
    };

    /// What stands among the options. In a query a dash begins what is left out, as -topic:Sea.
    enum class Operands { Plain, Query };

    /// `usage` is what stands behind the verb, as `[QUERY]`.
    VerbParser(QString verb, QString usage, QString description, QList<Option> options);

    /// Nothing if the verb is to go on; else its exit code, all being said.
    std::optional<int> parse(const QStringList &arguments, Console &console,
                             Operands operands = Operands::Plain);

    bool isSet(const QString &option) const { return m_parser.isSet(option); }
    QString value(const QString &option) const { return m_parser.value(option); }
    const QStringList &positional() const { return m_positional; }
    /// The archive that --archive names, else the default one.
    QString archive() const;
    /// Says what is wrong and where help is.
    int wrongUsage(const QString &reason, Console &console) const;

    /// What is wrong with a value that is no text. Only paths to import may be none.
    static QString notText(const QString &option, const QString &value);

private:
    QString help() const;
    bool takesNext(const QString &argument) const;
    QStringList takeQuery(const QStringList &arguments);

    QString m_verb;
    QString m_usage;
    QString m_description;
    QList<Option> m_options;
    QCommandLineParser m_parser;
    QStringList m_positional;
};

int importVerb(const QStringList &arguments, Console &console);
int statsVerb(const QStringList &arguments, Console &console);
int facetsVerb(const QStringList &arguments, Console &console);
int listVerb(const QStringList &arguments, Console &console);
int showVerb(const QStringList &arguments, Console &console);
int exportVerb(const QStringList &arguments, Console &console);
int checkVerb(const QStringList &arguments, Console &console);
int backupVerb(const QStringList &arguments, Console &console);
int repairVerb(const QStringList &arguments, Console &console);
int picturesVerb(const QStringList &arguments, Console &console);

} // namespace Microfiche
