// SPDX-License-Identifier: GPL-3.0-or-later
#include "repairtrial.h"

#include "store/records.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMultiHash>
#include <QProcess>
#include <QSet>

#include <algorithm>
#include <set>

namespace Microfiche::Soak
{

namespace
{

constexpr int PatienceMs = 180'000;

/// How a process ended, and what it said.
struct Ending {
    std::optional<int> code; ///< none if it crashed or came to no end
    QByteArray words;
};

ContentHash hashOfFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? contentHash(file.readAll()) : ContentHash();
}

/// Flipped bits do not spare names.
bool isAlmost(const QString &name, const QString &other)
{
    constexpr int MostHits = 3;
    if (name.size() != other.size()) {
        return false;
    }
    int hits = 0;
    for (qsizetype i = 0; i < name.size() && hits <= MostHits; ++i) {
        hits += name.at(i) == other.at(i) ? 0 : 1;
    }
    return hits <= MostHits;
}

class Trial
{
public:
    Trial(const QString &path, const Expected &expected, const DamageKind &kind)
        : m_path(path)
        , m_expected(expected)
        , m_kind(kind)
    {
    }

    TrialResult run()
    {
        find();
        if (repair()) {
            checkAfter();
            judge();
        }
        return m_result;
    }

private:
    Ending runProcess(const QString &program, const QStringList &arguments);
    Ending runVerb(const QString &verb);
    Ending runRole(const QString &role);
    void wrong(const QString &what) { m_result.wrongs.append(what); }
    void find();
    bool repair();
    bool moveAway(const QString &message);
    void checkKept(const QString &kept, const ContentHash &before);
    void checkAfter();
    void judge();
    bool isNamed(const Witnessed &file);

    const QString &m_path;
    const Expected &m_expected;
    const DamageKind &m_kind;
    TrialResult m_result;
    std::set<QString> m_lost; ///< as the repair named them
    bool m_isAllKnown = true;
    std::set<QString> m_meant; ///< of these, what was found to be lost
    qint64 m_nameless = 0;     ///< and those that it knows no name of
};

Ending Trial::runProcess(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, arguments);
    const bool isOver = process.waitForFinished(PatienceMs);
    if (!isOver) {
        process.kill();
        process.waitForFinished();
    }
    if (!isOver || process.exitStatus() != QProcess::NormalExit) {
        m_result.isCrash = true;
        wrong((isOver ? QStringLiteral("%1 crashed") : QStringLiteral("%1 came to no end"))
                  .arg(arguments.constFirst()));
        return {std::nullopt, process.readAllStandardOutput()};
    }
    return {process.exitCode(), process.readAllStandardOutput()};
}

Ending Trial::runVerb(const QString &verb)
{
    return runProcess(QCoreApplication::applicationDirPath() + QStringLiteral("/microfiche"),
                      {verb, QStringLiteral("--json"), QStringLiteral("--archive"), m_path});
}

Ending Trial::runRole(const QString &role)
{
    return runProcess(QCoreApplication::applicationFilePath(), {role, m_path});
}

void Trial::find()
{
    if (runRole(QStringLiteral("--begin")).code.value_or(1) != 0) {
        m_result.found = TrialResult::Found::AtStart;
    } else if (runVerb(QStringLiteral("check")).code.value_or(1) != 0) {
        m_result.found = TrialResult::Found::ByCheck;
    }
}

// A log or a journal that is not the archive's own is not touched: the person is told to move it
// away.
bool Trial::moveAway(const QString &message)
{
    for (const char *ending : {"-wal", "-journal"}) {
        const QString beside = m_path + QLatin1String(ending);
        if (message.contains(QFileInfo(beside).fileName()) && QFile::remove(beside)) {
            return true;
        }
    }
    return false;
}

bool Trial::repair()
{
    const ContentHash before = hashOfFile(m_path);
    Ending ending = runVerb(QStringLiteral("repair"));
    QJsonObject report = QJsonDocument::fromJson(ending.words).object();
    if (report.value(QLatin1String("outcome")) == QLatin1String("failed") &&
        moveAway(report.value(QLatin1String("message")).toString())) {
        m_result.isRefused = true;
        if (hashOfFile(m_path) != before) {
            wrong(QStringLiteral("the archive was changed before its foreign log was moved away"));
        }
        ending = runVerb(QStringLiteral("repair"));
        report = QJsonDocument::fromJson(ending.words).object();
    }
    const QString outcome = report.value(QLatin1String("outcome")).toString();
    if (!ending.code || outcome.isEmpty() || outcome == QLatin1String("failed")) {
        wrong(QStringLiteral("it is not repaired: ") +
              report.value(QLatin1String("message")).toString());
        m_result.silent += m_expected.sure.size();
        return false;
    }
    for (const char *list : {"lost", "lostEarlier"}) {
        for (const QJsonValue &lost : report.value(QLatin1String(list)).toArray()) {
            m_lost.insert(lost.toString());
        }
    }
    m_isAllKnown = report.value(QLatin1String("lossesKnown")).toBool(true);
    m_nameless = report.value(QLatin1String("namelessCount")).toInteger();
    if (m_result.found == TrialResult::Found::Nowhere && outcome != QLatin1String("sound")) {
        wrong(QStringLiteral("repair found what check did not"));
    }
    checkKept(report.value(QLatin1String("kept")).toString(),
              outcome == QLatin1String("salvaged") ? before : ContentHash());
    return true;
}

