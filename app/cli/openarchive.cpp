// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/openarchive.h"

#include "cli/console.h"

#include <QCoreApplication>

namespace Microfiche
{

std::unique_ptr<Store> openArchive(const QString &path, IfMissing ifMissing, Console &console)
{
    // Whoever makes no archive only reads it.
    return openArchive(path, ifMissing, console,
                       ifMissing == IfMissing::Create ? Store::Need::Writing
                                                      : Store::Need::Reading);
}

std::unique_ptr<Store> openArchive(const QString &path, IfMissing ifMissing, Console &console,
                                   Store::Need need)
{
    auto store = std::make_unique<Store>();
    const Store::OpenAnswer answer = waitFor(store->open(path, ifMissing, need));
    if (answer.opening != Store::Opening::Opened) {
        console.say(path + QLatin1String(": ") + answer.message);
        if (answer.isDamaged) {
            console.say(QCoreApplication::translate(
                "CommandLine", "microfiche repair saves what can be read of it."));
        }
        return nullptr;
    }
    return store;
}

} // namespace Microfiche
