// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/archivebuilder.h"
#include "support/olderarchive.h"
#include "support/readonlyplace.h"

#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

QString pictureUrl(int number)
{
    return u"https://pictures.example/%1.jpg"_s.arg(number);
}

/// Article `number` with its picture, of its own provider; the second relates to a mention.
Article withPicture(int number)
{
    Article article = makeArticle(number);
    article.provider = {u"Paper %1"_s.arg(number), u"paper%1.example"_s.arg(number), {}};
    Picture picture;
    picture.url = pictureUrl(number);
    article.pictures = {picture};
    return article;
}

KeptPicture fetched(PictureId picture, const QByteArray &bytes)
{
    KeptPicture kept;
    kept.picture = picture;
    kept.state = PictureState::Fetched;
    kept.content = contentHash(bytes);
    kept.bytes = bytes.size();
    kept.etag = "\"1\"";
    kept.lastModified = "Sun, 06 Nov 1994 08:49:37 GMT";
    kept.askedAt = 1'700'000'000;
    return kept;
}

KeptPicture lost(PictureId picture, PictureState state, int reason = 0, int wait = 0)
{
    KeptPicture kept;
    kept.picture = picture;
    kept.state = state;
    kept.reason = reason;
    kept.askedAt = 1'700'000'000;
    kept.waitSeconds = wait;
    return kept;
}

} // namespace

class PicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCameOfAPictureSurvivesClosing();
    void aCardKnowsWhatWasFetched();
    void whatIsTooSmallToBeLookedAtIsNoCardsPicture();
    void publishersAreAllThatNameAPicture();
    void eachAddressIsCountedOnce();
    void whatSeveralPublishersNameCountsForEach();
    void sameBytesAreWeighedOnce();
    void onlyWhatIsAskedForIsCounted();
    void mentionsAndLogosAreCounted();
    void thePolicySurvivesClosing();
    void weightsKnowWhatIsToStay();
    void showingIsCountedWithoutAClock();
    void forgettingGivesOnlyWhatNobodyNeeds();
    void whatWasPickedMeanwhileIsNotForgottenForRoom();
    void whatIsClearedHasItsNameYet();
    void whatIsPickedIsTheBytes();
    void clearingCanBeUndone();
    void whatIsNotToBeHadLeavesWhatWasCleared_data();
    void whatIsNotToBeHadLeavesWhatWasCleared();
    void forgettingLeavesWhatWasCleared();
    void whatWasClearedGoesAtTheNextStart();
    void whatOthersWriteIsNoticedOnce();
    void anArchiveFromBeforeIsReadAndBroughtUpToDate();

private:
    PictureId idOf(ArchiveBuilder &archive, int number)
    {
        return answerOf(archive.store().cards({archive.idOf(makeArticle(number))}))
            .constFirst()
            .picture;
    }
    PictureRecord record(ArchiveBuilder &archive, PictureId id)
    {
        return answerOf(archive.store().pictures({id})).value(0);
    }
};

void PicturesTest::whatCameOfAPictureSurvivesClosing()
{
    ArchiveBuilder archive;
    for (int i = 1; i <= 4; ++i) {
        archive.add(withPicture(i));
    }
    archive.commit();
    const KeptPicture one = fetched(idOf(archive, 1), "one");
    const KeptPicture two = lost(idOf(archive, 2), PictureState::Refused, 7);
    const KeptPicture three = lost(idOf(archive, 3), PictureState::Failed, 2, 3600);
    QVERIFY(answerOf(archive.store().keepPictures({one, two, three})));
    archive.reopen();
    const auto records = answerOf(
        archive.store().pictures({three.picture, one.picture, 999, two.picture, idOf(archive, 4)}));
    QCOMPARE(records.size(), 4);
    QCOMPARE(records.at(0).kept, three);
    QCOMPARE(records.at(1).kept, one);
    QCOMPARE(records.at(1).url, pictureUrl(1));
    QCOMPARE(records.at(1).publishers, QStringList(u"paper1.example"_s));
    QCOMPARE(records.at(2).kept, two);
    QCOMPARE(records.at(3).kept.state, PictureState::Missing);

    KeptPicture again = fetched(two.picture, "two");
    QVERIFY(answerOf(archive.store().keepPictures({again})));
    QCOMPARE(record(archive, two.picture).kept, again);
    QVERIFY(answerOf(archive.store().keepPictures({lost(999, PictureState::Gone)}))); // nobody's
    QVERIFY(answerOf(archive.store().pictures({999})).isEmpty());
}

