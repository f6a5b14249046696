// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetchsetting.h"
#include "picturebytes.h"
#include "support/scriptedserver.h"
#include "window/session.h"
#include "window/translations.h"
#include "window/workspace.h"

#include <QDir>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

namespace Microfiche::Test
{

using namespace Qt::StringLiterals;

/// The real window on an archive whose pictures lie on a server of this machine.
class PictureWindowCase : public QObject
{
protected:
    static constexpr int Articles = 60;

    Session &session() { return *m_workspace->session(); }
    ArchiveBrowser &browser() { return session().browser(); }
    QQuickWindow &window() { return *session().window(); }
    PictureSettings &settings() { return session().pictureSettings(); }
    QQuickItem *item(const char *name)
    {
        return window().findChild<QQuickItem *>(QLatin1String(name));
    }
    /// All that is in the window, parents first.
    QList<QQuickItem *> items(QQuickItem *from = nullptr)
    {
        QList<QQuickItem *> all{from ? from : window().contentItem()};
        const auto children = all.constFirst()->childItems();
        for (QQuickItem *child : children) {
            all += items(child);
        }
        return all;
    }
    QQuickItem *link(const QString &label)
    {
        const auto items = this->items();
        const auto found = std::find_if(items.begin(), items.end(), [&label](QQuickItem *one) {
            return one->isVisible() && one->property("label").toString() == label;
        });
        return found == items.end() ? nullptr : *found;
    }
    static QPoint middleOf(QQuickItem *item)
    {
        return item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint();
    }
    QQuickItem *grid()
    {
        const auto items = this->items();
        const auto found = std::find_if(items.begin(), items.end(), [](QQuickItem *one) {
            return one->inherits("Microfiche::CardGrid");
        });
        return found == items.end() ? nullptr : *found;
    }
    int shownPictures()
    {
        int shown = 0;
        const auto items = this->items();
        for (QQuickItem *picture : items) {
            shown += picture->property("hasPicture").toBool() ? 1 : 0;
        }
        return shown;
    }

    void open(bool areServersNamed = true)
    {
        m_workspace = std::make_unique<Workspace>(m_folder->filePath(u"archive.microfiche"_s));
        FetchSettings fetch = localSettings(m_resolver);
        if (!areServersNamed) {
            fetch.localHosts.clear();
        }
        m_workspace->setPictureSettings({.fetch = {.fetch = fetch}});
        QVERIFY(m_workspace->start());
        QTRY_VERIFY(settings().isCounted() || browser().state() == ArchiveBrowser::Empty);
    }

    /// Articles with a picture each; those without an answer of the server are gone.
    QString write(const QString &name, const QByteArray &suffix)
    {
        const QString folder = m_folder->filePath(name);
        QDir().mkpath(folder);
        for (int i = 0; i < Articles; ++i) {
            const QByteArray number = QByteArray::number(i);
            const QByteArray publisher = i % 2 == 0 ? "even" : "odd";
            const QString path = u'/' + QString::fromLatin1(number + suffix);
            QFile file(folder + u"/%1.md"_s.arg(i));
            if (file.open(QIODevice::WriteOnly)) {
                file.write("---\ntitle: Article " + number + "\nwebUrl: https://" + publisher +
                           ".example/" + number + "\nprovider:\n  name: " + publisher +
                           "\n  domain: " + publisher + ".example\n  images:\n    - url: " +
                           m_server->url(u"/logo.png"_s).toEncoded() +
                           "\nimages:\n  - url: " + m_server->url(path).toEncoded() + "\n---\n");
            }
        }
        return folder;
    }
    void import(const QString &folder)
    {
        session().importWhenOpen({{QFile::encodeName(folder)}});
        QTRY_COMPARE(browser().articles()->rowCount(), Articles);
        QTRY_VERIFY(!session().importer().isRunning());
        QMetaObject::invokeMethod(&window(), "showCards");
        QTRY_VERIFY(settings().isCounted());
        QTRY_VERIFY(item("articles") && grid());
    }
    qsizetype strips(const QString &words)
    {
        const auto items = this->items();
        return std::count_if(items.begin(), items.end(), [&words](QQuickItem *one) {
            return one->isVisible() && one->property("text") == words;
        });
    }

    /// Does it while somebody works in another window.
    template <typename Task>
    void turnTo(Task task)
    {
        QQuickWindow other;
        other.show();
        other.requestActivate();
        QTRY_VERIFY(other.isActive());
        task();
        window().requestActivate();
        QTRY_VERIFY(window().isActive());
    }
    /// From the first card to the last and back, as the wheel does it.
    void scrollThroughAll()
    {
        const QPointF at = middleOf(grid());
        for (const int step : {-1200, 1200}) {
            for (int i = 0; i < 12; ++i) {
                QWheelEvent wheel(at, window().mapToGlobal(at), {}, {0, step}, Qt::NoButton,
                                  Qt::NoModifier, Qt::NoScrollPhase, false);
                QCoreApplication::sendEvent(&window(), &wheel);
                QVERIFY(!window().grabWindow().isNull());
            }
        }
    }

    void setUp()
    {
        QQuickStyle::setStyle(u"Basic"_s);
        m_translations = std::make_unique<Translations>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ScriptedServer>();
        m_resolver = std::make_shared<ScriptedResolver>();
        const QString articles = write(u"articles"_s, ".png");
        for (int i = 0; i < Articles; ++i) {
            m_server->answer("/" + QByteArray::number(i) + ".png",
                             ServerAnswer::picture(PictureBytes::png({32 + i, 36})));
        }
        m_server->answer("/logo.png", ServerAnswer::picture(PictureBytes::png({16, 16})));
        open();
        import(articles);
    }

    void tearDown()
    {
        m_workspace.reset();
        m_server.reset();
        m_translations.reset();
    }

    std::unique_ptr<Translations> m_translations; // plural forms
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    std::shared_ptr<ScriptedResolver> m_resolver;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace Microfiche::Test
