// SPDX-License-Identifier: GPL-3.0-or-later
#include "quick/imageproviders.h"
#include "window/picturesprovider.h"
#include "window/translations.h"

#include <QFont>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QQmlError>
#include <QtQuickTest>

#include <optional>

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
        m_translations.emplace();
    }
    void cleanupTestCase() { m_translations.reset(); }
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->addImportPath(u"qrc:/qt/qml"_s);
        Microfiche::addImageProviders(*engine);
        connect(engine, &QQmlEngine::warnings, this, [](const QList<QQmlError> &warnings) {
            for (const QQmlError &warning : warnings) {
                // That a picture is not to be had is no fault of a page's.
                if (!warning.description().endsWith(Microfiche::PicturesProvider::NoPicture)) {
                    qFatal("%s", qPrintable(warning.toString()));
                }
            }
        });
    }

private:
    std::optional<Microfiche::Translations> m_translations; // plural forms among them
};

} // namespace

QUICK_TEST_MAIN_WITH_SETUP(microfiche, Setup)

#include "main.moc"