void PicturesTest::whatOthersWriteIsNoticedOnce()
{
    ArchiveBuilder archive;
    archive.add(withPicture(1));
    archive.commit();
    const PictureId id = idOf(archive, 1);
    QVERIFY(!answerOf(archive.store().isChangedByOthers()));
    answerOf(archive.store().keepPictures({fetched(id, "own")}));
    QVERIFY(!answerOf(archive.store().isChangedByOthers()));
    {
        Store other;
        QCOMPARE(answerOf(other.open(archive.path())).opening, Store::Opening::Opened);
        QVERIFY(!answerOf(archive.store().isChangedByOthers())); // it has only looked
        QVERIFY(answerOf(other.keepPictures({fetched(id, "other")})));
    }
    QVERIFY(answerOf(archive.store().isChangedByOthers()));
    QVERIFY(!answerOf(archive.store().isChangedByOthers()));
}

void PicturesTest::aCardKnowsWhatWasFetched()
{
    ArchiveBuilder archive;
    archive.add(withPicture(1));
    archive.commit();
    const auto card = [&] {
        return answerOf(archive.store().cards({archive.idOf(makeArticle(1))})).constFirst();
    };
    QVERIFY(!card().isPictureCarried);
    answerOf(archive.store().keepPictures({lost(card().picture, PictureState::Gone)}));
    QVERIFY(!card().isPictureCarried);
    answerOf(archive.store().keepPictures({fetched(card().picture, "one")}));
    QVERIFY(card().isPictureCarried);
    answerOf(archive.store().clearPictures());
    QVERIFY(!card().isPictureCarried);
}

void PicturesTest::whatIsTooSmallToBeLookedAtIsNoCardsPicture()
{
    ArchiveBuilder archive;
    const auto sized = [](int number, std::optional<int> width, std::optional<int> height) {
        Picture picture;
        picture.url = pictureUrl(number);
        picture.width = width;
        picture.height = height;
        return picture;
    };
    Article article = makeArticle(1);
    article.pictures = {sized(1, 1, 1), sized(2, 600, 31), sized(3, 32, 32)};
    Article counted = makeArticle(2);
    counted.pictures = {sized(1, 1, 1)};
    Article unsized = makeArticle(3);
    unsized.pictures = {sized(4, 0, {})};
    for (const Article &one : {article, counted, unsized}) {
        archive.add(one);
    }
    archive.commit();
    const auto url = [&](int number) {
        return answerOf(archive.store().cards({archive.idOf(makeArticle(number))}))
            .constFirst()
            .pictureUrl;
    };
    QCOMPARE(url(1), pictureUrl(3));
    QCOMPARE(url(2), QString());
    QCOMPARE(url(3), pictureUrl(4));
    const IndexBatch read = answerOf(archive.store().indexRows(0, 10));
    for (const auto &row : read.rows) {
        QCOMPARE(row.hasPicture,
                 row.id != archive.idOf(counted)); // who asks for pictures, or a wall
    }
}

void PicturesTest::publishersAreAllThatNameAPicture()
{
    ArchiveBuilder archive;
    Article one = withPicture(1);
    Article two = withPicture(2);
    two.pictures = one.pictures;
    Article three = withPicture(3);
    three.provider.domain.clear();
    three.pictures = one.pictures;
    for (const Article &article : {one, two, three}) {
        archive.add(article);
    }
    archive.commit();
    QCOMPARE(record(archive, idOf(archive, 1)).publishers,
             QStringList({u"paper1.example"_s, u"paper2.example"_s}));
}

