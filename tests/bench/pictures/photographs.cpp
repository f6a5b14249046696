// SPDX-License-Identifier: GPL-3.0-or-later
#include "photographs.h"

#include "pictures/picturestore.h"

#include <QBuffer>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QThreadPool>

#include <algorithm>
#include <array>
#include <atomic>
#include <random>

namespace Microfiche::Bench
{

namespace
{

constexpr int GrainSide = 1024; // a power of two
constexpr int GroundSide = 48;
constexpr int Shapes = 24;
constexpr int Quality = 82;
constexpr int Progressive = 5; ///< each so manieth

struct Share {
    QSize size;
    int percent;
};
constexpr std::array Shares{
    Share{{1280, 720}, 30},  Share{{1600, 900}, 20},  Share{{1920, 1080}, 20},
    Share{{2400, 1600}, 15}, Share{{3000, 2000}, 10}, Share{{4000, 3000}, 5},
};

// The standard's distributions may differ from one library to the next; its engines do not.
class Dice
{
public:
    explicit Dice(unsigned seed)
        : m_engine(seed)
    {
    }
    int below(int limit) { return int(m_engine() % unsigned(limit)); }

private:
    std::mt19937 m_engine;
};

/// Rough and fine at once, as what is photographed is.
QByteArray makeGrain()
{
    Dice dice(20'240);
    QList<int> sum(qsizetype(GrainSide) * GrainSide);
    for (int wave = 64, strength = 12; wave >= 1; wave /= 2, strength = std::max(2, strength - 2)) {
        QImage noise(GrainSide / wave, GrainSide / wave, QImage::Format_Grayscale8);
        for (int y = 0; y < noise.height(); ++y) {
            uchar *line = noise.scanLine(y);
            std::generate(line, line + noise.width(), [&] { return uchar(dice.below(256)); });
        }
        const QImage smooth =
            noise.scaled(GrainSide, GrainSide, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                .convertToFormat(QImage::Format_Grayscale8);
        for (int y = 0; y < GrainSide; ++y) {
            const uchar *line = smooth.constScanLine(y);
            for (int x = 0; x < GrainSide; ++x) {
                sum[y * GrainSide + x] += (int(line[x]) - 128) * strength;
            }
        }
    }
    QByteArray grain(sum.size(), Qt::Uninitialized);
    std::transform(sum.cbegin(), sum.cend(), grain.begin(),
                   [](int value) { return char(std::clamp(value / 36, -100, 100)); });
    return grain;
}

QImage ground(QSize size, Dice &dice)
{
    QImage small(size.scaled(GroundSide, GroundSide, Qt::KeepAspectRatio), QImage::Format_RGB32);
    for (int y = 0; y < small.height(); ++y) {
        for (int x = 0; x < small.width(); ++x) {
            small.setPixel(x, y, qRgb(dice.below(256), dice.below(256), dice.below(256)));
        }
    }
    // Blots become large by being made still smaller first.
    return small.scaled(6, 5, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(small.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

void drawShapes(QImage &image, Dice &dice)
{
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const int side = image.width() / 4;
    for (int i = 0; i < Shapes; ++i) {
        painter.setBrush(QColor::fromHsv(dice.below(360), dice.below(200), 40 + dice.below(216)));
        const QPoint middle(dice.below(image.width()), dice.below(image.height()));
        const int across = 8 + dice.below(side);
        const int down = 8 + dice.below(side);
        if (i % 2 == 0) {
            painter.drawEllipse(middle, across / 2, down / 2);
        } else {
            painter.drawPolygon(QPolygon(
                {middle, middle + QPoint(across, down / 3), middle + QPoint(across / 3, down)}));
        }
    }
}

int lit(int colour, int grain)
{
    return std::clamp(colour + grain, 0, 255);
}

} // namespace

Photographs::Photographs()
    : m_grain(makeGrain())
{
}

QSize Photographs::size(int i)
{
    int place = i * 37 % 100; // all shares among any hundred
    for (const Share &share : Shares) {
        place -= share.percent;
        if (place < 0) {
            return i % 6 == 5 ? share.size.transposed() : share.size;
        }
    }
    return Shares.back().size;
}

QByteArray Photographs::jpeg(int i) const
{
    Dice dice{unsigned(i)};
    QImage image = ground(size(i), dice);
    drawShapes(image, dice);
    const int left = dice.below(GrainSide);
    const int top = dice.below(GrainSide);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        const char *grain = m_grain.constData() + ((y + top) % GrainSide) * GrainSide;
        for (int x = 0; x < image.width(); ++x) {
            const int by = grain[(x + left) % GrainSide];
            line[x] =
                qRgb(lit(qRed(line[x]), by), lit(qGreen(line[x]), by), lit(qBlue(line[x]), by));
        }
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "JPEG");
    writer.setQuality(Quality);
    writer.setProgressiveScanWrite(i % Progressive == 0);
    return writer.write(image) ? bytes : QByteArray();
}

bool Photographs::fill(const PictureStore &store, int count) const
{
    if (store.list().size() == count) {
        return true;
    }
    QThreadPool pool;
    std::atomic<int> next = 0;
    std::atomic<bool> isWell = true;
    for (int thread = 0; thread < pool.maxThreadCount(); ++thread) {
        pool.start([&] {
            for (int i = next++; i < count && isWell; i = next++) {
                isWell = isWell && !store.keep(jpeg(i)).isEmpty();
            }
        });
    }
    pool.waitForDone();
    return isWell;
}

} // namespace Microfiche::Bench
