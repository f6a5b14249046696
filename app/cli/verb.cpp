// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verb.h"

#include "article/displaytext.h"
#include "cli/argument.h"
#include "cli/texttable.h"

#include <algorithm>
#include <utility>

namespace Microfiche
{

namespace
{

constexpr QLatin1String ArchiveOption("archive");
constexpr QLatin1String HelpOption("help");

QString written(const VerbParser::Option &option)
{
    return option.valueName.isEmpty()
               ? QStringLiteral("--%1").arg(option.name)
               : QStringLiteral("--%1 %2").arg(option.name, option.valueName);
}

} // namespace

VerbParser::VerbParser(QString verb, QString usage, QString description, QList<Option> options)
    : m_verb(std::move(verb))
    , m_usage(std::move(usage))
    , m_description(std::move(description))
    , m_options(std::move(options))
{
    m_options.append({ArchiveOption, tr("The archive, instead of %1").arg(defaultArchivePath()),
                      QStringLiteral("FILE")});
    m_options.append({HelpOption, tr("This help"), {}});
    for (const Option &option : std::as_const(m_options)) {
        QStringList names{option.name};
        if (option.name == HelpOption) {
            names.append(QStringLiteral("h"));
        }
        m_parser.addOption({names, option.description, option.valueName});
    }
}

/// Whether the value of an option is the argument behind it.
bool VerbParser::takesNext(const QString &argument) const
{
    return std::any_of(m_options.cbegin(), m_options.cend(), [&argument](const Option &option) {
        return !option.valueName.isEmpty() && argument == QLatin1String("--") + option.name;
    });
}

/// Takes the query from among the options, which it leaves: the parser would take -topic:Sea for
/// seven of them.
QStringList VerbParser::takeQuery(const QStringList &arguments)
{
    static const QString EndOfOptions = QStringLiteral("--");
    QStringList options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (argument == EndOfOptions) {
            m_positional += arguments.mid(i + 1);
            break;
        }
        if (!argument.startsWith(EndOfOptions) && argument != QLatin1String("-h")) {
            m_positional.append(argument);
            continue;
        }
        options.append(argument);
        if (takesNext(argument) && i + 1 < arguments.size()) {
            options.append(arguments[++i]);
        }
    }
    return options;
}

std::optional<int> VerbParser::parse(const QStringList &arguments, Console &console,
                                     Operands operands)
{
    const bool isQuery = operands == Operands::Query;
    if (!m_parser.parse(QStringList{m_verb} + (isQuery ? takeQuery(arguments) : arguments))) {
        return wrongUsage(m_parser.errorText(), console);
    }
    if (!isQuery) {
        m_positional = m_parser.positionalArguments();
    }
    if (m_parser.isSet(HelpOption)) {
        console.print(help());
        return AllWell;
    }
    if (m_parser.isSet(ArchiveOption) && m_parser.value(ArchiveOption).isEmpty()) {
        return wrongUsage(tr("--archive needs the name of a file."), console);
    }
    for (const Option &option : std::as_const(m_options)) {
        const bool hasValue = !option.valueName.isEmpty();
        const QString value = hasValue ? m_parser.value(option.name) : QString();
        if (!value.isValidUtf16()) {
            return wrongUsage(notText(option.name, value), console);
        }
    }
    return std::nullopt;
}

QString VerbParser::notText(const QString &option, const QString &value)
{
    return tr("--%1 %2 is no UTF-8.").arg(option, shownPath(argumentBytes(value)));
}

QString VerbParser::archive() const
{
    return m_parser.isSet(ArchiveOption) ? m_parser.value(ArchiveOption) : defaultArchivePath();
}

int VerbParser::wrongUsage(const QString &reason, Console &console) const
{
    console.say(reason.endsWith(u'.') ? reason : reason + u'.');
    console.say(tr("See microfiche %1 --help.").arg(m_verb));
    return WrongUsage;
}

QString VerbParser::help() const
{
    int width = 0;
    for (const Option &option : m_options) {
        width = std::max(width, cellCount(written(option)));
    }
    QString text = QStringLiteral("microfiche %1").arg(m_verb);
    for (const Option &option : m_options) {
        if (option.name != HelpOption) {
            text += QStringLiteral(" [%1]").arg(written(option));
        }
    }
    if (!m_usage.isEmpty()) {
        text += u' ' + m_usage;
    }
    text += QStringLiteral("\n\n") + m_description + u'\n';
    for (const Option &option : m_options) {
        text +=
            QStringLiteral("\n  %1  %2").arg(padded(written(option), width), option.description);
    }
    return text;
}

} // namespace Microfiche
