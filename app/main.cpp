// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/argument.h"
#include "cli/commandline.h"
#include "window/secondstart.h"
#include "window/selftest.h"
#include "window/session.h"
#include "window/translations.h"
#include "window/workspace.h"

#include <QGuiApplication>
#include <QIcon>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QStandardPaths>

#include <csignal>
#include <cstdio>
#include <memory>

using namespace Microfiche;

namespace
{
struct Program {
    Q_DECLARE_TR_FUNCTIONS(Program)
};

int say(const QString &words, ExitCode code)
{
    std::fprintf(stderr, "%s\n", qPrintable(words));
    return code;
}

/// Qt would end the process where it finds none.
bool hasDisplay()
{
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") ||
           !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("microfiche"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MICROFICHE_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.microfiche.Microfiche"));
}

QString preferencesFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
           QLatin1String("/microfiche.ini");
}

int showWindow(const WindowArguments &arguments)
{
    auto starts = std::make_unique<SecondStart>(arguments.archive);
    switch (starts->handOver(arguments.paths)) {
    case SecondStart::Answer::Taken: return AllWell;
    case SecondStart::Answer::Refused: return say(starts->refusal(), NoArchive);
    case SecondStart::Answer::Busy:
        return say(
            Program::tr(
                "The window that has this archive open does not answer. Nothing was opened."),
            NoArchive);
    case SecondStart::Answer::Nobody: starts->listen();
    }
    Workspace workspace(arguments.archive, preferencesFile());
    if (!workspace.start()) {
        return say(Program::tr("The window could not be made."), NoArchive);
    }
    workspace.session()->importWhenOpen({arguments.paths});
    QObject::connect(starts.get(), &SecondStart::arrived, &workspace, &Workspace::takePaths);
    // Later starts are to find the window by the archive that it shows.
    QObject::connect(&workspace, &Workspace::ownArchiveChanged, &workspace, [&] {
        starts = std::make_unique<SecondStart>(workspace.ownArchive());
        if (starts->handOver({}) == SecondStart::Answer::Nobody) {
            starts->listen();
            QObject::connect(starts.get(), &SecondStart::arrived, &workspace,
                             &Workspace::takePaths);
        }
    });
    return QGuiApplication::exec();
}
} // namespace

int main(int argc, char *argv[])
{
    // A file that reaches the limit of its size is to be told of, not to end the process.
    std::signal(SIGXFSZ, SIG_IGN);
    nameProgram();
    const QStringList arguments = argumentTexts(argc, argv);
    if (namesVerb(arguments)) {
        const QCoreApplication app(argc, argv);
        const Translations translations;
        return runVerb(arguments).value_or(WrongUsage);
    }
    WindowArguments wanted;
    {
        // Help and wrong usage need no display.
        const QCoreApplication app(argc, argv);
        const Translations translations;
        wanted = parseWindowArguments(arguments);
    }
    if (wanted.exitCode) {
        return *wanted.exitCode;
    }
    if (!wanted.selfTest && !hasDisplay()) {
        const QCoreApplication app(argc, argv);
        const Translations translations;
        return say(Program::tr("There is no display here. Start it on a desktop, or use a verb: "
                               "microfiche --help."),
                   WrongUsage);
    }
    if (wanted.selfTest) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    }
    const QGuiApplication app(argc, argv);
    const Translations translations;
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/app/microfiche.svg")));
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    return wanted.selfTest ? runSelfTest() : showWindow(wanted);
}