void PicturesTest::eachAddressIsCountedOnce()
{
    ArchiveBuilder archive;
    for (int i = 1; i <= 7; ++i) {
        archive.add(withPicture(i));
    }
    Article again = withPicture(8);
    again.pictures = withPicture(1).pictures;
    again.pictures.append({u"https://counter.example/1.gif"_s, 1, 1, false, {}}); // of no account
    archive.add(again);
    archive.carry(pictureUrl(7), contentHash("carried"));
    archive.commit();
    KeptPicture refused = lost(idOf(archive, 4), PictureState::Refused);
    refused.reason = 7;
    KeptPicture failed = lost(idOf(archive, 5), PictureState::Failed);
    failed.reason = 20;
    answerOf(archive.store().keepPictures(
        {fetched(idOf(archive, 1), "one"), fetched(idOf(archive, 2), "two-two"),
         lost(idOf(archive, 3), PictureState::Gone), refused, failed}));
    const PictureSurvey survey = answerOf(archive.store().pictureSurvey(std::nullopt));
    QCOMPARE(survey.all, (PictureCount{1, 2, 1, 1, 1, 1, 10}));
    QCOMPARE(survey.all.all(), 7);
    QCOMPARE(survey.missing, QList<PictureId>{idOf(archive, 6)});
    QCOMPARE(survey.failed, QList<PictureId>{idOf(archive, 5)});
    QCOMPARE(survey.lost, (QList<PictureId>{idOf(archive, 3), idOf(archive, 4)}));
    QCOMPARE(survey.reasons, (QMap<int, qint64>{{7, 1}, {20, 1}}));
    QCOMPARE(survey.publishers.size(), 8);
    QCOMPARE(survey.publishers.at(0),
             (PublisherPictures{u"paper1.example"_s, u"Paper 1"_s, {0, 1, 0, 0, 0, 0, 3}}));
    QCOMPARE(survey.stateOf(idOf(archive, 1)), PictureState::Fetched);
    QCOMPARE(survey.stateOf(idOf(archive, 4)), PictureState::Refused);
    QCOMPARE(survey.stateOf(idOf(archive, 6)), PictureState::Missing);
    QCOMPARE(survey.stateOf(idOf(archive, 7)), PictureState::Fetched); // an import brought it
    QVERIFY(!survey.stateOf(0) && !survey.stateOf(1'000'000));
    const IdSet second{archive.idOf(makeArticle(2))};
    QVERIFY(!answerOf(archive.store().pictureSurvey(second)).stateOf(idOf(archive, 1)));
}

/// Whoever looks at one of them wants to know of all that it names.
void PicturesTest::whatSeveralPublishersNameCountsForEach()
{
    ArchiveBuilder archive;
    const auto add = [&archive](int number, const QString &domain, int picture) {
        Article article = withPicture(number);
        article.provider = {domain.section(u'.', 0, 0), domain, {}};
        article.pictures = withPicture(picture).pictures;
        archive.add(article);
    };
    add(1, u"one.example"_s, 1);
    add(2, u"one.example"_s, 1); // once for each of them
    add(3, u"two.example"_s, 1);
    add(4, u"two.example"_s, 2);
    add(5, u"two.example"_s, 1);
    add(6, {}, 2);
    archive.commit();
    answerOf(archive.store().keepPictures(
        {fetched(idOf(archive, 1), "same"), fetched(idOf(archive, 4), "same")}));
    const PictureSurvey survey = answerOf(archive.store().pictureSurvey(std::nullopt));
    QCOMPARE(survey.all, (PictureCount{0, 2, 0, 0, 0, 0, 4}));
    QCOMPARE(survey.fetched.size(), 2);
    QCOMPARE(survey.publishers,
             (QList{PublisherPictures{u"two.example"_s, u"two"_s, {0, 2, 0, 0, 0, 0, 4}},
                    PublisherPictures{{}, {}, {0, 1, 0, 0, 0, 0, 4}},
                    PublisherPictures{u"one.example"_s, u"one"_s, {0, 1, 0, 0, 0, 0, 4}}}));
}

