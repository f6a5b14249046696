// SPDX-License-Identifier: GPL-3.0-or-later
#include "damages.h"

#include "support/damage.h"

#include <QFile>

namespace Microfiche::Soak
{

namespace
{

using Random = QRandomGenerator;

constexpr qint64 PageSize = 4096;
constexpr qint64 HeadSize = 100;

class Bytes
{
public:
    explicit Bytes(const QString &path)
        : m_file(path)
    {
        if (!m_file.open(QIODevice::ReadWrite)) {
            qFatal("%s cannot be damaged", qUtf8Printable(path));
        }
    }

    qint64 size() const { return m_file.size(); }
    qint64 pages() const { return m_file.size() / PageSize; }
    void cut(qint64 size) { m_file.resize(size); }
    QByteArray page(qint64 number) { return read(number * PageSize, PageSize); }
    void setPage(qint64 number, const QByteArray &bytes) { write(number * PageSize, bytes); }
    QByteArray read(qint64 at, qint64 count)
    {
        m_file.seek(at);
        return m_file.read(count);
    }
    void write(qint64 at, const QByteArray &bytes)
    {
        m_file.seek(at);
        m_file.write(bytes);
    }
    void flip(qint64 at, int bit)
    {
        const char byte = read(at, 1).at(0);
        write(at, QByteArray(1, char(byte ^ (1 << bit))));
    }

private:
    QFile m_file;
};

qint64 below(Random &random, qint64 end)
{
    return qint64(random.bounded(quint64(end)));
}

/// From 0; the first one, which has the head, is hit by damage of its own.
qint64 anyPage(Bytes &bytes, Random &random)
{
    return 1 + below(random, bytes.pages() - 1);
}

QByteArray noise(Random &random, qsizetype size)
{
    QByteArray bytes(size, '\0');
    for (char &byte : bytes) {
        byte = char(random.bounded(256));
    }
    return bytes;
}

void flipFew(const QString &path, Random &random)
{
    Bytes bytes(path);
    for (int count = 1 + random.bounded(3); count > 0; --count) {
        bytes.flip(HeadSize + below(random, bytes.size() - HeadSize), random.bounded(8));
    }
}

void flipMany(const QString &path, Random &random)
{
    Bytes bytes(path);
    for (int count = 20 + random.bounded(180); count > 0; --count) {
        bytes.flip(HeadSize + below(random, bytes.size() - HeadSize), random.bounded(8));
    }
}

void zeroPage(const QString &path, Random &random)
{
    Bytes bytes(path);
    bytes.setPage(anyPage(bytes, random), QByteArray(PageSize, '\0'));
}

void zeroRun(const QString &path, Random &random)
{
    Bytes bytes(path);
    const qint64 first = anyPage(bytes, random);
    const qint64 end = std::min(bytes.pages(), first + 2 + random.bounded(30));
    for (qint64 page = first; page < end; ++page) {
        bytes.setPage(page, QByteArray(PageSize, '\0'));
    }
}

void noisePage(const QString &path, Random &random)
{
    Bytes bytes(path);
    for (int count = 1 + random.bounded(4); count > 0; --count) {
        bytes.setPage(anyPage(bytes, random), noise(random, PageSize));
    }
}

// A write that power failed in: sectors of it are there, others are of what was there before.
void tearPage(const QString &path, Random &random)
{
    constexpr qint64 Sector = 512;
    Bytes bytes(path);
    const qint64 page = anyPage(bytes, random);
    const QByteArray other = bytes.page(anyPage(bytes, random));
    const qint64 from = Sector * (1 + random.bounded(int(PageSize / Sector) - 1));
    bytes.write(page * PageSize + from, other.mid(from));
}

void swapPages(const QString &path, Random &random)
{
    Bytes bytes(path);
    const qint64 one = anyPage(bytes, random);
    const qint64 other = anyPage(bytes, random);
    const QByteArray content = bytes.page(one);
    bytes.setPage(one, bytes.page(other));
    bytes.setPage(other, content);
}

void repeatPage(const QString &path, Random &random)
{
    Bytes bytes(path);
    bytes.setPage(anyPage(bytes, random), bytes.page(anyPage(bytes, random)));
}

void cutOff(const QString &path, Random &random)
{
    Bytes bytes(path);
    bytes.cut(bytes.size() - 1 - below(random, bytes.size() / 3));
}

void cutAlmostAll(const QString &path, Random &random)
{
    Bytes bytes(path);
    bytes.cut(below(random, bytes.size() / 8));
}

void appendNoise(const QString &path, Random &random)
{
    Bytes bytes(path);
    bytes.write(bytes.size(), noise(random, 1 + random.bounded(20'000)));
}

void destroyHead(const QString &path, Random &random)
{
    Bytes bytes(path);
    bytes.write(0, random.bounded(2) ? QByteArray(HeadSize, '\0') : noise(random, HeadSize));
}

void destroyFirstPage(const QString &path, Random &random)
{
    Bytes bytes(path);
    bytes.setPage(0, random.bounded(2) ? QByteArray(PageSize, '\0') : noise(random, PageSize));
}

// Behind the words that a database begins with.
void flipInHead(const QString &path, Random &random)
{
    constexpr qint64 Magic = 16;
    Bytes(path).flip(Magic + below(random, HeadSize - Magic), random.bounded(8));
}

void flipInSchema(const QString &path, Random &random)
{
    Bytes bytes(path);
    for (int count = 1 + random.bounded(8); count > 0; --count) {
        bytes.flip(HeadSize + below(random, PageSize - HeadSize), random.bounded(8));
    }
}

QString anyTable(Random &random)
{
    static const QStringList Tables{QStringLiteral("version"),
                                    QStringLiteral("file"),
                                    QStringLiteral("folder"),
                                    QStringLiteral("block"),
                                    QStringLiteral("run"),
                                    QStringLiteral("article"),
                                    QStringLiteral("article_text"),
                                    QStringLiteral("article_topic"),
                                    QStringLiteral("provider"),
                                    QStringLiteral("picture"),
                                    QStringLiteral("link"),
                                    QStringLiteral("article_fts_data"),
                                    QStringLiteral("article_picture"),
                                    QStringLiteral("citation")};
    return Tables.at(random.bounded(int(Tables.size())));
}

void smashTable(const QString &path, Random &random)
{
    const auto leaf = random.bounded(2) ? Test::Leaf::First : Test::Leaf::Middle;
    Test::smashLeaf(path, anyTable(random), leaf);
}

/// Rows that follow one another, of a table of any kind.
QString someRows(const QString &table, Random &random)
{
    return QStringLiteral(" FROM %1 LIMIT %2 OFFSET (SELECT count(*) FROM %1) * %3 / 100")
        .arg(table)
        .arg(1 + random.bounded(20))
        .arg(random.bounded(100));
}

void deleteRows(const QString &path, Random &random)
{
    const QString table = anyTable(random);
    Test::SqlDatabase database(path);
    const QString some = someRows(table, random);
    const bool isKeyed = table == QLatin1String("article_topic") ||
                         table == QLatin1String("link") ||
                         table == QLatin1String("article_picture");
    const QString key = isKeyed ? QStringLiteral("(article, position)") : QStringLiteral("rowid");
    const QString keys = isKeyed ? QStringLiteral("article, position") : QStringLiteral("rowid");
    database.run(
        QStringLiteral("DELETE FROM %1 WHERE %2 IN (SELECT %3%4)").arg(table, key, keys, some));
    database.run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
}

void changeValues(const QString &path, Random &random)
{
    static const QStringList Changes{
        QStringLiteral("version SET hash = randomblob(32)"),
        QStringLiteral("version SET offset = offset + 1"),
        QStringLiteral("version SET length = length / 2"),
        QStringLiteral("version SET block = block + 1"),
        QStringLiteral("version SET article = article + 1"),
        QStringLiteral("version SET file = file + 1"),
        QStringLiteral("file SET version = NULL"),
        QStringLiteral("file SET version = version + 1"),
        QStringLiteral("block SET frame = zeroblob(length(frame))"),
        QStringLiteral("block SET frame = substr(frame, 1, length(frame) / 2)"),
        QStringLiteral("article SET shown_version = NULL"),
        QStringLiteral("article SET key_hash = 0"),
        QStringLiteral("article_text SET title = 'Another title'"),
        QStringLiteral("article_text SET key = key || 'x'"),
        QStringLiteral("folder SET path = path || 'x'"),
    };
    const QString change = Changes.at(random.bounded(int(Changes.size())));
    const QString table = change.section(u' ', 0, 0);
    Test::SqlDatabase database(path);
    database.run(QStringLiteral("UPDATE %1 WHERE rowid IN (SELECT rowid%2)")
                     .arg(change, someRows(table, random)));
    database.run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
}

void dropTable(const QString &path, Random &random)
{
    Test::SqlDatabase database(path);
    database.run(QStringLiteral("DROP TABLE ") + anyTable(random));
    database.run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
}

void leaveAlone(const QString & /*path*/, Random & /*random*/) {}

QString logOf(const QString &path)
{
    return path + QStringLiteral("-wal");
}

void deleteLog(const QString &path, Random & /*random*/)
{
    QFile::remove(logOf(path));
}

void garbleLog(const QString &path, Random &random)
{
    Bytes bytes(logOf(path));
    const qint64 at = below(random, bytes.size());
    bytes.write(at, noise(random, std::min<qint64>(1 + random.bounded(20'000), bytes.size() - at)));
}

void flipInLog(const QString &path, Random &random)
{
    Bytes bytes(logOf(path));
    for (int count = 1 + random.bounded(3); count > 0; --count) {
        bytes.flip(below(random, bytes.size()), random.bounded(8));
    }
}

void cutLog(const QString &path, Random &random)
{
    Bytes bytes(logOf(path));
    bytes.cut(below(random, bytes.size()));
}

void copyTo(const QString &from, const QString &to)
{
    if (!QFile::copy(from, to)) {
        qFatal("%s cannot be copied", qUtf8Printable(from));
    }
}

} // namespace

const QList<DamageKind> &damageKinds()
{
    static const QList<DamageKind> Kinds{
        {"one to three bits flipped", Base::Whole, flipFew},
        {"20 to 200 bits flipped", Base::Whole, flipMany},
        {"a page zeroed", Base::Whole, zeroPage},
        {"a run of pages zeroed", Base::Whole, zeroRun},
        {"pages of noise", Base::Whole, noisePage},
        {"a torn page", Base::Whole, tearPage},
        {"two pages swapped", Base::Whole, swapPages},
        {"a page written twice", Base::Whole, repeatPage},
        {"cut off at its end", Base::Whole, cutOff},
        {"cut off near its beginning", Base::Whole, cutAlmostAll},
        {"noise behind its end", Base::Whole, appendNoise},
        {"head destroyed", Base::Whole, destroyHead},
        {"first page destroyed", Base::Whole, destroyFirstPage},
        {"a bit flipped in the head", Base::Whole, flipInHead},
        {"bits flipped in the schema", Base::Whole, flipInSchema},
        {"a leaf of a table smashed", Base::Whole, smashTable},
        {"rows deleted by hand", Base::Whole, deleteRows},
        {"values changed by hand", Base::Whole, changeValues},
        {"a table dropped by hand", Base::Whole, dropTable},
        {"killed, not damaged", Base::Logged, leaveAlone},
        {"bits flipped, its log beside it", Base::Logged, flipMany},
        {"pages zeroed, its log beside it", Base::Logged, zeroRun},
        {"log deleted", Base::LogHit, deleteLog},
        {"log garbled", Base::LogHit, garbleLog},
        {"bits flipped in the log", Base::LogHit, flipInLog},
        {"log cut off", Base::LogHit, cutLog},
        {"a stale log beside it", Base::StaleLog, leaveAlone},
        {"a foreign log beside it", Base::ForeignLog, leaveAlone},
        {"a foreign journal beside it", Base::ForeignJournal, leaveAlone},
    };
    return Kinds;
}

Expected makeDamaged(const DamageKind &kind, const Samples &samples, const QString &path,
                     QRandomGenerator &random)
{
    const bool isLogged = kind.base == Base::Logged || kind.base == Base::LogHit;
    const Sample &sample = isLogged                      ? samples.logged
                           : kind.base == Base::StaleLog ? samples.later
                                                         : samples.whole;
    copyTo(sample.archive, path);
    if (isLogged || kind.base == Base::StaleLog) {
        copyTo(logOf(samples.logged.archive), logOf(path));
    } else if (kind.base == Base::ForeignLog) {
        copyTo(samples.foreignLog, logOf(path));
    } else if (kind.base == Base::ForeignJournal) {
        copyTo(samples.foreignJournal, path + QStringLiteral("-journal"));
    }
    kind.harm(path, random);
    return {kind.base == Base::LogHit ? samples.half.files : sample.files, sample.files};
}

} // namespace Microfiche::Soak
