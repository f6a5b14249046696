// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakepictures.h"

#include "support/sqldatabase.h"
#include "window/picturesprovider.h"

#include <QHash>
#include <QQmlEngine>

using namespace Qt::StringLiterals;

namespace Microfiche
{

FakePictures::FakePictures(QObject *parent)
    : QObject(parent)
    , m_settings(m_files.store(),
                 [this](const PicturePolicy &policy) { m_states.setPolicy(policy); })
    , m_task(m_settings, m_source, m_catalog)
{
    m_source.setOffline(true); // tests ask nobody
    m_settings.setPause(std::chrono::milliseconds(1));
    const QList<std::array<const char *, 3>> articles{{"1", "Tide Weekly", "tide.example"},
                                                      {"2", "Tide Weekly", "tide.example"},
                                                      {"3", "Harbour Post", "harbour.example"},
                                                      {"4", "Island Mail", "island.example"}};
    for (const auto &[number, name, domain] : articles) {
        const QByteArray more = QByteArray("provider:\n  name: ") + name + "\n  domain: " + domain +
                                "\nimages:\n  - url: https://pictures.example/" + number + ".png\n";
        m_files.write(QByteArray(number) + ".md",
                      Test::articleBytes(QByteArray("Article ") + number,
                                         QByteArray("https://news.example/") + number, more));
    }
    m_files.import();
}

FakePictures::~FakePictures() = default;

void FakePictures::reset()
{
    const QString provider = u"picture"_s;
    if (QQmlEngine *engine = qmlEngine(this); engine && !engine->imageProvider(provider)) {
        engine->addImageProvider(provider, new PicturesProvider(m_source, m_states.inbox()));
    }
    m_task.cancel();
    m_task.dismiss();
    m_settings.undoClear();
    m_settings.keepChoice();
    m_files.store().setPicturePolicy({}).waitForFinished();
    m_settings.start();
    m_settings.count();
}

void FakePictures::tell(qint64 id, const QString &state)
{
    using State = PictureStatus::State;
    static const QHash<QString, PictureStatus> statuses{
        {u"ready"_s, {State::Ready}},
        {u"loading"_s, {State::Loading}},
        {u"notAllowed"_s, {State::NotAllowed}},
        {u"offline"_s, {State::Offline}},
        {u"gone"_s, {State::Gone}},
        {u"refused"_s, {State::Refused, PictureReason::NotAPicture}},
        {u"failed"_s, {State::Failed, PictureReason::TimedOut}}};
    m_states.inbox()(id, statuses.value(state), {});
}

void FakePictures::fetchOne()
{
    fetchBehind();
    m_settings.count();
}

void FakePictures::fetchBehind()
{
    KeptPicture kept;
    kept.picture = m_settings.survey().missing.constFirst();
    kept.state = PictureState::Fetched;
    kept.content = contentHash("bytes");
    kept.bytes = 5'000'000;
    m_files.store().keepPictures({kept}).waitForFinished();
}

void FakePictures::breakDown()
{
    Test::SqlDatabase(m_files.store().path())
        .run(u"CREATE TRIGGER full BEFORE UPDATE ON picture_policy"
             " BEGIN SELECT RAISE(ABORT, 'full'); END"_s);
}

} // namespace Microfiche