void PicturesTest::sameBytesAreWeighedOnce()
{
    ArchiveBuilder archive;
    for (int i = 1; i <= 5; ++i) {
        archive.add(withPicture(i));
    }
    archive.carry(pictureUrl(5), contentHash("carried"));
    archive.commit();
    answerOf(archive.store().keepPictures(
        {fetched(idOf(archive, 1), "same"), fetched(idOf(archive, 2), "same"),
         fetched(idOf(archive, 3), "another"), fetched(idOf(archive, 4), "carried")}));
    const PictureSurvey all = answerOf(archive.store().pictureSurvey(std::nullopt));
    QCOMPARE(all.all.fetched, 4);
    QCOMPARE(all.all.fetchedBytes, qint64(strlen("same") + strlen("another")));
    const IdSet second(QList<ArticleId>{archive.idOf(makeArticle(2))});
    QCOMPARE(answerOf(archive.store().pictureSurvey(second)).all.fetchedBytes,
             qint64(strlen("same")));
}

void PicturesTest::onlyWhatIsAskedForIsCounted()
{
    ArchiveBuilder archive;
    archive.add(withPicture(1));
    archive.add(withPicture(2));
    archive.commit();
    const IdSet second{archive.idOf(makeArticle(2))};
    QCOMPARE(answerOf(archive.store().pictureSurvey(second)).missing,
             QList<PictureId>{idOf(archive, 2)});
    QCOMPARE(answerOf(archive.store().pictureSurvey(IdSet())).all, PictureCount());
}

void PicturesTest::mentionsAndLogosAreCounted()
{
    ArchiveBuilder archive;
    Article one = withPicture(1);
    Picture logo;
    logo.url = u"https://pictures.example/logo.png"_s;
    one.provider.logos = {logo};
    one.related = {relatedTo(withPicture(3))}; // not imported: a mention
    one.related[0].pictures = withPicture(3).pictures;
    one.related[0].provider = withPicture(3).provider;
    Article two = withPicture(2);
    two.related = {relatedTo(makeArticle(1))};
    archive.add(one);
    archive.add(two);
    archive.commit();
    const PictureSurvey survey =
        answerOf(archive.store().pictureSurvey(IdSet{archive.idOf(makeArticle(1))}));
    QCOMPARE(survey.all.missing, 3);
    QCOMPARE(survey.publishers.at(0).domain, u"paper1.example"_s);
    QCOMPARE(survey.publishers.at(0).count.missing, 2);
    QCOMPARE(survey.publishers.at(1).domain, u"paper3.example"_s);
    QCOMPARE(answerOf(archive.store().pictureSurvey(std::nullopt)).all.missing, 4);
    // An article that is related to has its own pictures, which are not this one's.
    QCOMPARE(
        answerOf(archive.store().pictureSurvey(IdSet{archive.idOf(makeArticle(2))})).all.missing,
        1);
}

void PicturesTest::thePolicySurvivesClosing()
{
    ArchiveBuilder archive;
    QCOMPARE(answerOf(archive.store().picturePolicy()), PicturePolicy());
    QCOMPARE(PicturePolicy().mode, PictureMode::Never);
    const PicturePolicy policy{PictureMode::Chosen, true, {u"a.example"_s, u"b.example"_s},
                               {u"c.example"_s},    true, 5'000'000,
                               u"topic:Sea"_s};
    QVERIFY(answerOf(archive.store().setPicturePolicy(policy)));
    archive.reopen();
    QCOMPARE(answerOf(archive.store().picturePolicy()), policy);
    QVERIFY(answerOf(archive.store().setPicturePolicy({})));
    QCOMPARE(answerOf(archive.store().picturePolicy()), PicturePolicy());
}

