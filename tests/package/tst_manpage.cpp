// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/console.h"

#include <QBuffer>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTest>

#include <functional>
#include <utility>

using namespace Microfiche;

namespace
{

QString saidBy(const std::function<void(Console &)> &speak)
{
    QBuffer out;
    QBuffer err;
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    Console console(out, err, 80);
    speak(console);
    console.flush();
    return QString::fromUtf8(out.data());
}

QString helpOf(const QString &verb)
{
    return saidBy([&](Console &console) {
        const QStringList arguments{verb, QStringLiteral("--help")};
        QCOMPARE(runVerb(arguments, console), std::optional<int>(AllWell));
    });
}

QString windowHelp()
{
    return saidBy([](Console &console) {
        QCOMPARE(parseWindowArguments({QStringLiteral("--help")}, console).exitCode,
                 std::optional<int>(AllWell));
    });
}

QStringList allMatches(const QString &text, const QString &pattern)
{
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    QStringList found;
    for (auto matches = expression.globalMatch(text); matches.hasNext();) {
        found.append(matches.next().captured(1));
    }
    return found;
}

QSet<QString> optionsIn(const QString &text)
{
    const QStringList found = allMatches(text, QStringLiteral("(--[a-z][a-z-]*)"));
    return {found.cbegin(), found.cend()};
}

QStringList sorted(const QSet<QString> &names)
{
    QStringList list(names.cbegin(), names.cend());
    list.sort();
    return list;
}

} // namespace

class TestManPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QFile file(QStringLiteral(MAN_PAGE));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_page = QString::fromUtf8(file.readAll());
        m_page.replace(QLatin1String("\\-"), QLatin1String("-"));
        m_verbs = allMatches(windowHelp(), QStringLiteral("^  ([a-z]+)  +[a-z]"));
        QVERIFY(m_verbs.contains(QLatin1String("import")));
    }

    void hasEveryVerbAndNoOther()
    {
        QStringList described =
            allMatches(section(QStringLiteral("VERBS")), QStringLiteral("^\\.SS \"([a-z]+)"));
        described.sort();
        QStringList known = m_verbs;
        known.sort();
        QCOMPARE(described, known);
    }

    void everyVerbHasItsOptionsAndNoOther()
    {
        // What all of them know stands at the top.
        const QSet<QString> shared{QStringLiteral("--archive"), QStringLiteral("--help")};
        for (const QString &verb : std::as_const(m_verbs)) {
            const QString heading = QStringLiteral(".SS \"%1 ").arg(verb);
            const QString verbs = section(QStringLiteral("VERBS"));
            QVERIFY2(verbs.contains(heading), qPrintable(verb));
            const QString text =
                verbs.mid(verbs.indexOf(heading) + 3).section(QLatin1String("\n.SS "), 0, 0);
            const QString described = text.section(u'\n', 1);
            QVERIFY2(
                sorted(optionsIn(described)) == sorted(optionsIn(helpOf(verb)) - shared),
                qPrintable(verb + QLatin1String(": ") + sorted(optionsIn(described)).join(u' ')));
        }
    }

    void hasTheOptionsOfTheWindowAndNoOther()
    {
        // "VERB --help" in it is the same --help.
        QCOMPARE(sorted(optionsIn(section(QStringLiteral("OPTIONS")))),
                 sorted(optionsIn(windowHelp())));
    }

    void hasEveryExitCode()
    {
        const QStringList described =
            allMatches(section(QStringLiteral("EXIT STATUS")), QStringLiteral("^\\.B ([0-9]+)$"));
        QStringList known;
        for (const int code : {int(AllWell), int(NotAll), int(WrongUsage), int(NoArchive), 130}) {
            known.append(QString::number(code));
        }
        QCOMPARE(described, known);
    }

private:
    /// What stands under a heading.
    QString section(const QString &heading) const
    {
        return m_page.section(QStringLiteral("\n.SH %1\n").arg(heading), 1)
            .section(QLatin1String("\n.SH "), 0, 0);
    }

    QString m_page;
    QStringList m_verbs;
};

QTEST_GUILESS_MAIN(TestManPage)
#include "tst_manpage.moc"
