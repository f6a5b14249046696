// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/session.h"

#include "cli/commandline.h"
#include "quick/imageproviders.h"
#include "window/appearance.h"
#include "window/picturesprovider.h"
#include "window/workspace.h"

#include <QQuickWindow>

namespace Microfiche
{

Session::Session(const QString &archive, Desktop &desktop, Appearance &appearance,
                 Workspace &workspace)
    : m_pictures(pictureFolder(archive))
    , m_keeper(m_pictures)
    , m_loader(m_pictures)
    , m_importer(m_store, m_keeper)
    , m_browser(m_store, m_importer, desktop)
{
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    addImageProviders(m_engine);
    m_engine.addImageProvider(QStringLiteral("picture"), // the engine owns it
                              new PicturesProvider(m_store, m_loader));
    m_engine.setInitialProperties({{QStringLiteral("browser"), QVariant::fromValue(&m_browser)},
                                   {QStringLiteral("appearance"), QVariant::fromValue(&appearance)},
                                   {QStringLiteral("workspace"), QVariant::fromValue(&workspace)}});
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Microfiche/Ui/pages/MainWindow.qml")));
    m_window = qobject_cast<QQuickWindow *>(m_engine.rootObjects().value(0));

    m_store.open(archive).then(&m_browser, [this](const Store::OpenAnswer &answer) {
        if (answer.opening == Store::Opening::Opened) {
            m_browser.start();
            m_isOpen = true;
            importWhenOpen(std::exchange(m_waiting, {}));
        } else {
            m_browser.refuse(answer.message);
        }
    });
}

void Session::importWhenOpen(const QByteArrayList &paths)
{
    if (!m_isOpen) {
        m_waiting << paths;
    } else if (!paths.isEmpty()) {
        m_importer.start(paths);
    }
}

} // namespace Microfiche
