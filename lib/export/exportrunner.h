// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exportreport.h"

#include <QFuture>
#include <QThreadPool>

#include <atomic>

namespace Microfiche
{

/// Runs one export at a time on a thread of its own. Destroying it ends the export first: do it
/// where that may wait.
class ExportRunner final
{
public:
    using Work = std::function<ExportReport(const ExportProgress &goOn)>;

    ExportRunner();
    ~ExportRunner();
    Q_DISABLE_COPY_MOVE(ExportRunner)

    /// The future's progress is the number of articles that are done.
    QFuture<ExportReport> run(const Work &work);
    /// Asks what is running to end. It may be done by then: its report tells.
    void cancel() { m_isCancelled = true; }

private:
    QThreadPool m_pool;
    std::atomic_bool m_isCancelled = false;
};

} // namespace Microfiche
