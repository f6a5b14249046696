// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exportrunner.h"

#include <QPromise>

#include <memory>

namespace Microfiche
{

ExportRunner::ExportRunner()
{
    m_pool.setMaxThreadCount(1);
}

ExportRunner::~ExportRunner()
{
    cancel();
    m_pool.waitForDone();
}

QFuture<ExportReport> ExportRunner::run(const Work &work)
{
    m_isCancelled = false;
    const auto promise = std::make_shared<QPromise<ExportReport>>();
    promise->start();
    m_pool.start([this, promise, work] {
        promise->addResult(work([this, &promise](qint64 done) {
            promise->setProgressValue(int(done));
            return !m_isCancelled;
        }));
        promise->finish();
    });
    return promise->future();
}

} // namespace Microfiche
