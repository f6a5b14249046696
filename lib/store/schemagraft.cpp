// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schemagraft_p.h"

#include <QFile>
#include <QList>
#include <QtEndian>

#include <algorithm>

namespace Microfiche
{

namespace
{

// SQLite's file format, 1.3 to 1.6 and 2.6.
constexpr qsizetype HeadSize = 100;
constexpr qsizetype PageSizeAt = 16;
constexpr qsizetype PageCountAt = 28;
constexpr qsizetype VersionsAt = 18;
constexpr char WritesAhead[] = "\2\2"; // or its log would not be looked at
constexpr char InteriorIndex = 2;
constexpr char InteriorTable = 5;
constexpr char LeafIndex = 10;
constexpr char LeafTable = 13;

quint32 numberAt(const QByteArray &bytes, qsizetype at)
{
    return at >= 0 && at + 4 <= bytes.size() ? qFromBigEndian<quint32>(bytes.constData() + at) : 0;
}

quint16 shortAt(const QByteArray &bytes, qsizetype at)
{
    return at >= 0 && at + 2 <= bytes.size() ? qFromBigEndian<quint16>(bytes.constData() + at) : 0;
}

/// The pages of an archive that nothing was done to.
class FreshPages
{
public:
    explicit FreshPages(const QByteArray &bytes)
        : m_bytes(bytes)
        , m_pageSize(shortAt(bytes, PageSizeAt))
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
        const qsizetype head = number == 1 ? HeadSize : 0;
        if (bytes.at(head) != InteriorTable) {
            return;
        }
        const int cells = shortAt(bytes, head + 3);
        for (int cell = 0; cell < cells; ++cell) {
            addSchema(numberAt(bytes, shortAt(bytes, head + 12 + 2 * cell)));
        }
        addSchema(numberAt(bytes, head + 8));
    }

    const QByteArray &m_bytes;
    qsizetype m_pageSize;
    QList<quint32> m_schema;
};

bool isTable(char type)
{
    return type == InteriorTable || type == LeafTable;
}

bool isIndex(char type)
{
    return type == InteriorIndex || type == LeafIndex;
}

// Tables and indexes never move. What is neither any more is damaged, and tells nothing.
bool isOfThatKind(QFile &file, const FreshPages &fresh)
{
    int alike = 0;
    int unlike = 0;
    for (quint32 number = 2; number <= fresh.count(); ++number) {
        if (fresh.schema().contains(number) || !file.seek(qint64(number - 1) * fresh.pageSize())) {
            continue;
        }
        const QByteArray now = file.read(1);
        const char type = now.isEmpty() ? '\0' : now.at(0);
        const char then = fresh.page(number).at(0);
        alike += (isTable(type) && isTable(then)) || (isIndex(type) && isIndex(then)) ? 1 : 0;
        unlike += (isTable(type) && isIndex(then)) || (isIndex(type) && isTable(then)) ? 1 : 0;
    }
    return alike > 3 * unlike;
}

bool writeSchema(QFile &file, const FreshPages &fresh)
{
    const qint64 pages = file.size() / fresh.pageSize();
    return std::all_of(fresh.schema().cbegin(), fresh.schema().cend(), [&](quint32 number) {
        QByteArray page = fresh.page(number);
        if (number == 1) {
            qToBigEndian(quint32(pages), page.data() + PageCountAt);
            page.replace(VersionsAt, 2, WritesAhead);
        }
        return number > pages || (file.seek(qint64(number - 1) * fresh.pageSize()) &&
                                  file.write(page) == page.size());
    });
}

} // namespace

bool graftSchema(const QString &damaged, const QByteArray &fresh, const QString &to)
{
    const QString log = QStringLiteral("-wal");
    const FreshPages pages(fresh);
    QFile::remove(to);
    if (pages.pageSize() == 0 || !QFile::copy(damaged, to)) {
        return false;
    }
    QFile file(to);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const bool isGrafted = file.open(QIODevice::ReadWrite) && file.size() > pages.pageSize() &&
                           isOfThatKind(file, pages) && writeSchema(file, pages) && file.flush();
    file.close();
    const bool isWhole =
        isGrafted && (!QFile::exists(damaged + log) || QFile::copy(damaged + log, to + log));
    if (!isWhole) {
        QFile::remove(to);
        QFile::remove(to + log);
    }
    return isWhole;
}

} // namespace Microfiche
