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
constexpr double slowestGlide = 60;
// What a glide may leave out at its end, in pixels: nobody sees it creep that far.
constexpr double glideRest = 0.5;
constexpr double fastestGlide = 24'000;
constexpr double fingerRest = 100;

} // namespace

void ScrollMotion::ease(double pixels)
{
    begin(Kind::Ease, remaining() + pixels, easeTime);
}

void ScrollMotion::glide(double velocity)
{
    if (!(std::abs(velocity) >= slowestGlide)) {
        stop();
        return;
    }
    const double distance = std::clamp(velocity, -fastestGlide, fastestGlide) * glideDecay / 1000;
    begin(Kind::Glide, distance, glideDecay * std::log(std::abs(distance) / glideRest));
}

void ScrollMotion::stop()
{
    begin(Kind::Rest, 0, 0);
}

double ScrollMotion::advance(double milliseconds)
{
    if (!isRunning()) {
        return 0;
    }
    const double time = std::max(0.0, milliseconds);
    const bool isOver = time >= m_time;
    const double eased = 1 - std::pow(1 - std::min(1.0, time / m_time), 3);
    const double gone = m_kind == Kind::Ease ? eased : 1 - std::exp(-time / glideDecay);
    const double due = isOver ? m_distance : m_distance * gone;
    const double step = due - m_done;
    m_done = due;
    if (isOver) {
        stop();
    }
    return step;
}

void ScrollMotion::begin(Kind kind, double distance, double time)
{
    m_kind = kind;
    m_distance = distance;
    m_done = 0;
    m_time = time;
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
