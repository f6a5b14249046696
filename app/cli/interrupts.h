// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

#include <csignal>
#include <functional>
#include <memory>
#include <utility>

namespace Microfiche
{

/// Takes Ctrl+C and a request to end as an event of the event loop, while it lives. To be made
/// before any thread is: a signal ends the program through whichever thread does not hold it back.
class Interrupts
{
public:
    Interrupts();
    ~Interrupts();
    Q_DISABLE_COPY_MOVE(Interrupts)

    /// What to do about it; until this is called, nothing.
    void handle(std::function<void()> interrupted) { m_interrupted = std::move(interrupted); }
    /// The signal that came; 0 if none did.
    int signal() const { return m_signal; }

private:
    sigset_t m_before = {};
    int m_fd = -1;
    int m_signal = 0;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::function<void()> m_interrupted;
};

} // namespace Microfiche
