// SPDX-License-Identifier: GPL-3.0-or-later
// How the full-text index writes numbers. Its form is told in SQLite's fts5_index.c.
#pragma once

#include <QByteArrayView>

#include <algorithm>

namespace Microfiche
{

/// The index is not as it should be.
struct UnknownForm {
};

inline void require(bool isSo)
{
    if (!isSo) {
        throw UnknownForm();
    }
}

/// Bytes of the index, read from the front to the back. Throws UnknownForm where there are none.
class LeafBytes final
{
public:
    explicit LeafBytes(QByteArrayView bytes)
        : m_at(reinterpret_cast<const uchar *>(bytes.data()))
        , m_end(m_at + bytes.size())
    {
    }
    LeafBytes(QByteArrayView bytes, qsizetype begin, qsizetype end)
        : LeafBytes(part(bytes, begin, end))
    {
    }

    bool isAtEnd() const { return m_at == m_end; }

    /// Seven bits a byte, the highest first; a ninth byte has eight.
    quint64 number()
    {
        require(m_at != m_end);
        if (*m_at < 0x80) {
            return *m_at++;
        }
        quint64 value = 0;
        for (int i = 0; i < 8; ++i) {
            require(m_at != m_end);
            const uchar byte = *m_at++;
            value = value << 7 | (byte & 0x7f);
            if (byte < 0x80) {
                return value;
            }
        }
        require(m_at != m_end);
        return value << 8 | *m_at++;
    }

    /// So many, or as many as there are.
    QByteArrayView take(quint64 count)
    {
        const auto taken = qsizetype(std::min(count, quint64(m_end - m_at)));
        m_at += taken;
        return {m_at - taken, taken};
    }

private:
    static QByteArrayView part(QByteArrayView bytes, qsizetype begin, qsizetype end)
    {
        require(0 <= begin && begin <= end && end <= bytes.size());
        return bytes.sliced(begin, end - begin);
    }

    const uchar *m_at;
    const uchar *m_end;
};

} // namespace Microfiche
