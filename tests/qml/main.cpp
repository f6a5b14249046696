// SPDX-License-Identifier: GPL-3.0-or-later
#include "quick/imageproviders.h"

#include <QFont>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QQmlError>
#include <QtQuickTest>

using namespace Qt::StringLiterals;

namespace
{

/// What main() does for the program, and one thing more: a QML warning is a failure.
class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void applicationAvailable()
    {
        QFont font(u"DejaVu Sans"_s);
        font.setPixelSize(13);
        QGuiApplication::setFont(font);
    }
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->addImportPath(u"qrc:/qt/qml"_s);
        Microfiche::addImageProviders(*engine);
        connect(engine, &QQmlEngine::warnings, this, [](const QList<QQmlError> &warnings) {
            for (const QQmlError &warning : warnings)
                qFatal("%s", qPrintable(warning.toString()));
        });
    }
};

} // namespace

QUICK_TEST_MAIN_WITH_SETUP(microfiche, Setup)

#include "main.moc"
