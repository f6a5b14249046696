// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetchsetting.h"
#include "pictures/source/picturesource.h"
#include "support/scriptedserver.h"

#include <QDir>
#include <QFile>
#include <QUrl>

namespace Microfiche::Test
{

/// An archive of articles whose pictures lie on a server of this machine, and come to each of the
/// ends that a picture can come to.
class PictureScene final
{
public:
    /// Writes the articles into `folder`; `pictures` are the files that the server gives.
    void write(const QString &folder, const QList<QUrl> &pictures)
    {
        QDir().mkpath(folder);
        for (int i = 0; i < Articles; ++i) {
            const QByteArray path = "/" + QByteArray::number(i);
            const QByteArray bytes = bytesOf(pictures.at(i % pictures.size()));
            m_server.answer(path, answer(i, bytes));
            if (i < Held) {
                m_heldBack += bytes;
            }
            QFile file(folder + QStringLiteral("/%1.md").arg(i));
            if (file.open(QIODevice::WriteOnly)) {
                // A host that is waited for, or left alone, holds up no other.
                const QString host = i < Held      ? QStringLiteral("a.pictures.example")
                                     : i == Busy   ? QStringLiteral("b.pictures.example")
                                     : i == Broken ? QStringLiteral("other.example")
                                                   : QStringLiteral("news.example");
                file.write(article(i, m_server.url(QString::fromLatin1(path), host).toEncoded()));
            }
        }
    }

    PictureSource::Settings settings() const
    {
        return {.fetch = {.fetch = localSettings(m_resolver)}};
    }
    /// What is held back comes, and is not held back any more.
    void release()
    {
        for (int i = 0; i < Held; ++i) {
            m_server.answer("/" + QByteArray::number(i), ServerAnswer::picture(m_heldBack.at(i)));
        }
        m_server.release();
    }
    static QString refusedPublisher() { return QStringLiteral("ferry.example"); }

private:
    static constexpr int Articles = 14;
    static constexpr int Held = 2;
    static constexpr int Busy = 5;
    static constexpr int Broken = 6;
    static constexpr int Circle = 7;

    static QByteArray bytesOf(const QUrl &picture)
    {
        QFile file(QLatin1Char(':') + picture.path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static ServerAnswer answer(int index, const QByteArray &picture)
    {
        switch (index) {
        case 0:
        case 1: return ServerAnswer::picture(picture).held();
        case 3: return ServerAnswer::of(404, "no");
        case 4: return ServerAnswer::of(200, "<html>Sign in</html>");
        case Busy: return ServerAnswer::of(503, "busy", {{"Retry-After", "3000"}});
        case Broken: return ServerAnswer::of(500, "broken");
        case Circle: return ServerAnswer::redirect("/7");
        default: return ServerAnswer::picture(picture);
        }
    }

    static QByteArray article(int index, const QByteArray &picture)
    {
        static const QList<std::array<const char *, 3>> publishers{
            {"Harbour Post", "harbour.example", "The pier that moved a yard in forty years"},
            {"Tide Weekly", "tide.example", "What a keeper writes down when nothing happens"},
            {"Ferry News", "ferry.example", "The timetable that nobody dared to change"},
            {"Lighthouse Review", "light.example",
             "Six lamps, and the man who knows them by sound"},
            {"Coast Radio", "coast.example", "Fog all week, and then the ships came in at once"},
            {"Island Mail", "island.example", "A letter took nine days over four miles of water"},
        };
        const auto &[name, domain, title] = publishers.at(index % publishers.size());
        const QByteArray number = QByteArray::number(index);
        return QByteArray("---\ntitle: ") + title +
               "\nexcerpt: Told by those who were there.\nwebUrl: https://" + domain + "/" +
               number + "\npublishedDateTime: 2024-03-" + QByteArray::number(28 - index) +
               "T10:00:00Z\ntype: article\nquality: " + QByteArray::number(60 + index * 7) +
               "\nprovider:\n  name: " + name + "\n  domain: " + domain + "\ntopics:\n  - " +
               (index % 2 == 0 ? "Ferries" : "Light") + "\nimages:\n  - url: " + picture +
               "\n    width: 1280\n    height: 720\n---\n";
    }

    std::shared_ptr<ScriptedResolver> m_resolver = std::make_shared<ScriptedResolver>();
    ScriptedServer m_server;
    QList<QByteArray> m_heldBack;
};

} // namespace Microfiche::Test
