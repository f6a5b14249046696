// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "light.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <functional>
#include <vector>

namespace Draw
{

/// A picture while it is being made: light, not yet colors. x runs from 0 to aspect(), y from 0 at
/// the top to 1.
class Film
{
public:
    using Scene = std::function<Light(float x, float y)>;
    using Sketch = std::function<void(QPainter &)>; ///< in units of the picture's height

    explicit Film(QSize size);

    float aspect() const { return float(m_width) / float(m_height); }
    QSize size() const { return {m_width, m_height}; }

    /// Every pixel from four points of the scene, on all cores.
    void expose(const Scene &scene);
    /// Lays `color` where the sketch paints white, after blurring it by `softness` (of the height).
    void lay(const Sketch &sketch, const Scene &color, float softness = 0);
    /// The same, adding light.
    void shine(const Sketch &sketch, const Scene &color, float softness = 0);
    /// The light at a point, read between pixels; the edge continues outside.
    Light at(float x, float y) const;

    void blur(float softness);
    /// Lets what is brighter than `above` spill over its surroundings.
    void bloom(float above, float softness, float amount);
    void vignette(float amount);
    /// The finished picture: shoulder for the lights, a breath of grain.
    QImage develop(float exposure = 1, float saturation = 1.1F, float grain = 0.003F) const;

private:
    std::vector<float> mask(const Sketch &sketch, float softness) const;

    int m_width;
    int m_height;
    std::vector<Light> m_pixels;
};

} // namespace Draw