void PicturesTest::weightsKnowWhatIsToStay()
{
    ArchiveBuilder archive;
    for (int i = 1; i <= 4; ++i) {
        archive.add(withPicture(i));
    }
    archive.carry(pictureUrl(4), contentHash("same"));
    archive.commit();
    answerOf(archive.store().keepPictures({fetched(idOf(archive, 1), "one"),
                                           fetched(idOf(archive, 2), "same"),
                                           fetched(idOf(archive, 3), "picked")}));
    answerOf(archive.store().pickPictures({idOf(archive, 3)}, true));
    QHash<QByteArray, bool> stays;
    const auto weights = answerOf(archive.store().pictureWeights());
    for (const PictureWeight &weight : weights) {
        stays.insert(weight.content, weight.isToStay);
    }
    QCOMPARE(stays.size(), 3);
    QVERIFY(!stays.value(contentHash("one")));
    QVERIFY(stays.value(contentHash("same")));
    QVERIFY(stays.value(contentHash("picked")));
}

void PicturesTest::showingIsCountedWithoutAClock()
{
    ArchiveBuilder archive;
    archive.add(withPicture(1));
    archive.add(withPicture(2));
    archive.commit();
    answerOf(archive.store().keepPictures(
        {fetched(idOf(archive, 1), "one"), fetched(idOf(archive, 2), "two")}));
    const auto shown = [&archive](const QByteArray &bytes) {
        const auto weights = answerOf(archive.store().pictureWeights());
        for (const PictureWeight &weight : weights) {
            if (weight.content == contentHash(bytes)) {
                return weight.lastShown;
            }
        }
        return qint64(-1);
    };
    QCOMPARE(shown("one"), shown("two"));
    QVERIFY(answerOf(archive.store().notePicturesShown({idOf(archive, 2)})));
    QVERIFY(shown("one") < shown("two"));
    archive.reopen();
    answerOf(archive.store().notePicturesShown({idOf(archive, 1)}));
    QVERIFY(shown("one") > shown("two"));
}

void PicturesTest::forgettingGivesOnlyWhatNobodyNeeds()
{
    ArchiveBuilder archive;
    for (int i = 1; i <= 3; ++i) {
        archive.add(withPicture(i));
    }
    archive.carry(pictureUrl(3), contentHash("carried"));
    archive.commit();
    answerOf(archive.store().keepPictures(
        {fetched(idOf(archive, 1), "one"), fetched(idOf(archive, 2), "carried")}));
    QCOMPARE(answerOf(archive.store().forgetPictures({contentHash("one"), contentHash("carried")})),
             QList<ContentHash>{contentHash("one")});
    QCOMPARE(record(archive, idOf(archive, 1)).kept.state, PictureState::Missing);
    QCOMPARE(record(archive, idOf(archive, 3)).carried, contentHash("carried"));
}

void PicturesTest::whatWasPickedMeanwhileIsNotForgottenForRoom()
{
    ArchiveBuilder archive;
    archive.add(withPicture(1));
    archive.add(withPicture(2));
    archive.commit();
    const QList<ContentHash> weighed{contentHash("one"), contentHash("two")};
    answerOf(archive.store().keepPictures(
        {fetched(idOf(archive, 1), "one"), fetched(idOf(archive, 2), "two")}));
    answerOf(archive.store().pickPictures({idOf(archive, 2)}, true));
    QCOMPARE(answerOf(archive.store().forgetPictures(weighed, Forgotten::Unpicked)),
             QList<ContentHash>{contentHash("one")});
    QCOMPARE(record(archive, idOf(archive, 2)).kept.content, contentHash("two"));
    QCOMPARE(answerOf(archive.store().forgetPictures(weighed)).size(), 2); // which are lost
    QCOMPARE(record(archive, idOf(archive, 2)).kept.state, PictureState::Missing);
}

