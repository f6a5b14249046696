// SPDX-License-Identifier: GPL-3.0-or-later
#include "picturebytes.h"

#include <QBuffer>
#include <QImage>
#include <QtEndian>

#include <algorithm>

namespace PictureBytes
{

namespace
{

template <typename Int>
QByteArray big(Int value)
{
    QByteArray bytes(sizeof(Int), Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray little(int value)
{
    QByteArray bytes(2, Qt::Uninitialized);
    qToLittleEndian(quint16(value), bytes.data());
    return bytes;
}

quint32 checksum(const QByteArray &bytes)
{
    quint32 sum = 0xffffffffU;
    for (const char byte : bytes) {
        sum ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xedb88320U : 0);
        }
    }
    return ~sum;
}

/// LZW of `count` pixels of one color out of four: every code is the run before it and one more.
class RunCoder
{
public:
    QByteArray code(quint8 color, qint64 count)
    {
        while (count > 0) {
            put(Clear);
            int next = End + 1;
            m_width = 3;
            for (qint64 run = 1; count > 0 && next < 4096; ++run) {
                run = std::min(run, count);
                put(run == 1 ? color : int(End + run - 1));
                count -= run;
                // The table grows by one with every code but the first.
                if (run > 1 && ++next > (1 << m_width) - 1 && m_width < 12) {
                    ++m_width;
                }
            }
        }
        put(End);
        flush();
        return m_bytes;
    }

private:
    static constexpr int Clear = 4;
    static constexpr int End = 5;

    void put(int value)
    {
        m_bits |= quint32(value) << m_filled;
        m_filled += m_width;
        while (m_filled >= 8) {
            m_bytes.append(char(m_bits & 0xff));
            m_bits >>= 8;
            m_filled -= 8;
        }
    }
    void flush()
    {
        if (m_filled > 0) {
            m_bytes.append(char(m_bits & 0xff));
        }
    }

    QByteArray m_bytes;
    quint32 m_bits = 0;
    int m_filled = 0;
    int m_width = 3;
};

QByteArray gifFrame(QSize size, quint8 color)
{
    QByteArray bytes = QByteArray("\x2c\0\0\0\0", 5) + little(size.width()) +
                       little(size.height()) + QByteArray("\0\x02", 2);
    const QByteArray data = RunCoder().code(color, qint64(size.width()) * size.height());
    for (qsizetype at = 0; at < data.size(); at += 255) {
        const QByteArray block = data.mid(at, 255);
        bytes += char(block.size());
        bytes += block;
    }
    return bytes + '\0';
}

/// The place of the marker, found as FF and its second byte.
qsizetype marker(const QByteArray &jpeg, const char *bytes)
{
    return jpeg.indexOf(QByteArray(bytes, 2));
}

} // namespace

QByteArray encoded(const char *format, QSize size, const QColor &color)
{
    QImage image(size, QImage::Format_ARGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

QByteArray patterned(const char *format, QSize size, int seed)
{
    constexpr int Fields = 9;
    QImage fields(Fields, Fields, QImage::Format_RGB32);
    quint32 random = quint32(seed) * 2'654'435'761U;
    for (int y = 0; y < Fields; ++y) {
        for (int x = 0; x < Fields; ++x) {
            random = random * 1'664'525U + 1'013'904'223U;
            const int bright = int(random >> 24);
            fields.setPixel(x, y, qRgb(bright, bright, bright));
        }
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    fields.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).save(&buffer, format);
    return bytes;
}

QByteArray pngChunk(const QByteArray &type, const QByteArray &data)
{
    return big(quint32(data.size())) + type + data + big(checksum(type + data));
}

QByteArray pngOf(quint32 width, quint32 height, int bitDepth, const QByteArray &data,
                 const QByteArray &extra)
{
    const QByteArray header = big(width) + big(height) + char(bitDepth) + QByteArray(4, '\0');
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + pngChunk("IHDR", header) + extra +
           pngChunk("IDAT", qCompress(data).mid(4)) + pngChunk("IEND", {});
}

QByteArray gif(QSize screen, QSize frame, int frames)
{
    QByteArray bytes = "GIF89a" + little(screen.width()) + little(screen.height()) +
                       QByteArray("\x81\0\0", 3) +
                       QByteArray("\0\0\0\xff\0\0\0\0\xff\xff\xff\xff", 12);
    for (int i = 0; i < frames; ++i) {
        bytes += gifFrame(frame, i == 0 ? 1 : 2);
    }
    return bytes + '\x3b';
}

QByteArray withOrientation(const QByteArray &jpeg, int orientation)
{
    const QByteArray tiff = QByteArray("MM\0\x2a\0\0\0\x08", 8) + big(quint16(1)) +
                            big(quint16(0x0112)) + big(quint16(3)) + big(quint32(1)) +
                            big(quint16(orientation)) + big(quint16(0)) + big(quint32(0));
    const QByteArray block = QByteArray("Exif\0\0", 6) + tiff;
    return jpeg.left(2) + "\xff\xe1" + big(quint16(block.size() + 2)) + block + jpeg.mid(2);
}

QByteArray withDeclaredSize(QByteArray jpeg, quint16 width, quint16 height)
{
    const qsizetype frame = marker(jpeg, "\xff\xc0");
    return jpeg.replace(frame + 5, 4, big(height) + big(width));
}

QByteArray withScans(const QByteArray &jpeg, int times)
{
    const qsizetype scan = marker(jpeg, "\xff\xda");
    const QByteArray coded = jpeg.mid(scan, jpeg.size() - scan - 2);
    return jpeg.left(scan) + coded.repeated(times) + jpeg.right(2);
}

} // namespace PictureBytes
