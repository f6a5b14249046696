// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractAnimation>

#include <functional>
#include <utility>

namespace Microfiche
{

/// Calls once a frame, at the pace of the scene's own animations, until it is stopped.
class FrameTicker final : public QAbstractAnimation
{
public:
    explicit FrameTicker(std::function<void(int milliseconds)> tick)
        : m_tick(std::move(tick))
    {
    }

    int duration() const override { return -1; }

protected:
    void updateCurrentTime(int currentTime) override { m_tick(currentTime); }

private:
    std::function<void(int)> m_tick;
};

} // namespace Microfiche
