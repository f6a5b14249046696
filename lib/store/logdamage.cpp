// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/logdamage_p.h"

#include "store/sqliteformat_p.h"

#include <QByteArray>
#include <QFile>
#include <QtEndian>

namespace Microfiche
{

namespace
{

using namespace SqliteFormat;

constexpr qsizetype UsualPageSize = 4096;
constexpr qint64 MostReadBehind = 256LL * 1024 * 1024; // a log that was let grow ends there at last

/// The running checksum of a log.
class Checksum
{
public:
    void begin(bool isBig) { m_isBig = isBig; }
    void add(const char *bytes, qsizetype size)
    {
        for (qsizetype i = 0; i + 8 <= size; i += 8) {
            m_first += wordAt(bytes + i) + m_second;
            m_second += wordAt(bytes + i + 4) + m_first;
        }
    }
    bool fits(const QByteArray &bytes, qsizetype at) const
    {
        return numberAt(bytes, at) == m_first && numberAt(bytes, at + 4) == m_second;
    }

private:
    quint32 wordAt(const char *bytes) const
    {
        return m_isBig ? qFromBigEndian<quint32>(bytes) : qFromLittleEndian<quint32>(bytes);
    }

    bool m_isBig = false;
    quint32 m_first = 0;
    quint32 m_second = 0;
};

bool beginsWell(const QByteArray &head, Checksum &sum)
{
    const quint32 magic = numberAt(head, 0);
    if (magic != Log::MagicLittle && magic != Log::MagicBig) {
        return false;
    }
    sum.begin(magic == Log::MagicBig);
    sum.add(head.constData(), Log::SaltsInHeadAt + Log::SaltsSize);
    return sum.fits(head, Log::SaltsInHeadAt + Log::SaltsSize);
}

qsizetype pageSizeOf(const QByteArray &head, bool isSound)
{
    const quint32 size = numberAt(head, Log::PageSizeAt);
    return isSound && size >= 512 && size <= 65'536 ? qsizetype(size) : UsualPageSize;
}

} // namespace

// Each transaction begins after the one before it is on the disk. So of what does not fit one
// transaction can be what a loss of power left; where another one ends behind that, both had been
// written.
bool isLogDamaged(const QString &log)
{
    constexpr int MostUnwritten = 1;
    QFile file(log);
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QByteArray head = file.read(Log::HeadSize);
    if (head.size() < Log::HeadSize) {
        return false;
    }
    Checksum sum;
    bool fits = beginsWell(head, sum);
    QByteArray salts = fits ? head.mid(Log::SaltsInHeadAt, Log::SaltsSize) : QByteArray();
    const qsizetype frameSize = Log::FrameHeadSize + pageSizeOf(head, fits);
    int ends = 0;          // of transactions behind what fits
    qint64 readBehind = 0; // it
    while (ends <= MostUnwritten && readBehind < MostReadBehind) {
        const QByteArray frame = file.read(frameSize);
        if (frame.size() < frameSize) {
            break;
        }
        const QByteArray own = frame.mid(Log::SaltsInFrameAt, Log::SaltsSize);
        if (salts.isEmpty()) {
            salts = own; // the head of the log is hit, and with it all that SQLite would read
        }
        if (fits) {
            sum.add(frame.constData(), Log::SaltsInFrameAt);
            sum.add(frame.constData() + Log::FrameHeadSize, frameSize - Log::FrameHeadSize);
            fits = own == salts && sum.fits(frame, Log::SaltsInFrameAt + Log::SaltsSize);
        }
        ends += !fits && own == salts && numberAt(frame, Log::PagesAfterAt) > 0 ? 1 : 0;
        readBehind += fits ? 0 : frameSize;
    }
    return ends > MostUnwritten;
}

} // namespace Microfiche
