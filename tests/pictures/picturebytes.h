// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QColor>
#include <QSize>

/// Pictures good and bad, made byte by byte where Qt would not write such a thing.
namespace PictureBytes
{

QByteArray encoded(const char *format, QSize size, const QColor &color);
inline QByteArray png(QSize size, const QColor &color = Qt::red)
{
    return encoded("PNG", size, color);
}
inline QByteArray jpeg(QSize size, const QColor &color = Qt::red)
{
    return encoded("JPEG", size, color);
}

/// A picture with something on it, the same at every size, so that it looks like no other seed's.
QByteArray patterned(const char *format, QSize size, int seed = 1);

/// One chunk with its checksum.
QByteArray pngChunk(const QByteArray &type, const QByteArray &data);
/// A PNG of that declared size whose pixel data is `data`, with `extra` chunks before it.
QByteArray pngOf(quint32 width, quint32 height, int bitDepth, const QByteArray &data,
                 const QByteArray &extra = {});

/// A GIF with a screen of its own size and `frames` frames: the first red, the others blue.
QByteArray gif(QSize screen, QSize frame, int frames = 1);

/// `jpeg` with an EXIF block that says how to turn it.
QByteArray withOrientation(const QByteArray &jpeg, int orientation);
/// `jpeg` whose frame header declares another size.
QByteArray withDeclaredSize(QByteArray jpeg, quint16 width, quint16 height);
/// `jpeg` whose coded data comes `times` over.
QByteArray withScans(const QByteArray &jpeg, int times);

} // namespace PictureBytes
