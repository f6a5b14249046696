// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Microfiche
{

/// How a view comes to rest: the short ease after a wheel notch or key, the long glide after a
/// flick. It speaks in steps, not in places, so that rows may come and go meanwhile. Time is told
/// to it, in milliseconds since it started.
class ScrollMotion
{
public:
    /// Adds pixels to what is still to go, and starts the ease anew. Time counts from 0 again.
    void ease(double pixels);
    /// Pixels a second, slowing down by itself.
    void glide(double velocity);
    void stop();

    bool isGliding() const { return m_kind == Kind::Glide; }
    bool isRunning() const { return m_kind != Kind::Rest; }
    /// What an ease has yet to go; a glide promises nothing.
    double remaining() const { return m_kind == Kind::Ease ? m_distance - m_done : 0; }
    /// The pixels to move now. After the last step it no longer runs.
    double advance(double milliseconds);

private:
    enum class Kind { Rest, Ease, Glide };

    void begin(Kind kind, double distance, double time);

    Kind m_kind = Kind::Rest;
    double m_distance = 0;
    double m_done = 0;
    double m_time = 0;
};

/// The speed of a finger over the last tenth of a second, 0 once it rests.
class DragSpeed
{
public:
    void start(double position, double milliseconds);
    void moveTo(double position, double milliseconds);
    double atRelease(double milliseconds) const; ///< pixels a second

private:
    double m_position = 0;
    double m_time = 0;
    double m_speed = 0;
};

} // namespace Microfiche
