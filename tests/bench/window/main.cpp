// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/translations.h"
#include "windowroles.h"

#include <QGuiApplication>
#include <QQuickStyle>
#include <QQuickWindow>

#include <array>
#include <cstdio>

using namespace Microfiche;

namespace
{

struct Role {
    QLatin1String name;
    bool (*play)(const QString &archive);
};
constexpr std::array Roles{
    Role{QLatin1String("start"), Bench::start},
    Role{QLatin1String("brush"), Bench::brush},
    Role{QLatin1String("search"), Bench::search},
    Role{QLatin1String("scroll"), Bench::scroll},
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("microfiche"));
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    const QGuiApplication app(argc, argv);
    const Translations translations;
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    const QStringList arguments = QCoreApplication::arguments();
    for (const Role &role : Roles) {
        if (arguments.size() == 3 && arguments.at(1) == role.name) {
            return role.play(arguments.at(2)) ? 0 : 1;
        }
    }
    std::fputs("Usage: microfiche_bench_window start|brush|search|scroll ARCHIVE\n", stderr);
    return 2;
}
