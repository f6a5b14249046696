// SPDX-License-Identifier: GPL-3.0-or-later
// What the benchmark of pictures does in processes of their own.
#include "fetchroles.h"
#include "photographs.h"
#include "pictures/picturestore.h"
#include "servedpictures.h"
#include "thumbnailroles.h"

#include <QCoreApplication>

#include <cstdio>
#include <functional>
#include <map>

using namespace Microfiche;
using namespace Microfiche::Bench;

namespace
{

constexpr QSize Drawn(320, 180); // a card of the usual size

using Play = std::function<bool(const QStringList &arguments)>;

const std::map<QString, Play> &roles()
{
    static const std::map<QString, Play> Roles{
        {QStringLiteral("fill"),
         [](const QStringList &a) {
             return Photographs().fill(PictureStore(a.value(0)), a.value(1).toInt());
         }},
        {QStringLiteral("serve"), [](const QStringList &a) { return serve(a.value(0)); }},
        {QStringLiteral("archive"),
         [](const QStringList &a) {
             return fillPictureArchive(a.value(0), a.value(1), a.value(2).toInt());
         }},
        {QStringLiteral("aside"),
         [](const QStringList &a) {
             putThumbnailsAside(a.value(0));
             return true;
         }},
        {QStringLiteral("thumbnails"),
         [](const QStringList &a) { return makeThumbnails(a.value(0), Drawn); }},
        {QStringLiteral("bare-thumbnails"),
         [](const QStringList &a) { return makeBareThumbnails(a.value(0), Drawn); }},
        {QStringLiteral("fetch"),
         [](const QStringList &a) {
             return fetchPictures({a.value(0).toInt(), a.value(1), a.value(2)}, Drawn);
         }},
        {QStringLiteral("bare-fetch"),
         [](const QStringList &a) {
             return fetchBarePictures({a.value(0).toInt(), a.value(1), a.value(2)}, Drawn);
         }},
    };
    return Roles;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto role = roles().find(arguments.value(1));
    if (role == roles().end()) {
        std::fputs("Usage: microfiche_bench_pictures\n"
                   "  fill FOLDER COUNT | serve FOLDER | archive FILE FOLDER PORT | aside FOLDER\n"
                   "  thumbnails|bare-thumbnails FOLDER | fetch|bare-fetch PORT FOLDER INTO\n",
                   stderr);
        return 2;
    }
    return role->second(arguments.mid(2)) ? 0 : 1;
}
