// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a Qt Quick Controls program can be: what starts and memory are measured against.
#include "processfacts.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTimer>

#include <cstdio>

namespace
{

constexpr char Window[] = "import QtQuick.Controls\n"
                          "ApplicationWindow { visible: true; width: 1440; height: 900 }\n";

} // namespace

int main(int argc, char *argv[])
{
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    const QGuiApplication app(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    QQmlApplicationEngine engine;
    engine.loadData(Window);
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().value(0));
    if (!window) {
        return 1;
    }
    QObject::connect(
        window, &QQuickWindow::frameSwapped, window,
        [] {
            Microfiche::Bench::tell("shown", 1);
            QTimer::singleShot(500, qGuiApp, [] {
                Microfiche::Bench::tell("resident", Microfiche::Bench::residentMegabytes());
                QGuiApplication::quit();
            });
        },
        Qt::SingleShotConnection);
    return QGuiApplication::exec();
}