void PicturesTest::whatIsClearedHasItsNameYet()
{
    ArchiveBuilder archive;
    archive.add(withPicture(1));
    archive.commit();
    answerOf(archive.store().keepPictures({fetched(idOf(archive, 1), "one")}));
    const QList<ContentHash> asked{contentHash("one"), contentHash("two")};
    const QList<ContentHash> unnamed{contentHash("two")};
    QCOMPARE(answerOf(archive.store().unnamedPictures(asked)), unnamed);
    answerOf(archive.store().clearPictures());
    QCOMPARE(answerOf(archive.store().unnamedPictures(asked)), unnamed);
    answerOf(archive.store().dropClearedPictures());
    QCOMPARE(answerOf(archive.store().unnamedPictures(asked)).size(), 2);
}

void PicturesTest::whatIsPickedIsTheBytes()
{
    ArchiveBuilder archive;
    archive.add(withPicture(1));
    archive.add(withPicture(2));
    archive.commit();
    const PictureId one = idOf(archive, 1);
    const PictureId two = idOf(archive, 2);
    const auto keeping = [&archive](PictureId id) {
        return answerOf(archive.store().pictureOrigin(id))->keeping;
    };
    QVERIFY(answerOf(archive.store().pickPictures({one}, true))); // is not there
    QCOMPARE(keeping(one), StoredKeeping::Nothing);
    answerOf(archive.store().keepPictures({fetched(one, "same"), fetched(two, "same")}));
    QCOMPARE(keeping(one), StoredKeeping::Fetched);
    QVERIFY(answerOf(archive.store().pickPictures({one}, true)));
    QCOMPARE(keeping(two), StoredKeeping::Picked);
    QVERIFY(answerOf(archive.store().pictureWeights()).constFirst().isToStay);
    QCOMPARE(answerOf(archive.store().clearPictures())->count, 0);
    QVERIFY(answerOf(archive.store().pickPictures({two}, false)));
    QCOMPARE(keeping(one), StoredKeeping::Fetched);
}

void PicturesTest::clearingCanBeUndone()
{
    ArchiveBuilder archive;
    for (int i = 1; i <= 3; ++i) {
        archive.add(withPicture(i));
    }
    archive.commit();
    const KeptPicture one = fetched(idOf(archive, 1), "one");
    const KeptPicture picked = fetched(idOf(archive, 3), "picked");
    answerOf(archive.store().keepPictures({one, fetched(idOf(archive, 2), "two"), picked}));
    answerOf(archive.store().pickPictures({picked.picture}, true));
    QCOMPARE(answerOf(archive.store().clearPictures()), (ClearedPictures{2, 6}));
    QCOMPARE(answerOf(archive.store().pictureSurvey(std::nullopt)).all,
             (PictureCount{0, 1, 0, 0, 0, 2, 6}));
    const KeptPicture again = fetched(idOf(archive, 2), "anew");
    answerOf(archive.store().keepPictures({again}));
    QCOMPARE(answerOf(archive.store().unclearPictures()), (ClearedPictures{1, 3}));
    QCOMPARE(record(archive, idOf(archive, 1)).kept, one);
    QCOMPARE(record(archive, idOf(archive, 2)).kept, again);
}

void PicturesTest::whatIsNotToBeHadLeavesWhatWasCleared_data()
{
    QTest::addColumn<PictureState>("answer");
    QTest::newRow("gone") << PictureState::Gone;
    QTest::newRow("refused") << PictureState::Refused;
    QTest::newRow("failed") << PictureState::Failed;
}

