// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules.h"

#include <QTest>

#include <algorithm>

using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

/// Says which lines break a rule, all of them.
#define VERIFY_NONE(list)                                                                          \
    do {                                                                                           \
        const QStringList &found = list;                                                           \
        QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));                          \
    } while (false)

class TestStructure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sources = readSources(QStringLiteral(SOURCE_DIR),
                                {u"lib"_s, u"app"_s, u"tests"_s, u"resources"_s});
        for (const char *room : {"lib/async/", "lib/article/", "lib/frontmatter/", "lib/query/",
                                 "lib/store/", "lib/import/", "lib/pictures/", "lib/models/",
                                 "app/cli/", "app/quick/", "app/window/", "app/qml/"}) {
            const bool isThere =
                std::any_of(m_sources.cbegin(), m_sources.cend(), [&](const SourceFile &source) {
                    return source.path.startsWith(QLatin1String(room));
                });
            QVERIFY2(isThere, room);
        }
    }

    void everyLineKeepsTheRule_data()
    {
        QTest::addColumn<Rule>("rule");
        for (const auto &rules : {includeRules(), libraryRules(), qmlRules(), codeRules()}) {
            for (const Rule &rule : rules) {
                QTest::newRow(qPrintable(rule.name)) << rule;
            }
        }
    }

    void everyLineKeepsTheRule()
    {
        QFETCH(Rule, rule);
        QVERIFY2(rule.files.isValid() && rule.offence.isValid(),
                 qPrintable(rule.offence.errorString()));
        QCOMPARE(rule.offences({makeSource(rule.exampleFile, rule.exampleLine)}).size(), 1);
        VERIFY_NONE(rule.offences(m_sources));
    }

    void exceptionsAreStillNeeded_data() { everyLineKeepsTheRule_data(); }

    void exceptionsAreStillNeeded()
    {
        QFETCH(Rule, rule);
        const QStringList exceptions = std::exchange(rule.exceptions, {});
        const QStringList offences = rule.offences(m_sources);
        for (const QString &exception : exceptions) {
            QVERIFY2(!offences
                          .filter(QRegularExpression(u'^' + QRegularExpression::escape(exception) +
                                                     u':'))
                          .isEmpty(),
                     qPrintable(exception));
        }
    }

    void filesStayReadable_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<int>("mostLines");
        QTest::newRow("sources") << u".cpp"_s << 500;
        QTest::newRow("headers") << u".h"_s << 300;
        QTest::newRow("QML") << u".qml"_s << 250;
    }

    void filesStayReadable()
    {
        QFETCH(QString, ending);
        QFETCH(int, mostLines);
        QStringList tooLong;
        for (const SourceFile &source : std::as_const(m_sources)) {
            const bool isProduct = !source.path.startsWith(u"tests/"_s);
            if (isProduct && source.path.endsWith(ending) && source.lines.size() > mostLines) {
                tooLong << u"%1: %2 lines"_s.arg(source.path).arg(source.lines.size());
            }
        }
        VERIFY_NONE(tooLong);
    }

    void everyFileNamesItsLicence()
    {
        QStringList without;
        for (const SourceFile &source : std::as_const(m_sources)) {
            if (!source.path.endsWith(u"CMakeLists.txt") &&
                source.lines.value(0) != u"// SPDX-License-Identifier: GPL-3.0-or-later") {
                without << source.path;
            }
        }
        VERIFY_NONE(without);
    }

    void headersAreGuarded()
    {
        QStringList without;
        for (const SourceFile &source : std::as_const(m_sources)) {
            if (source.path.endsWith(u".h") && !source.lines.contains(u"#pragma once"_s)) {
                without << source.path;
            }
        }
        VERIFY_NONE(without);
    }

    void filesAreNamedAfterWhatTheyHold()
    {
        static const QRegularExpression vague(
            u"(manager|helper|utils?|misc|common)\\.(h|cpp|qml)$"_s,
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression mixedCase(u"[A-Z][^/]*\\.(h|cpp)$"_s);
        QStringList badlyNamed;
        for (const SourceFile &source : std::as_const(m_sources)) {
            if (vague.match(source.path).hasMatch() || mixedCase.match(source.path).hasMatch()) {
                badlyNamed << source.path;
            }
        }
        VERIFY_NONE(badlyNamed);
    }

    void everySourceIsNamedInItsRoom()
    {
        QStringList orphans;
        for (const SourceFile &source : std::as_const(m_sources)) {
            if (!source.path.startsWith(u"lib/") || source.path.endsWith(u"CMakeLists.txt")) {
                continue;
            }
            const QString folder = source.path.section(u'/', 0, -2);
            const QString name = source.path.section(u'/', -1);
            const bool isNamed =
                std::any_of(m_sources.cbegin(), m_sources.cend(), [&](const SourceFile &list) {
                    return list.path == folder + u"/CMakeLists.txt"_s &&
                           list.code.join(u' ').split(u' ').contains(name);
                });
            if (!isNamed) {
                orphans << source.path;
            }
        }
        VERIFY_NONE(orphans);
    }

private:
    QList<SourceFile> m_sources;
};

QTEST_GUILESS_MAIN(TestStructure)
#include "tst_structure.moc"
