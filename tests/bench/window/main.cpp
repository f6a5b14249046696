// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictureroles.h"
#include "window/translations.h"
#include "windowroles.h"

#include <QGuiApplication>
#include <QQuickStyle>
#include <QQuickWindow>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace Microfiche;

namespace
{

struct Role {
    QLatin1String name;
    bool (*play)(const QString &path); ///< of an archive, or of a folder to drop
    bool isPaced = false;              ///< no more frames than a display shows
};
constexpr std::array Roles{
    Role{QLatin1String("start"), Bench::start},
    Role{QLatin1String("drop"), Bench::drop},
    Role{QLatin1String("brush"), Bench::brush},
    Role{QLatin1String("search"), Bench::search},
    Role{QLatin1String("scroll"), Bench::scroll},
    Role{QLatin1String("arrive"), Bench::arrive, true},
    Role{QLatin1String("browse"), Bench::browse, true},
};

const Role *roleNamed(const char *name)
{
    const auto role = std::find_if(Roles.begin(), Roles.end(), [name](const Role &one) {
        return one.name == QLatin1String(name);
    });
    return role == Roles.end() ? nullptr : &*role;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("microfiche"));
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    const Role *role = argc == 3 ? roleNamed(argv[1]) : nullptr;
    if (!role) {
        std::fputs(
            "Usage: microfiche_bench_window start|brush|search|scroll|arrive|browse ARCHIVE\n"
            "       microfiche_bench_window drop FOLDER\n",
            stderr);
        return 2;
    }
    if (role->isPaced) {
        qputenv("QT_QPA_UPDATE_IDLE_TIME", "16"); // of a window without a display behind it
    }
    const QGuiApplication app(argc, argv);
    const Translations translations;
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    return role->play(QCoreApplication::arguments().at(2)) ? 0 : 1;
}