void PicturesTest::whatIsNotToBeHadLeavesWhatWasCleared()
{
    QFETCH(const PictureState, answer);
    ArchiveBuilder archive;
    archive.add(withPicture(1));
    archive.add(withPicture(2));
    archive.commit();
    const KeptPicture one = fetched(idOf(archive, 1), "one");
    const PictureId two = idOf(archive, 2);
    answerOf(archive.store().keepPictures({one, lost(two, PictureState::Failed, 2, 3600)}));
    answerOf(archive.store().clearPictures());
    QVERIFY(answerOf(archive.store().keepPictures({lost(one.picture, answer), lost(two, answer)})));
    QCOMPARE(record(archive, one.picture).kept.state, PictureState::Missing);
    QCOMPARE(record(archive, two).kept, lost(two, answer)); // had nothing to lose
    QCOMPARE(answerOf(archive.store().unclearPictures()), (ClearedPictures{1, 3}));
    QCOMPARE(record(archive, one.picture).kept, one);
}

void PicturesTest::forgettingLeavesWhatWasCleared()
{
    ArchiveBuilder archive;
    archive.add(withPicture(1));
    archive.add(withPicture(2));
    archive.commit();
    const KeptPicture one = fetched(idOf(archive, 1), "same");
    answerOf(archive.store().keepPictures({one}));
    answerOf(archive.store().clearPictures());
    answerOf(archive.store().keepPictures({fetched(idOf(archive, 2), "same")}));
    QVERIFY(answerOf(archive.store().forgetPictures({contentHash("same")})).isEmpty());
    QCOMPARE(record(archive, idOf(archive, 2)).kept.state, PictureState::Missing);
    QCOMPARE(answerOf(archive.store().unclearPictures()), (ClearedPictures{1, 4}));
    QCOMPARE(record(archive, one.picture).kept, one);
}

void PicturesTest::whatWasClearedGoesAtTheNextStart()
{
    ArchiveBuilder archive;
    archive.add(withPicture(1));
    archive.add(withPicture(2));
    archive.commit();
    answerOf(archive.store().keepPictures(
        {fetched(idOf(archive, 1), "one"), fetched(idOf(archive, 2), "two")}));
    answerOf(archive.store().clearPictures());
    answerOf(archive.store().keepPictures({fetched(idOf(archive, 2), "two")}));
    archive.reopen();
    QCOMPARE(answerOf(archive.store().dropClearedPictures()),
             QList<ContentHash>{contentHash("one")});
    QCOMPARE(answerOf(archive.store().unclearPictures()), ClearedPictures());
    QCOMPARE(record(archive, idOf(archive, 2)).kept.state, PictureState::Fetched);
}

void PicturesTest::anArchiveFromBeforeIsReadAndBroughtUpToDate()
{
    ArchiveBuilder archive;
    archive.add(withPicture(1));
    archive.commit();
    archive.close();
    {
        SqlDatabase database(archive.path());
        dropKeptPictures(database);
        database.run(u"PRAGMA user_version = 4"_s);
        database.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    }
    {
        const ReadOnlyPlace place(QFileInfo(archive.path()).path());
        Store store;
        QCOMPARE(
            answerOf(store.open(archive.path(), Store::IfMissing::Refuse, Store::Need::Reading))
                .opening,
            Store::Opening::Opened);
        const auto survey = answerOf(store.pictureSurvey(std::nullopt));
        QCOMPARE(survey.all.missing, 1);
        QCOMPARE(answerOf(store.pictures(survey.missing)).constFirst().url, pictureUrl(1));
        QCOMPARE(answerOf(store.picturePolicy()), PicturePolicy());
        QVERIFY(answerOf(store.pictureWeights()).isEmpty());
        QVERIFY(!answerOf(store.keepPictures({lost(1, PictureState::Gone)})));
        QCOMPARE(answerOf(store.cards({1})).size(), 1);
    }
    QCOMPARE(archive.reopen().opening, Store::Opening::Opened);
    QVERIFY(answerOf(archive.store().keepPictures({fetched(idOf(archive, 1), "one")})));
    QCOMPARE(record(archive, idOf(archive, 1)).kept.state, PictureState::Fetched);
}

QTEST_GUILESS_MAIN(PicturesTest)
#include "tst_pictures.moc"
