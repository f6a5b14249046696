// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetchsetting.h"
#include "picturebytes.h"

#include "pictures/fetch/picturefetch_p.h"
#include "support/scriptedserver.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

namespace Microfiche::Test
{

/// What tests of the fetcher have in common: one fetch from a server of their own, with host names
/// that they make up.
class FetcherCase : public QObject
{
protected:
    void setUp()
    {
        m_resolver = std::make_shared<ScriptedResolver>();
        m_settings = localSettings(m_resolver);
    }

    FetchedPicture fetch(const QUrl &url, const FetchValidators &validators = {})
    {
        PictureFetcher fetcher(m_settings);
        FetchedPicture picture;
        int answers = 0;
        QEventLoop events;
        fetcher.start({url, validators, m_settings.total}, [&](const FetchedPicture &answer) {
            picture = answer;
            ++answers;
            events.quit();
        });
        if (answers != 0) {
            qFatal("answered from inside start()");
        }
        QTimer::singleShot(20'000, &events, [] { qFatal("never answered"); });
        events.exec();
        return picture;
    }

    std::shared_ptr<ScriptedResolver> m_resolver;
    FetchSettings m_settings;
};

} // namespace Microfiche::Test
