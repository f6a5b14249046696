// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/packed/packedfiles_p.h"

#include "import/packed/jsonwalk_p.h"
#include "import/packed/packagewalk_p.h"

#include <algorithm>
#include <array>

namespace Microfiche
{

namespace
{

template <size_t Count>
bool endsInOneOf(const QByteArray &name, const std::array<const char *, Count> &endings)
{
    const QByteArray lower = name.toLower();
    return std::any_of(endings.begin(), endings.end(),
                       [&lower](const char *ending) { return lower.endsWith(ending); });
}

bool isPackage(const QByteArray &name)
{
    static constexpr std::array Endings{".zip",    ".tar", ".tar.gz", ".tgz",
                                        ".tar.xz", ".txz", ".tar.zst"};
    return endsInOneOf(name, Endings);
}

bool isJson(const QByteArray &name)
{
    static constexpr std::array Endings{".json", ".jsonl", ".ndjson"};
    return endsInOneOf(name, Endings);
}

} // namespace

bool holdsFiles(const QByteArray &name)
{
    return isPackage(name) || isJson(name);
}

std::unique_ptr<PackedFiles> openPacked(const QByteArray &root, const QByteArray &path,
                                        CarriedFinder &carried, const std::atomic<bool> &stop)
{
    if (isPackage(path)) {
        return std::make_unique<PackageWalk>(root, path, carried, stop);
    }
    return std::make_unique<JsonWalk>(root, path, stop);
}

QByteArray packedHead(const QByteArray &around, const QByteArray &path, qint64 limit)
{
    const std::atomic<bool> stop = false;
    if (isPackage(around)) {
        auto opened = PackageReader::open(around, stop);
        auto *reader = std::get_if<PackageReader>(&opened);
        for (auto entry = reader ? reader->next() : std::nullopt; entry; entry = reader->next()) {
            if (around + '/' + entry->path == path && entry->refusal.isEmpty()) {
                return reader->read(limit).value_or(QByteArray());
            }
        }
        return {};
    }
    JsonWalk walk(around, around, stop);
    while (const auto range = walk.next()) {
        for (const WalkedFile &file : range->files) {
            if (range->folder + '/' + file.name == path && file.packed) {
                return file.packed->bytes.left(limit);
            }
        }
    }
    return {};
}

} // namespace Microfiche
