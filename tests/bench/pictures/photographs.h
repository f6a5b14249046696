// SPDX-License-Identifier: GPL-3.0-or-later
// Invented photographs: what the benchmark's pictures are.
#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>

namespace Microfiche
{
class PictureStore;
}

namespace Microfiche::Bench
{

/// JPEG files of 1280x720 to 4000x3000: gradients, shapes with edges, and grain, so that they weigh
/// what photographs do; one in five is progressive, as on the web. File `i` is always the same.
class Photographs final
{
public:
    Photographs();

    static QSize size(int i);
    QByteArray jpeg(int i) const;

    /// Puts the first `count` into the store, on every core, unless it has as many. False if the
    /// disk would not take them.
    bool fill(const PictureStore &store, int count) const;

private:
    QByteArray m_grain; ///< a square of signed brightness
};

} // namespace Microfiche::Bench
