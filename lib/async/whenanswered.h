// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QObject>

#include <exception>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace Microfiche
{

/// Calls take(value) on the listener's thread, which must be the caller's, when the future has its
/// value, or failed(), which may take the const std::exception &, if it ends with one; neither if
/// it is cancelled or the listener is gone by then. Never at once, even if the future has ended
/// already.
///
/// Instead of QFuture::then(context, …), which in Qt 6.4 asks on the answering thread whether its
/// context still lives and then uses it unguarded: it may be destroyed between the two. Cancelling
/// the future after its continuation has ended writes into what was freed with the continuation.
/// QFutureWatcher takes itself off the future under the future's lock.
template <typename Value, typename Take, typename Failed>
void whenAnswered(QObject *listener, const QFuture<Value> &future, Take take, Failed failed)
{
    auto made = std::make_unique<QFutureWatcher<Value>>();
    made->setParent(listener);
    QFutureWatcher<Value> *const watcher = made.release(); // owned by the listener
    QObject::connect(watcher, &QFutureWatcherBase::finished, listener,
                     [watcher, take = std::move(take), failed = std::move(failed)]() mutable {
                         watcher->deleteLater();
                         std::optional<Value> value;
                         try {
                             QFuture<Value> ended = watcher->future();
                             ended.waitForFinished(); // throws what the future holds
                             // It may be cancelled after it has its value.
                             if (!ended.isCanceled() && ended.resultCount() > 0) {
                                 value = ended.result();
                             }
                         } catch (const std::exception &error) {
                             if constexpr (std::is_invocable_v<Failed &, const std::exception &>) {
                                 failed(error);
                             } else {
                                 failed();
                             }
                             return;
                         }
                         if (value) {
                             take(*std::move(value));
                         }
                     });
    watcher->setFuture(future);
}

/// The same where nothing is to be done of an exception.
template <typename Value, typename Take>
void whenAnswered(QObject *listener, const QFuture<Value> &future, Take take)
{
    whenAnswered(listener, future, std::move(take), [] {});
}

} // namespace Microfiche
