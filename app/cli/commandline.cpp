// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "article/displaytext.h"
#include "cli/argument.h"
#include "cli/console.h"
#include "cli/verb.h"
#include "store/storeerror.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>

#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Microfiche
{

namespace
{

constexpr int UsualWidth = 120;

struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

struct Verb {
    QString name;
    int (*run)(const QStringList &, Console &);
};

const QList<Verb> &verbs()
{
    static const QList<Verb> All{
        {QStringLiteral("import"), importVerb}, {QStringLiteral("stats"), statsVerb},
        {QStringLiteral("facets"), facetsVerb}, {QStringLiteral("list"), listVerb},
        {QStringLiteral("show"), showVerb},     {QStringLiteral("export"), exportVerb},
        {QStringLiteral("check"), checkVerb},   {QStringLiteral("pictures"), picturesVerb},
        {QStringLiteral("backup"), backupVerb}, {QStringLiteral("repair"), repairVerb}};
    return All;
}

const Verb *verbNamed(const QString &name)
{
    const auto found = std::find_if(verbs().cbegin(), verbs().cend(),
                                    [&name](const Verb &verb) { return verb.name == name; });
    return found == verbs().cend() ? nullptr : &*found;
}

/// What cannot be read ends a verb: half an answer would be taken for a whole one.
int runSafely(const Verb &verb, const QStringList &arguments, Console &console)
{
    try {
        return verb.run(arguments, console);
    } catch (const StoreError &error) {
        console.say(CommandLine::tr("%1 microfiche check tells more.").arg(error.message()));
        return NoArchive;
    }
}

/// Where the verb stands: first, or behind --archive. -1 if there is none.
qsizetype verbPosition(const QStringList &arguments)
{
    qsizetype i = 0;
    while (i < arguments.size()) {
        if (arguments[i] == QLatin1String("--archive")) {
            i += 2;
        } else if (arguments[i].startsWith(QLatin1String("--archive="))) {
            i += 1;
        } else {
            break;
        }
    }
    return i < arguments.size() && verbNamed(arguments[i]) ? i : -1;
}

int terminalWidth()
{
    winsize size = {};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return size.ws_col;
    }
    const int columns = qEnvironmentVariableIntValue("COLUMNS");
    return columns > 0 ? columns : UsualWidth;
}

/// The console of the process, for as long as a function of this file needs it.
template <typename Answer, typename Work>
Answer withProcessConsole(Work work)
{
    QFile out;
    QFile err;
    static_cast<void>(out.open(stdout, QIODevice::WriteOnly));
    static_cast<void>(err.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered));
    Console console(out, err, terminalWidth(), ::isatty(STDERR_FILENO) != 0);
    return work(console);
}

QString windowHelp()
{
    return CommandLine::tr(
               "microfiche [--archive FILE] [PATH…]\n"
               "    opens the window and imports the paths\n"
               "microfiche VERB …\n"
               "    works without a window; see microfiche VERB --help\n"
               "\n"
               "  import    import files and folders\n"
               "  stats     count what the archive holds\n"
               "  list      list articles that match a query\n"
               "  facets    count what matches by day, quality, heat, topic, provider, type\n"
               "  show      show one article\n"
               "  export    write original files to a folder\n"
               "  check     check the archive and every original in it\n"
               "  repair    make a sound archive of a damaged one, or restore a backup\n"
               "  backup    copy the archive, and verify the copy\n"
               "  pictures  count, fetch, verify or clear the pictures of articles\n"
               "\n"
               "  --archive FILE  the archive, instead of %1\n"
               "  --self-test     start, import the sample archive, say what failed\n"
               "  --help          this help\n"
               "  --version       the version")
        .arg(defaultArchivePath());
}

} // namespace

bool namesVerb(const QStringList &arguments)
{
    return verbPosition(arguments) >= 0;
}

std::optional<int> runVerb(const QStringList &arguments)
{
    return withProcessConsole<std::optional<int>>(
        [&arguments](Console &console) { return runVerb(arguments, console); });
}

std::optional<int> runVerb(const QStringList &arguments, Console &console)
{
    const qsizetype position = verbPosition(arguments);
    if (position < 0) {
        return std::nullopt;
    }
    const QStringList own = arguments.first(position) + arguments.mid(position + 1);
    const int code = runSafely(*verbNamed(arguments[position]), own, console);
    console.flush();
    if (!console.isWhole()) {
        console.say(CommandLine::tr("The answer could not be written in full."));
        return std::max<int>(code, NotAll);
    }
    return code;
}

namespace
{
bool isThere(const QByteArray &path)
{
    struct stat found = {};
    return ::lstat(path.constData(), &found) == 0;
}
} // namespace

WindowArguments parseWindowArguments(const QStringList &arguments)
{
    return withProcessConsole<WindowArguments>(
        [&arguments](Console &console) { return parseWindowArguments(arguments, console); });
}

WindowArguments parseWindowArguments(const QStringList &arguments, Console &console)
{
    WindowArguments window;
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("archive"), {}, QStringLiteral("FILE")},
                       {QStringLiteral("self-test"), {}},
                       {{QStringLiteral("h"), QStringLiteral("help")}, {}},
                       {{QStringLiteral("v"), QStringLiteral("version")}, {}}});
    const bool isParsed = parser.parse(QStringList{QString()} + arguments);
    const QString archive = parser.value(QStringLiteral("archive"));
    if (!isParsed || !archive.isValidUtf16()) {
        console.say(isParsed ? VerbParser::notText(QStringLiteral("archive"), archive)
                             : parser.errorText());
        console.say(CommandLine::tr("See microfiche --help."));
        window.exitCode = WrongUsage;
    } else if (parser.isSet(QStringLiteral("help"))) {
        console.print(windowHelp());
        window.exitCode = AllWell;
    } else if (parser.isSet(QStringLiteral("version"))) {
        console.print(QStringLiteral("microfiche ") + QCoreApplication::applicationVersion());
        window.exitCode = AllWell;
    }
    window.selfTest = parser.isSet(QStringLiteral("self-test"));
    window.archive = parser.isSet(QStringLiteral("archive")) ? QFileInfo(archive).absoluteFilePath()
                                                             : defaultArchivePath();
    const QStringList paths = parser.positionalArguments();
    for (const QString &path : paths) {
        window.paths.append(absolutePathArgument(path));
        // A verb that is mistyped is a path that is not there.
        if (!window.exitCode && !isThere(window.paths.constLast())) {
            console.say(CommandLine::tr("There is no file or folder %1, and no such verb.")
                            .arg(displayLine(path)));
            console.say(CommandLine::tr("See microfiche --help."));
            window.exitCode = WrongUsage;
        }
    }
    console.flush();
    return window;
}

QString defaultArchivePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QLatin1String("/archive.microfiche");
}

QString pictureFolder(const QString &archivePath)
{
    static const QString Ending = QStringLiteral(".microfiche");
    QString folder = archivePath;
    if (folder.endsWith(Ending)) {
        folder.chop(Ending.size());
    }
    return folder + QLatin1String(".pictures");
}

} // namespace Microfiche
