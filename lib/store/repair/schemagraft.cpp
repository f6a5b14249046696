// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/repair/schemagraft_p.h"

#include "store/connection_p.h"
#include "store/sqliteformat_p.h"

#include <QFile>
#include <QList>

#include <algorithm>

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;
using namespace SqliteFormat;

/// Where a table or an index begins, and how many values each of its records holds.
struct Root {
    quint32 page = 0;
    int values = 0;
};

/// The pages of an archive that nothing was done to.
class FreshPages
{
public:
    explicit FreshPages(const QByteArray &bytes)
        : m_bytes(bytes)
        , m_pageSize(shortAt(bytes, Head::PageSizeAt))
    {
        if (m_pageSize > 0) {
            addSchema(1);
        }
    }

    qsizetype pageSize() const { return m_pageSize; }
    quint32 count() const { return quint32(m_bytes.size() / m_pageSize); }
    QByteArray page(quint32 number) const
    {
        return m_bytes.mid(qsizetype(number - 1) * m_pageSize, m_pageSize);
    }
    /// Those that the schema takes, the first one among them.
    const QList<quint32> &schema() const { return m_schema; }

private:
    void addSchema(quint32 number)
    {
        if (number == 0 || number > count() || m_schema.contains(number)) {
            return;
        }
        m_schema.append(number);
        const QByteArray bytes = page(number);
        const qsizetype head = number == 1 ? Head::Size : 0;
        if (bytes.at(head) != Page::InteriorTable) {
            return;
        }
        const int cells = shortAt(bytes, head + Page::CellCountAt);
        for (int cell = 0; cell < cells; ++cell) {
            addSchema(numberAt(bytes, shortAt(bytes, head + Page::InteriorHeadSize + 2 * cell)));
        }
        addSchema(numberAt(bytes, head + Page::LastChildAt));
    }

    const QByteArray m_bytes;
    qsizetype m_pageSize;
    QList<quint32> m_schema;
};

/// A number of SQLite's variable length, and how many bytes it takes. (1.6)
struct Varint {
    quint64 value = 0;
    int size = 0;
};

Varint varintAt(const QByteArray &bytes, qsizetype at)
{
    constexpr int Longest = 9;
    Varint number;
    while (number.size < Longest && at + number.size < bytes.size()) {
        const auto byte = uchar(bytes.at(at + number.size++));
        if (number.size == Longest) {
            number.value = number.value << 8 | byte;
            break;
        }
        number.value = number.value << 7 | (byte & 0x7f);
        if (byte < 0x80) {
            break;
        }
    }
    return number;
}

/// How many values the first record of a page holds; none if there is none, or none that could be.
std::optional<int> valuesIn(const QByteArray &page)
{
    const char type = page.at(0);
    if (type == Page::InteriorTable || shortAt(page, Page::CellCountAt) == 0) {
        return std::nullopt;
    }
    qsizetype at =
        shortAt(page, Page::isInterior(type) ? Page::InteriorHeadSize : Page::LeafHeadSize);
    at += Page::isInterior(type) ? 4 : 0;                        // its child's number
    at += varintAt(page, at).size;                               // the size of the record
    at += type == Page::LeafTable ? varintAt(page, at).size : 0; // the row's id
    const Varint head = varintAt(page, at);
    if (head.value > quint64(page.size()) || at + qsizetype(head.value) > page.size()) {
        return std::nullopt;
    }
    const qsizetype end = at + qsizetype(head.value);
    int values = 0;
    for (at += head.size; at < end; at += varintAt(page, at).size) {
        ++values;
    }
    return values;
}

QList<Root> rootsOf(const QString &archive)
{
    Connection connection(archive, Connection::Access::FileAlone);
    const auto count = [&connection](const QString &sql) {
        return connection.askOnce(sql).toInt();
    };
    QList<std::tuple<bool, QString, quint32>> entries;
    {
        auto rows = connection.run("SELECT type = 'index', name, rootpage FROM sqlite_master"
                                   " WHERE rootpage > 0");
        while (rows.next()) {
            entries.append({rows.flag(0), rows.text(1), quint32(rows.integer(2))});
        }
    }
    QList<Root> roots;
    for (const auto &[isIndex, name, page] : std::as_const(entries)) {
        const QString columns =
            isIndex ? u"pragma_index_xinfo('%1')"_s : u"pragma_table_info('%1')"_s;
        roots.append({page, count(u"SELECT count(*) FROM "_s + columns.arg(name))});
    }
    return roots;
}

// Tables and indexes never move. What is neither any more is damaged, and tells nothing; but one
// page that another thing begins at is enough to know that all was begun otherwise.
bool isOfThatSchema(QFile &file, const FreshPages &fresh, const QList<Root> &roots)
{
    int alike = 0;
    for (const Root &root : roots) {
        if (!file.seek(qint64(root.page - 1) * fresh.pageSize())) {
            continue;
        }
        const QByteArray now = file.read(fresh.pageSize());
        const char then = fresh.page(root.page).at(0);
        if (now.size() < fresh.pageSize() ||
            !(Page::isTable(now.at(0)) || Page::isIndex(now.at(0)))) {
            continue;
        }
        if (Page::isTable(now.at(0)) != Page::isTable(then) ||
            valuesIn(now).value_or(root.values) != root.values) {
            return false;
        }
        ++alike;
    }
    return alike > 0;
}

bool writeSchema(QFile &file, const FreshPages &fresh)
{
    const qint64 pages = file.size() / fresh.pageSize();
    return std::all_of(fresh.schema().cbegin(), fresh.schema().cend(), [&](quint32 number) {
        QByteArray page = fresh.page(number);
        if (number == 1) {
            qToBigEndian(quint32(pages), page.data() + Head::PageCountAt);
            page[Head::WriteVersionAt] = Head::WritesAhead; // or its log would not be looked at
            page[Head::ReadVersionAt] = Head::WritesAhead;
        }
        return number > pages || (file.seek(qint64(number - 1) * fresh.pageSize()) &&
                                  file.write(page) == page.size());
    });
}

bool doesFit(const QString &damaged, const FreshPages &pages, const QList<Root> &roots)
{
    QFile file(damaged);
    return pages.pageSize() > 0 && file.open(QIODevice::ReadOnly) &&
           file.size() > pages.pageSize() && isOfThatSchema(file, pages, roots);
}

bool copyWithSchema(const QString &damaged, const FreshPages &pages, const QString &to)
{
    const auto log = "-wal"_L1;
    if (!QFile::copy(damaged, to) ||
        (QFile::exists(damaged + log) && !QFile::copy(damaged + log, to + log))) {
        return false;
    }
    QFile file(to);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return file.open(QIODevice::ReadWrite) && writeSchema(file, pages) && file.flush();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Grafting graftSchema(const QString &damaged, const QString &fresh, const QString &to)
{
    const FreshPages pages(contentOf(fresh));
    QFile::remove(to);
    if (!doesFit(damaged, pages, rootsOf(fresh))) {
        return Grafting::DoesNotFit;
    }
    if (!copyWithSchema(damaged, pages, to)) {
        QFile::remove(to);
        QFile::remove(to + "-wal"_L1);
        return Grafting::NotWritten;
    }
    return Grafting::Done;
}

} // namespace Microfiche
