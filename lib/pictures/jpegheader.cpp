// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/jpegheader_p.h"

#include <QList>

#include <algorithm>

namespace Microfiche
{

namespace
{

constexpr quint8 ProgressiveFrame = 0xc2;
constexpr quint8 StartOfScan = 0xda;
constexpr quint8 EndOfImage = 0xd9;

quint8 byteAt(const QByteArray &bytes, qsizetype at)
{
    return static_cast<quint8>(bytes.at(at));
}

quint16 bigEndian16(const QByteArray &bytes, qsizetype at)
{
    return quint16(byteAt(bytes, at) << 8 | byteAt(bytes, at + 1));
}

bool isFrameMarker(quint8 marker)
{
    // SOF0 to SOF15; DHT, JPG and DAC lie in the same range.
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/// The place of the next marker at or after `at`, over coded data and stray bytes; -1 if none.
qsizetype nextMarker(const QByteArray &bytes, qsizetype at)
{
    while ((at = bytes.indexOf('\xff', at)) >= 0 && at + 1 < bytes.size()) {
        const quint8 next = byteAt(bytes, at + 1);
        const bool isRestart = next >= 0xd0 && next <= 0xd7;
        if (next != 0x00 && next != 0xff && !isRestart) {
            return at;
        }
        at += next == 0xff ? 1 : 2;
    }
    return -1;
}

/// A marker and what belongs to it.
struct Segment {
    quint8 marker = 0;
    qsizetype at = 0;   ///< of the marker
    quint16 length = 0; ///< behind the marker: of the length itself and what it counts
    qsizetype end = 0;  ///< where the next marker is: after coded data, if any
};

/// The segments from the first one to the end of the image; none if one is broken or that end is
/// missing. Without its end a JPEG would be shown half grey as if that were the picture.
std::optional<QList<Segment>> segmentsOf(const QByteArray &bytes)
{
    QList<Segment> segments;
    qsizetype at = nextMarker(bytes, 2);
    while (at >= 0 && byteAt(bytes, at + 1) != EndOfImage) {
        if (at + 4 > bytes.size()) {
            return std::nullopt;
        }
        const quint16 length = bigEndian16(bytes, at + 2);
        if (length < 2 || length > bytes.size() - at - 2) {
            return std::nullopt;
        }
        const qsizetype end = nextMarker(bytes, at + 2 + length);
        segments.append({byteAt(bytes, at + 1), at, length, end});
        at = end;
    }
    return at < 0 ? std::nullopt : std::optional(segments);
}

struct Component {
    quint8 id = 0;
    int across = 0; ///< sampling factors
    int down = 0;
};

/// Those that the frame segment names; none if it is too short for them.
QList<Component> componentsOf(const QByteArray &bytes, const Segment &frame)
{
    const int count = frame.length < 8 ? 0 : byteAt(bytes, frame.at + 9);
    if (frame.length < 8 + 3 * count) {
        return {};
    }
    QList<Component> components;
    for (int i = 0; i < count; ++i) {
        const qsizetype at = frame.at + 10 + 3LL * i;
        const quint8 factors = byteAt(bytes, at + 1);
        components.append({byteAt(bytes, at), factors >> 4, factors & 0x0f});
    }
    return components;
}

/// Takes size and memory from the frame.
bool readFrame(const QByteArray &bytes, const Segment &frame, PictureHeader &header)
{
    const QList<Component> components = componentsOf(bytes, frame);
    if (components.isEmpty()) {
        return false;
    }
    const int height = bigEndian16(bytes, frame.at + 5);
    const int width = bigEndian16(bytes, frame.at + 7);
    if (width == 0 || height == 0) {
        return false;
    }
    int samples = 0;
    int densest = 1;
    for (const Component &component : components) {
        samples += component.across * component.down;
        densest = std::max(densest, component.across * component.down);
    }
    header.size = header.size.expandedTo(QSize(width, height));
    header.decodeBytes = qint64(width) * height * 2 * samples / densest;
    return true;
}

/// Components that have as many samples as the picture has pixels: a decoder makes one pixel of
/// each of their blocks, and of the others' more.
QByteArray fullComponents(const QByteArray &bytes, const Segment &frame)
{
    const QList<Component> components = componentsOf(bytes, frame);
    int across = 1;
    int down = 1;
    for (const Component &component : components) {
        across = std::max(across, component.across);
        down = std::max(down, component.down);
    }
    QByteArray full;
    for (const Component &component : components) {
        if (component.across == across && component.down == down) {
            full += char(component.id);
        }
    }
    return full;
}

/// Whether the segment is a scan of nothing but what blocks of one of `components` look like
/// inside. Their means come in scans of their own.
bool isFineScan(const QByteArray &bytes, const Segment &segment, const QByteArray &components)
{
    constexpr quint16 LengthOfOne = 8; // only means come of several components at once
    return segment.marker == StartOfScan && segment.length == LengthOfOne &&
           byteAt(bytes, segment.at + 7) > 0 && components.contains(bytes.at(segment.at + 5));
}

class BitWriter
{
public:
    void put(quint32 bits, int count)
    {
        for (int bit = count - 1; bit >= 0; --bit) {
            m_byte = quint8(m_byte << 1 | (bits >> bit & 1));
            if (++m_filled == 8) {
                m_bytes += char(m_byte);
                m_bytes += m_byte == 0xff ? QByteArray(1, '\0') : QByteArray();
                m_filled = 0;
            }
        }
    }
    QByteArray finish()
    {
        while (m_filled > 0) {
            put(1, 1);
        }
        return m_bytes;
    }

private:
    QByteArray m_bytes;
    quint8 m_byte = 0;
    int m_filled = 0;
};

/// A scan by which the blocks of `component` are plain. A decoder that has heard of nothing but
/// their means smooths these. (ITU T.81, G.1.2.2: runs of blocks that end at once)
QByteArray plainScan(char component, qint64 blocks)
{
    constexpr int Codes = 15; // for runs of 1, 2, 4 and so on, plus as many bits
    QByteArray scan = QByteArrayLiteral("\xff\xdd\x00\x04\x00\x00"); // no restart markers
    QByteArray table(16, '\0');
    table[3] = Codes; // all of four bits
    for (int i = 0; i < Codes; ++i) {
        table += char(i << 4);
    }
    scan += QByteArrayLiteral("\xff\xc4\x00\x22\x10") + table;
    scan += QByteArrayLiteral("\xff\xda\x00\x08\x01") + component +
            QByteArrayLiteral("\x00\x01\x3f\x00");
    BitWriter data;
    while (blocks > 0) {
        int code = Codes - 1;
        while (qint64(1) << code > blocks) {
            --code;
        }
        const qint64 run = std::min(blocks, (qint64(2) << code) - 1);
        data.put(quint32(code), 4);
        data.put(quint32(run - (qint64(1) << code)), code);
        blocks -= run;
    }
    return scan + data.finish();
}

} // namespace

std::optional<PictureHeader> readJpegHeader(const QByteArray &bytes)
{
    const auto segments = segmentsOf(bytes);
    if (!segments) {
        return std::nullopt;
    }
    PictureHeader header;
    header.bytes = bytes;
    int scans = 0;
    for (const Segment &segment : *segments) {
        if (isFrameMarker(segment.marker) && !readFrame(bytes, segment, header)) {
            return std::nullopt;
        }
        scans += segment.marker == StartOfScan ? 1 : 0;
    }
    if (scans == 0 || !header.size.isValid()) {
        return std::nullopt;
    }
    header.scans = scans;
    // A picture in one scan is decoded row by row; one in several is held as coefficients.
    if (scans == 1) {
        header.decodeBytes = 0;
    }
    return header;
}

QByteArray withoutFineScans(const QByteArray &bytes)
{
    const QList<Segment> segments = segmentsOf(bytes).value_or(QList<Segment>());
    const auto frame = std::find_if(segments.begin(), segments.end(),
                                    [](const Segment &one) { return isFrameMarker(one.marker); });
    if (frame == segments.end() || frame->marker != ProgressiveFrame) {
        return bytes;
    }
    const QByteArray full = fullComponents(bytes, *frame);
    QByteArray coarse;
    coarse.reserve(bytes.size());
    qsizetype from = 0; // what is not copied yet
    for (const Segment &segment : segments) {
        if (isFineScan(bytes, segment, full)) {
            coarse += QByteArrayView(bytes).sliced(from, segment.at - from);
            from = segment.end;
        }
    }
    const qsizetype end = segments.last().end; // of the image
    coarse += QByteArrayView(bytes).sliced(from, end - from);
    const qint64 rows = (bigEndian16(bytes, frame->at + 5) + 7) / 8;
    const qint64 columns = (bigEndian16(bytes, frame->at + 7) + 7) / 8;
    for (const char component : full) {
        coarse += plainScan(component, rows * columns);
    }
    coarse += QByteArrayView(bytes).sliced(end);
    return coarse;
}

} // namespace Microfiche
