// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/publishermodel.h"
#include "support/modeldump.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
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
    void staysInPlaceWhileItIsCounted();
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

void TestPublisherModel::staysInPlaceWhileItIsCounted()
{
    const auto of = [](const QString &domain, qint64 missing) {
        return PublisherPictures{domain, domain, {0, 0, 0, 0, 0, missing, 0}};
    };
    PublisherModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy reset(&model, &PublisherModel::modelReset);
    const auto rows = [&model] { return Test::dump(model, {"name", "pictures"}); };
    model.setPublishers({of(u"a"_s, 3), of(u"b"_s, 2), of(u"c"_s, 1)});
    QCOMPARE(reset.count(), 1);
    model.setPublishers({of(u"c"_s, 9), of(u"a"_s, 3), of(u"b"_s, 2)});
    QCOMPARE(rows(), (QStringList{u"a | 3"_s, u"b | 2"_s, u"c | 9"_s}));
    QCOMPARE(reset.count(), 1); // nor is anybody's place in the list lost
    model.setPublishers({of(u"d"_s, 10), of(u"c"_s, 9), of(u"b"_s, 2)});
    QCOMPARE(rows(), (QStringList{u"b | 2"_s, u"c | 9"_s, u"d | 10"_s}));
    model.arrange(); // it is opened anew
    QCOMPARE(rows(), (QStringList{u"d | 10"_s, u"c | 9"_s, u"b | 2"_s}));
}

QTEST_GUILESS_MAIN(TestPublisherModel)
#include "tst_publishermodel.moc"
