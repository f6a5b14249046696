// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "english.h"
#include "importfixture.h"
#include "models/archivebrowser.h"
#include "recordingdesktop.h"
#include "support/modeldump.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <memory>

namespace Microfiche::Test
{

/// Front matter beside title and address.
inline QByteArray fields(const QByteArray &date, int quality, const QByteArray &topic,
                         const QByteArray &provider, const QByteArray &more = {})
{
    return "publishedDateTime: " + date + "\nquality: " + QByteArray::number(quality) +
           "\ntopics: [" + topic + "]\nprovider: {name: " + provider +
           ", domain: " + provider.toLower() + ".example}\n" + more;
}

inline QByteArray related(const QByteArray &title, const QByteArray &address)
{
    return "related:\n  - {title: " + title + ", webUrl: \"" + address + "\"}\n";
}

inline QStringList titlesOf(ArchiveBrowser &browser)
{
    return dump<Card>(*browser.articles(), "card", [](const Card &card) { return card.title; });
}

/// What tests of the whole have in common: a temporary archive, from files to the models that the
/// window shows. Three articles, one of them with a mention, and a file that is none.
class BrowserCase : public QObject
{
protected:
    void setUp()
    {
        m_files = std::make_unique<ImportFixture>();
        m_desktop = std::make_unique<RecordingDesktop>();
        m_files->write("fox.md",
                       articleBytes("The red fox", "https://news.example/fox",
                                    fields("2023-05-10T10:00:00Z", 84, "Foxes", "North",
                                           related("The badger", "https://b.example/1"))));
        m_files->write("owl.md", articleBytes("An owl at night", "https://news.example/owl",
                                              fields("2023-06-01T10:00:00Z", 60, "Birds", "South",
                                                     "published: false\n")));
        m_files->write("frost.md", articleBytes("Foxes in the frost", "https://news.example/frost",
                                                fields("2021-12-24T10:00:00Z", 91,
                                                       "\"Foxes\", Winter", "North")));
        m_files->write("notes.txt", "no article");
    }

    void tearDown()
    {
        m_browser.reset();
        m_files.reset();
    }

    template <typename Answer>
    static Answer answered(QFuture<Answer> future)
    {
        future.waitForFinished();
        return future.result();
    }

    void browse()
    {
        m_browser =
            std::make_unique<ArchiveBrowser>(m_files->store(), m_files->importer(), *m_desktop);
        for (QAbstractItemModel *model :
             {static_cast<QAbstractItemModel *>(m_browser->articles()),
              static_cast<QAbstractItemModel *>(m_browser->topics()),
              static_cast<QAbstractItemModel *>(m_browser->providers())}) {
            new QAbstractItemModelTester(
                model, QAbstractItemModelTester::FailureReportingMode::QtTest, model);
        }
    }

    void ready(ArchiveBrowser::State state = ArchiveBrowser::Ready)
    {
        browse();
        m_browser->start();
        QTRY_COMPARE(m_browser->state(), state);
        QTRY_VERIFY(state != ArchiveBrowser::Ready || m_browser->isCounted());
    }

    const English m_english;
    std::unique_ptr<ImportFixture> m_files;
    std::unique_ptr<RecordingDesktop> m_desktop;
    std::unique_ptr<ArchiveBrowser> m_browser;
};

} // namespace Microfiche::Test