void Trial::checkKept(const QString &kept, const ContentHash &before)
{
    const QFileInfo archive(m_path);
    const QStringList beside = archive.dir().entryList({QStringLiteral("*.damaged-*.microfiche")},
                                                       QDir::Files | QDir::Hidden);
    if (before.isEmpty()) {
        if (!beside.isEmpty()) {
            wrong(QStringLiteral("something was kept of an archive that was not replaced"));
        }
        return;
    }
    if (beside.size() != 1 || archive.dir().filePath(beside.constFirst()) != kept) {
        wrong(QStringLiteral("the damaged archive is not kept once, where the report says"));
        return;
    }
    // A log is brought in where it is the archive's own.
    if (m_kind.base == Base::Whole && hashOfFile(kept) != before) {
        wrong(QStringLiteral("what was kept is not what was damaged"));
    }
}

void Trial::checkAfter()
{
    if (runVerb(QStringLiteral("check")).code.value_or(1) != 0) {
        wrong(QStringLiteral("it is not sound after its repair"));
    }
    const Ending again = runVerb(QStringLiteral("repair"));
    if (QJsonDocument::fromJson(again.words).object().value(QLatin1String("outcome")) !=
        QLatin1String("sound")) {
        wrong(QStringLiteral("a second repair found something to do"));
    }
}

bool Trial::isNamed(const Witnessed &file)
{
    const QString path = QFile::decodeName(file.path);
    const QString address = QString::fromUtf8(file.address);
    auto name = m_lost.find(path);
    if (name == m_lost.cend()) {
        name = m_lost.find(address);
    }
    if (name == m_lost.cend()) {
        name = std::find_if(m_lost.cbegin(), m_lost.cend(), [&](const QString &one) {
            return isAlmost(one, path) || isAlmost(one, address);
        });
    }
    if (name == m_lost.cend()) {
        return false;
    }
    m_meant.insert(*name);
    return true;
}

void Trial::judge()
{
    const auto files = witnessedIn(runRole(QStringLiteral("--witness")).words);
    if (!files) {
        wrong(QStringLiteral("it cannot be read after its repair"));
        return;
    }
    QMultiHash<QByteArray, Witnessed> there;
    for (const Witnessed &file : *files) {
        there.insert(file.address + ' ' + file.hash, file);
    }
    QSet<qint64> sure;
    for (const Witnessed &file : m_expected.sure) {
        sure.insert(file.version);
    }
    QStringList silent;
    for (const Witnessed &file : m_expected.all) {
        const auto found = there.constFind(file.address + ' ' + file.hash);
        if (found != there.cend()) {
            ++m_result.there;
            const bool isOther = !file.shown.isEmpty() && found->shown != file.shown;
            m_result.shownOtherwise += isOther ? 1 : 0;
        } else if (isNamed(file)) {
            ++m_result.named;
        } else if (sure.contains(file.version)) {
            silent.append(QFile::decodeName(file.path));
        } else {
            ++(m_isAllKnown ? m_result.withLog : m_result.warned);
        }
    }
    // The repair can tell how many, where nothing is left of their names; and a number that was hit
    // may lead it to another name.
    m_result.counted = std::min<qint64>(m_nameless + qint64(m_lost.size()) - qint64(m_meant.size()),
                                        silent.size());
    qint64 &rest = m_isAllKnown ? m_result.silent : m_result.warned;
    rest += silent.size() - m_result.counted;
    if (m_result.silent > 0) {
        wrong(QStringLiteral("%1 lost without a word, such as %2")
                  .arg(m_result.silent)
                  .arg(silent.constFirst()));
    }
}

} // namespace

TrialResult runTrial(const QString &path, const Expected &expected, const DamageKind &kind)
{
    return Trial(path, expected, kind).run();
}

} // namespace Microfiche::Soak
