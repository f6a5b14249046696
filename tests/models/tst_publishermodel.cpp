// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/publishermodel.h"

#include <QTest>

using namespace Microfiche;
using namespace Qt::StringLiterals;

/// A tick says what will be fetched.
class TestPublisherModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ticksWhatIsFetched_data();
    void ticksWhatIsFetched();
};

void TestPublisherModel::ticksWhatIsFetched_data()
{
    QTest::addColumn<QString>("said"); // of whom the user said it
    QTest::addColumn<QString>("domain");
    QTest::addColumn<bool>("isMeant");
    const auto row = [](const char *title, const QString &said, const QString &domain, bool is) {
        QTest::newRow(title) << said << domain << is;
    };
    const QString news = u"news.example"_s;
    row("itself", news, news, true);
    row("another", news, u"other.example"_s, false);
    row("below", news, u"blog.news.example"_s, false);
    row("above", u"blog.news.example"_s, news, false);
    row("ends like it", news, u"fakenews.example"_s, false);
    row("below no dot", u"example"_s, news, false);
    row("without a dot", u"example"_s, u"example"_s, true);
    row("in capitals", news, u"News.Example"_s, true);
    row("with a dot at its end", u"news.example."_s, news, true);
    row("in punycode", u"b\u00fccher.example"_s, u"xn--bcher-kva.example"_s, true);
    row("no host's name", u"News & more"_s, u"News & more"_s, true);
    row("without a domain", news, QString(), false);
}

void TestPublisherModel::ticksWhatIsFetched()
{
    QFETCH(const QString, said);
    QFETCH(const QString, domain);
    QFETCH(const bool, isMeant);
    using Mode = FetchPolicy::Mode;
    struct Case {
        PictureMode mode;
        Mode fetchMode;
        QStringList allowed, refused;
        bool isAllowed;
    };
    const QList<Case> cases{{PictureMode::Never, Mode::Never, {said}, {}, false},
                            {PictureMode::Chosen, Mode::Chosen, {said}, {}, isMeant},
                            {PictureMode::Chosen, Mode::Chosen, {said}, {said}, false},
                            {PictureMode::All, Mode::All, {}, {said}, !isMeant}};
    PublisherModel model;
    model.setPublishers({{domain, domain, {}}});
    for (const Case &one : cases) {
        PicturePolicy policy;
        policy.mode = one.mode;
        policy.allowed = one.allowed;
        policy.refused = one.refused;
        model.setPolicy(policy);
        const bool isTicked = model.index(0).data(PublisherModel::AllowedRole).toBool();
        const bool isFetched = FetchPolicy::of(one.fetchMode, one.allowed, one.refused)
                                   .allows(FetchPolicy::domainName(domain), u"cdn.test"_s);
        QCOMPARE(isTicked, one.isAllowed);
        QCOMPARE(isFetched, one.isAllowed);
    }
}

QTEST_GUILESS_MAIN(TestPublisherModel)
#include "tst_publishermodel.moc"
