// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

/// The program with a home of its own, so that it touches nothing of the user's.
class Program final
{
public:
    Program()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *folder : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}) {
            environment.insert(QLatin1String(folder), m_home.path());
        }
        m_process.setProcessEnvironment(environment);
        m_process.setProgram(QStringLiteral(PROGRAM));
    }

    QProcess &process() { return m_process; }
    QString home() const { return m_home.path(); }
    bool run(const QStringList &arguments)
    {
        m_process.setArguments(arguments);
        m_process.start();
        return m_process.waitForFinished();
    }

private:
    QTemporaryDir m_home;
    QProcess m_process;
};

class ProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileThatMayNotGrowEndsNoProgram_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("window") << QStringList{QStringLiteral("--self-test")} << 1;
        QTest::newRow("verb") << QStringList{QStringLiteral("import"), QStringLiteral("/dev/null")}
                              << 3;
    }

    void aFileThatMayNotGrowEndsNoProgram()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        Program program;
        program.process().setChildProcessModifier([] {
            constexpr rlim_t Bytes = 16UL * 1024;
            const rlimit limit{Bytes, Bytes};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        });
        QVERIFY(program.run(arguments));
        QCOMPARE(program.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.process().exitCode(), code);
        QVERIFY(!program.process().readAllStandardError().isEmpty());
    }

    // QProcess takes text, so a shell has to make the name.
    void argumentsKeepTheirBytes()
    {
        Program program;
        program.process().setProgram(QStringLiteral("/bin/sh"));
        program.process().setWorkingDirectory(program.home());
        const QString script = QStringLiteral(
            "name=$(printf 'caf\\351.md')\n"
            "printf -- '---\\ntitle: A\\nwebUrl: https://a.example/1\\n---\\n' > \"$name\"\n"
            "\"$0\" import --archive a.microfiche \"$name\" && rm \"$name\"");
        QVERIFY(program.run({QStringLiteral("-c"), script, QStringLiteral(PROGRAM)}));
        QCOMPARE(program.process().readAllStandardError(), QByteArray());
        QCOMPARE(program.process().exitCode(), 0);
    }

    void aSecondStartIsToldWhatTheWindowRefuses()
    {
        Program first;
        QFile archive(first.home() + QStringLiteral("/other.microfiche"));
        QVERIFY(archive.open(QIODevice::WriteOnly) && archive.write("no archive") > 0);
        archive.close();
        QProcessEnvironment environment = first.process().processEnvironment();
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), first.home());
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("QT_QUICK_BACKEND"), QStringLiteral("software"));
        first.process().setProcessEnvironment(environment);
        first.process().setArguments({QStringLiteral("--archive"), archive.fileName()});
        first.process().start();
        QTRY_VERIFY_WITH_TIMEOUT(
            !QDir(first.home())
                 .entryList({QStringLiteral("microfiche-*")}, QDir::System | QDir::Files)
                 .isEmpty(),
            20'000);
        Program second;
        second.process().setProcessEnvironment(environment);
        QVERIFY(second.run({QStringLiteral("--archive"), archive.fileName(), first.home()}));
        QCOMPARE(second.process().exitCode(), 3);
        QVERIFY(second.process().readAllStandardError().contains("not a Microfiche archive"));
        first.process().kill();
        QVERIFY(first.process().waitForFinished());
    }

    void theScriptSaysInOneLineThatThereIsNoDisplay()
    {
        Program program;
        QProcessEnvironment environment = program.process().processEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
            environment.remove(QLatin1String(name));
        }
        program.process().setProcessEnvironment(environment);
        program.process().setProgram(QStringLiteral(SOURCE_DIR "/dev"));
        QVERIFY(program.run({QStringLiteral("run")}));
        QCOMPARE(program.process().exitCode(), 1);
        QCOMPARE(program.process().readAllStandardOutput(), QByteArray());
        const QByteArray said = program.process().readAllStandardError();
        QVERIFY(said.contains("no display") && said.count('\n') == 1);
    }
};

QTEST_GUILESS_MAIN(ProgramTest)
#include "tst_program.moc"
