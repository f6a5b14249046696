// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interrupts.h"

#include <pthread.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace Microfiche
{

Interrupts::Interrupts()
{
    sigset_t ours = {};
    sigemptyset(&ours);
    sigaddset(&ours, SIGINT);
    sigaddset(&ours, SIGTERM);
    sigaddset(&ours, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &ours, &m_before);
    m_fd = ::signalfd(-1, &ours, SFD_NONBLOCK | SFD_CLOEXEC);
    if (m_fd < 0) {
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_fd, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] {
        signalfd_siginfo info = {};
        while (::read(m_fd, &info, sizeof info) > 0) {
            m_signal = int(info.ssi_signo);
        }
        if (m_interrupted) {
            m_interrupted();
        }
    });
}

Interrupts::~Interrupts()
{
    m_notifier.reset();
    if (m_fd >= 0) {
        ::close(m_fd);
    }
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

} // namespace Microfiche
