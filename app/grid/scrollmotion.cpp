// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid/scrollmotion.h"

#include <algorithm>
#include <cmath>

namespace Microfiche
{

namespace
{

constexpr double easeTime = 140;
// A glide slows down to 1/e in this time, as fingers are used to from telephones.
constexpr double glideDecay = 325;
constexpr double glideTime = 6 * glideDecay;
constexpr double slowestGlide = 60;
constexpr double fastestGlide = 24'000;
constexpr double fingerRest = 100;

} // namespace

void ScrollMotion::ease(double pixels)
{
    begin(Kind::Ease, remaining() + pixels);
}

void ScrollMotion::glide(double velocity)
{
    if (!(std::abs(velocity) >= slowestGlide)) {
        stop();
        return;
    }
    begin(Kind::Glide, std::clamp(velocity, -fastestGlide, fastestGlide) * glideDecay / 1000);
}

void ScrollMotion::stop()
{
    begin(Kind::Rest, 0);
}

double ScrollMotion::advance(double milliseconds)
{
    const bool easing = m_kind == Kind::Ease;
    const double share = std::clamp(milliseconds / (easing ? easeTime : glideTime), 0.0, 1.0);
    const double gone =
        easing ? 1 - std::pow(1 - share, 3) : 1 - std::exp(-milliseconds / glideDecay);
    const double due = share < 1 ? m_distance * gone : m_distance;
    const double step = due - m_done;
    m_done = due;
    if (share >= 1) {
        stop();
    }
    return step;
}

void ScrollMotion::begin(Kind kind, double distance)
{
    m_kind = kind;
    m_distance = distance;
    m_done = 0;
}

void DragSpeed::start(double position, double milliseconds)
{
    m_position = position;
    m_time = milliseconds;
    m_speed = 0;
}

void DragSpeed::moveTo(double position, double milliseconds)
{
    const double elapsed = milliseconds - m_time;
    if (elapsed <= 0) {
        return; // counted with the next
    }
    const double speed = (position - m_position) / elapsed * 1000;
    const double weight = std::min(1.0, elapsed / (fingerRest / 2));
    m_speed += (speed - m_speed) * std::max(0.4, weight);
    m_position = position;
    m_time = milliseconds;
}

double DragSpeed::atRelease(double milliseconds) const
{
    return milliseconds - m_time > fingerRest ? 0 : m_speed;
}

} // namespace Microfiche
