// SPDX-License-Identifier: GPL-3.0-or-later
#include "barethumbnail.h"

#include <cstdio> // jpeglib.h needs it

#include <jpeglib.h>

namespace Microfiche::Bench
{

namespace
{

void give(j_common_ptr codec)
{
    char text[JMSG_LENGTH_MAX];
    codec->err->format_message(codec, text);
    qFatal("libjpeg: %s", text);
}

} // namespace

QImage bareThumbnail(const QByteArray &bytes, QSize wanted)
{
    jpeg_decompress_struct codec = {};
    jpeg_error_mgr errors = {};
    codec.err = jpeg_std_error(&errors);
    errors.error_exit = give;
    jpeg_create_decompress(&codec);
    jpeg_mem_src(&codec, reinterpret_cast<const uchar *>(bytes.constData()), ulong(bytes.size()));
    jpeg_read_header(&codec, TRUE);
    const QSize source(int(codec.image_width), int(codec.image_height));
    const QSize target = source.scaled(wanted, Qt::KeepAspectRatioByExpanding);
    codec.scale_num = 1;
    codec.scale_denom = 8;
    while (codec.scale_denom > 1 && (target.width() * int(codec.scale_denom) > source.width() ||
                                     target.height() * int(codec.scale_denom) > source.height())) {
        codec.scale_denom /= 2;
    }
    codec.out_color_space = JCS_EXT_BGRX;
    jpeg_start_decompress(&codec);
    QImage image(int(codec.output_width), int(codec.output_height), QImage::Format_RGB32);
    while (codec.output_scanline < codec.output_height) {
        JSAMPROW line = image.scanLine(int(codec.output_scanline));
        jpeg_read_scanlines(&codec, &line, 1);
    }
    jpeg_finish_decompress(&codec);
    jpeg_destroy_decompress(&codec);
    return image.scaled(target, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace Microfiche::Bench
