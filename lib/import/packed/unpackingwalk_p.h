// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/packed/packedfiles_p.h"

#include <deque>
#include <functional>

namespace Microfiche
{

/// Gives what another walk gives, and in place of each file that holds others, those.
class UnpackingWalk
{
public:
    using Next = std::function<std::optional<WalkedRange>()>;

    UnpackingWalk(Next next, CarriedFinder &carried, const std::atomic<bool> &stop);

    /// The next files; none at the end, or when stopped.
    std::optional<WalkedRange> next();
    /// What was passed by in the files that hold others.
    qint64 skipped() const;

private:
    struct Waiting {
        QByteArray root;
        QByteArray path;
    };
    void takeOut(WalkedRange *range);

    Next m_next;
    CarriedFinder &m_carried;
    const std::atomic<bool> &m_stop;
    std::deque<Waiting> m_waiting;
    std::unique_ptr<PackedFiles> m_here;
    qint64 m_skipped = 0;
};

} // namespace Microfiche
