// SPDX-License-Identifier: GPL-3.0-or-later
#include "film.h"

#include "noise.h"

#include <atomic>
#include <thread>

namespace Draw
{

namespace
{

void onAllCores(int rows, const std::function<void(int)> &row)
{
    std::atomic_int next = 0;
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
        threads.emplace_back([&] {
            for (int y = next++; y < rows; y = next++)
                row(y);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
}

/// Three passes of a box come close to a bell. One line, `stride` apart.
template <typename Value>
void blurLine(Value *line, int count, std::ptrdiff_t stride, int radius, std::vector<Value> &sums)
{
    for (int pass = 0; pass < 3; ++pass) {
        sums.assign(std::size_t(count) + 1, Value{});
        for (int i = 0; i < count; ++i)
            sums[std::size_t(i) + 1] = sums[std::size_t(i)] + line[i * stride];
        for (int i = 0; i < count; ++i) {
            const int from = std::max(0, i - radius);
            const int to = std::min(count, i + radius + 1);
            line[i * stride] = (sums[std::size_t(to)] + sums[std::size_t(from)] * -1.0F) *
                               (1.0F / float(to - from));
        }
    }
}

template <typename Value>
void blurAll(std::vector<Value> &values, int width, int height, float softness)
{
    const int radius = int(std::lround(softness * float(height)));
    if (radius < 1)
        return;
    std::vector<Value> sums;
    for (int y = 0; y < height; ++y)
        blurLine(values.data() + std::ptrdiff_t(y) * width, width, 1, radius, sums);
    for (int x = 0; x < width; ++x)
        blurLine(values.data() + x, height, width, radius, sums);
}

float shoulder(float v)
{
    // A film curve: straight in the shadows, bending towards white.
    return (v * (2.51F * v + 0.03F)) / (v * (2.43F * v + 0.59F) + 0.14F);
}

Light gray(Light p)
{
    const float v = 0.2126F * p.r + 0.7152F * p.g + 0.0722F * p.b;
    return {v, v, v};
}

int toByte(float light, float grain)
{
    const float v = clamp01(shoulder(std::max(0.0F, light) * 0.6F));
    const float shown = v <= 0.0031308F ? v * 12.92F : 1.055F * std::pow(v, 1 / 2.4F) - 0.055F;
    return std::clamp(int(std::lround(255 * (shown + grain))), 0, 255);
}

} // namespace

Film::Film(QSize size)
    : m_width(size.width())
    , m_height(size.height())
    , m_pixels(std::size_t(size.width()) * std::size_t(size.height()))
{
}

void Film::expose(const Scene &scene)
{
    onAllCores(m_height, [&](int row) {
        for (int column = 0; column < m_width; ++column) {
            Light sum;
            for (const float oy : {0.25F, 0.75F}) {
                for (const float ox : {0.25F, 0.75F}) {
                    sum += scene((float(column) + ox) / float(m_height),
                                 (float(row) + oy) / float(m_height));
                }
            }
            m_pixels[std::size_t(row) * std::size_t(m_width) + std::size_t(column)] = sum * 0.25F;
        }
    });
}

std::vector<float> Film::mask(const Sketch &sketch, float softness) const
{
    QImage image(m_width, m_height, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(m_height, m_height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    sketch(painter);
    painter.end();
    std::vector<float> values;
    values.reserve(m_pixels.size());
    for (int y = 0; y < m_height; ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < m_width; ++x)
            values.push_back(float(qGreen(line[x])) / 255);
    }
    blurAll(values, m_width, m_height, softness);
    return values;
}

void Film::lay(const Sketch &sketch, const Scene &color, float softness)
{
    const std::vector<float> cover = mask(sketch, softness);
    for (std::size_t i = 0; i < m_pixels.size(); ++i) {
        if (cover[i] > 0) {
            const auto x = float(i % std::size_t(m_width)) / float(m_height);
            const auto y = float(i / std::size_t(m_width)) / float(m_height);
            m_pixels[i] = mix(m_pixels[i], color(x, y), cover[i]);
        }
    }
}

void Film::shine(const Sketch &sketch, const Scene &color, float softness)
{
    const std::vector<float> cover = mask(sketch, softness);
    for (std::size_t i = 0; i < m_pixels.size(); ++i) {
        if (cover[i] > 0) {
            const auto x = float(i % std::size_t(m_width)) / float(m_height);
            const auto y = float(i / std::size_t(m_width)) / float(m_height);
            m_pixels[i] += color(x, y) * cover[i];
        }
    }
}

Light Film::at(float x, float y) const
{
    const float px = std::clamp(x * float(m_height) - 0.5F, 0.0F, float(m_width) - 1.001F);
    const float py = std::clamp(y * float(m_height) - 0.5F, 0.0F, float(m_height) - 1.001F);
    const auto left = std::size_t(px);
    const auto top = std::size_t(py);
    const auto width = std::size_t(m_width);
    const Light *p = m_pixels.data() + top * width + left;
    const float u = px - float(left);
    return mix(mix(p[0], p[1], u), mix(p[width], p[width + 1], u), py - float(top));
}

void Film::blur(float softness)
{
    blurAll(m_pixels, m_width, m_height, softness);
}

void Film::bloom(float above, float softness, float amount)
{
    std::vector<Light> bright = m_pixels;
    for (Light &p : bright) {
        const float brightest = std::max({p.r, p.g, p.b, 1e-6F});
        p = p * (std::max(0.0F, brightest - above) / brightest);
    }
    blurAll(bright, m_width, m_height, softness);
    for (std::size_t i = 0; i < m_pixels.size(); ++i)
        m_pixels[i] += bright[i] * amount;
}

void Film::vignette(float amount)
{
    for (int row = 0; row < m_height; ++row) {
        for (int column = 0; column < m_width; ++column) {
            const float dx = 2 * float(column) / float(m_width) - 1;
            const float dy = 2 * float(row) / float(m_height) - 1;
            const float dim = 1 - amount * ease(0.35F, 1.5F, std::sqrt(dx * dx + dy * dy));
            Light &p = m_pixels[std::size_t(row) * std::size_t(m_width) + std::size_t(column)];
            p = p * dim;
        }
    }
}

QImage Film::develop(float exposure, float saturation, float grain) const
{
    QImage image(m_width, m_height, QImage::Format_RGB32);
    for (int row = 0; row < m_height; ++row) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(row));
        for (int column = 0; column < m_width; ++column) {
            const Light &light =
                m_pixels[std::size_t(row) * std::size_t(m_width) + std::size_t(column)];
            const Light p = mix(gray(light), light, saturation);
            const float g = grain * 2 * (chance(column, row, 901) + chance(column, row, 902) - 1);
            line[column] = qRgb(toByte(p.r * exposure, g), toByte(p.g * exposure, g),
                                toByte(p.b * exposure, g));
        }
    }
    return image;
}

} // namespace Draw
