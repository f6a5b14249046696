// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/openarchive.h"

#include "cli/console.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace Microfiche
{

namespace
{

struct OpenArchive {
    Q_DECLARE_TR_FUNCTIONS(OpenArchive)
};

} // namespace

std::unique_ptr<Store> openArchive(const QString &path, IfMissing ifMissing, Console &console)
{
    if (ifMissing == IfMissing::Refuse && !QFileInfo::exists(path)) {
        console.say(
            OpenArchive::tr("There is no archive at %1. Import something first.").arg(path));
        return nullptr;
    }
    auto store = std::make_unique<Store>();
    const Store::OpenAnswer answer = waitFor(store->open(path));
    if (answer.opening != Store::Opening::Opened) {
        console.say(path + QLatin1String(": ") + answer.message);
        return nullptr;
    }
    return store;
}

} // namespace Microfiche
