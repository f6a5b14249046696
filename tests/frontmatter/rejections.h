// SPDX-License-Identifier: GPL-3.0-or-later
// A table of files that are no articles: where each goes wrong, and what is said about it.
#pragma once

#include "agreement.h"
#include "frontmatter/articlereader.h"

#include <QTest>

namespace Microfiche
{

/// Front matter that lacks nothing but what `lines` bring; they begin on line 3.
inline QByteArray withAddress(const QByteArray &lines)
{
    return "---\nwebUrl: https://example.com/a\n" + lines + "\n---\n";
}

inline QByteArray withTitle(const QByteArray &lines)
{
    return withAddress("title: T\n" + lines);
}

inline void addRejectionColumns()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");     // 0: any
    QTest::addColumn<QString>("reason"); // empty: any
}

inline void rejects(const char *name, const QByteArray &bytes, int line, int column,
                    const QString &reason)
{
    QTest::newRow(name) << bytes << line << column << reason;
}

/// Both readers on a bad input and, unless that takes long, on others like it.
inline void compareReadersOn(const QByteArray &bytes)
{
    const int mutations = bytes.size() < 1'000 ? 50 : 0;
    const std::string difference = Test::disagreement(bytes, mutations);
    QVERIFY2(difference.empty(), difference.c_str());
}

inline void compareRejection()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, reason);

    const ReadResult result = readArticle(bytes);

    const auto *problem = std::get_if<ReadProblem>(&result);
    QVERIFY(problem != nullptr);
    QVERIFY(!problem->reason.isEmpty());
    if (!reason.isEmpty()) {
        QCOMPARE(problem->reason, reason);
    }
    QCOMPARE(problem->at.line, line);
    if (column > 0) {
        QCOMPARE(problem->at.column, column);
    }
    compareReadersOn(bytes);
}

} // namespace Microfiche
