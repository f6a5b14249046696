// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <memory>
#include <utility>

namespace Microfiche
{

/// Counts the bytes of pictures that have come and are not kept and drawn yet. With too many of
/// them nothing more is to be fetched for a while: a disk that is slower than the network would
/// have them pile up in memory, and what is not drawn from memory is read and checked once more.
/// All on one thread.
class BytesInHand final
{
public:
    static constexpr qint64 Most = 12LL * 1024 * 1024;
    static constexpr qint64 FewAgain = Most * 2 / 3;

    /// `hold(true)` when there are too many, `hold(false)` when there are few again.
    explicit BytesInHand(std::function<void(bool)> hold)
        : m_state(std::make_shared<State>())
    {
        m_state->hold = std::move(hold);
    }

    /// Counts for as long as anybody has it; also after the counting has ended.
    using Share = std::shared_ptr<void>;
    Share take(qint64 bytes)
    {
        add(*m_state, bytes);
        return {nullptr, [state = m_state, bytes](void *) { add(*state, -bytes); }};
    }
    /// Holds nothing from now on.
    void end() { m_state->hold = nullptr; }

private:
    struct State {
        std::function<void(bool)> hold;
        qint64 bytes = 0;
        bool isHeld = false;
    };

    static void add(State &state, qint64 bytes)
    {
        state.bytes += bytes;
        const bool isHeld = state.bytes > (state.isHeld ? FewAgain : Most);
        if (std::exchange(state.isHeld, isHeld) != isHeld && state.hold) {
            state.hold(isHeld);
        }
    }

    std::shared_ptr<State> m_state;
};

} // namespace Microfiche
