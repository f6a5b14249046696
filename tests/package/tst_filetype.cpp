// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/console.h"
#include "support/archivebuilder.h"
#include "support/sqldatabase.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <QStandardPaths>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;

namespace
{

constexpr QLatin1String ArchiveType("application/x-microfiche");
constexpr QLatin1String AppId("io.github.microfiche.Microfiche");

/// The values of a key of one of the desktop files, which a semicolon ends.
QStringList valuesOf(QLatin1String key, QLatin1String ending)
{
    QFile file(QLatin1String(APP_DIR "/") + AppId + ending + QLatin1String(".desktop"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    const QStringList found = lines.filter(QRegularExpression(u'^' + key + u'='));
    return found.value(0).mid(key.size() + 1).split(u';', Qt::SkipEmptyParts);
}

/// The command that a desktop makes of an Exec line for one file, without the program.
QStringList argumentsFor(QLatin1String ending, const QString &path)
{
    QStringList words = valuesOf(QLatin1String("Exec"), ending).value(0).split(u' ');
    words.removeFirst();
    for (QString &word : words) {
        word.replace(QRegularExpression(QStringLiteral("^%[fF]$")), path);
    }
    return words;
}

} // namespace

class TestFileType : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString packages = m_data.filePath(QStringLiteral("mime/packages"));
        QVERIFY(QDir().mkpath(packages));
        QVERIFY(QFile::copy(QLatin1String(APP_DIR "/") + AppId + QLatin1String(".xml"),
                            packages + QLatin1String("/microfiche.xml")));
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_data.path()));
        // An installation joins all types in one list. Of two, Qt 6.4 heeds only the last's magic.
        qputenv("XDG_DATA_DIRS", QFile::encodeName(m_data.filePath(QStringLiteral("none"))));
    }

    void anArchiveIsKnownByItsNameAndByItsContent()
    {
        ArchiveBuilder archive;
        archive.add(makeArticle(1));
        archive.commit();
        archive.close();
        const QMimeDatabase types;
        QCOMPARE(
            types.mimeTypeForFile(QStringLiteral("a.microfiche"), QMimeDatabase::MatchExtension)
                .name(),
            ArchiveType);
        QCOMPARE(types.mimeTypeForFile(archive.path(), QMimeDatabase::MatchContent).name(),
                 ArchiveType);
    }

    void aDatabaseOfAnotherProgramIsNone()
    {
        const QString path = m_data.filePath(QStringLiteral("other"));
        {
            SqlDatabase other(path);
            other.run(QStringLiteral("PRAGMA application_id = 1"));
            other.run(QStringLiteral("CREATE TABLE t(x)"));
        }
        const auto typeNow = [&path] {
            return QMimeDatabase().mimeTypeForFile(path, QMimeDatabase::MatchContent).name();
        };
        QVERIFY(typeNow() != ArchiveType);
        {
            SqlDatabase other(path);
            other.run(QStringLiteral("PRAGMA application_id = 0x4d464348"));
        }
        QCOMPARE(typeNow(), ArchiveType);
    }

    void aDesktopOpensAnArchiveAndImportsAllElse()
    {
        const QString path = m_data.filePath(QStringLiteral("chosen.microfiche"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));

        const WindowArguments opened = parse(argumentsFor(QLatin1String(".Archive"), path));
        QVERIFY(!opened.exitCode);
        QCOMPARE(opened.archive, path);
        QVERIFY(opened.paths.isEmpty());
        QCOMPARE(valuesOf(QLatin1String("MimeType"), QLatin1String(".Archive")),
                 QStringList{ArchiveType});

        const WindowArguments imported = parse(argumentsFor(QLatin1String(""), path));
        QVERIFY(!imported.exitCode);
        QCOMPARE(imported.archive, defaultArchivePath());
        QCOMPARE(imported.paths, QByteArrayList{QFile::encodeName(path)});
        QVERIFY(!valuesOf(QLatin1String("MimeType"), QLatin1String("")).contains(ArchiveType));
    }

private:
    static WindowArguments parse(const QStringList &arguments)
    {
        QBuffer out;
        QBuffer err;
        out.open(QIODevice::WriteOnly);
        err.open(QIODevice::WriteOnly);
        Console console(out, err, 80);
        return parseWindowArguments(arguments, console);
    }

    QTemporaryDir m_data;
};

QTEST_GUILESS_MAIN(TestFileType)
#include "tst_filetype.moc"
