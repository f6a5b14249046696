// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/archiveindex.h"
#include "query/querytext.h"

#include "answerdifference.h"
#include "referenceanswer.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;

/// Random archives and random queries: whatever is asked, ArchiveIndex answers what counting row by
/// row would.
class TestEvaluate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersWhatCountingByHandAnswers_data();
    void answersWhatCountingByHandAnswers();
    void answersTheSameHoweverTheRowsCame();
    void ordersEveryRowInOnlyOneWay();
};

namespace
{

class Generator
{
public:
    explicit Generator(quint32 seed)
        : m_random(seed)
    {
    }

    int below(int bound) { return m_random.bounded(bound); }
    bool oneIn(int chances) { return below(chances) == 0; }

    IndexBatch names()
    {
        IndexBatch batch;
        for (int id = 1; id <= 8; ++id) {
            batch.topics.append(
                {id, QStringLiteral("Topic %1").arg(QChar(u'A' + below(4))) + letter(id)});
        }
        for (int id = 1; id <= 6; ++id) {
            const QString name = QStringLiteral("Paper ") + letter(id);
            batch.providers.append(
                {id, letter(id).toLower() + QStringLiteral(".example"), oneIn(3) ? QString() : name,
                 oneIn(2) ? QStringList{QStringLiteral("Daily ") + letter(id)} : QStringList(), 0});
        }
        return batch;
    }

    IndexRow row(ArticleId id)
    {
        IndexRow row;
        row.id = id;
        if (!oneIn(6)) {
            // Around 1970 and around midnight, so that days, seconds and signs all matter.
            row.publishedAt =
                qint64(below(12) - 6) * 86'400 + (oneIn(2) ? below(3) - 1 : below(86'400));
        }
        if (!oneIn(5)) {
            row.quality = oneIn(20) ? 2'000'000'000 : below(12) * 10;
        }
        if (!oneIn(2)) {
            row.heat = below(5);
        }
        row.provider = below(7); // 0: none
        for (int left = below(4); left > 0; --left) {
            row.topics.append(1 + below(8)); // perhaps twice
        }
        row.type = oneIn(9)   ? QString()
                   : oneIn(4) ? QStringLiteral("video")
                              : QStringLiteral("Article");
        row.isMention = oneIn(4);
        row.isUnpublished = oneIn(3);
        row.isRemoved = oneIn(9);
        row.hasPicture = oneIn(2);
        row.hasRelated = oneIn(2);
        row.hasBody = oneIn(3);
        row.isSeen = oneIn(2);
        row.isStarred = oneIn(4);
        row.hasNote = oneIn(5);
        row.tags = tags();
        return row;
    }

    Query query()
    {
        Query query;
        const int wordCount = oneIn(8) ? below(10) : oneIn(2) ? below(3) : 0;
        for (int left = wordCount; left > 0; --left) {
            query.words.append(word());
        }
        const QDate epoch(1970, 1, 1);
        if (oneIn(2)) {
            query.date = range<DateRange>([&] { return epoch.addDays(below(14) - 7); });
        }
        if (oneIn(2)) {
            query.quality = range<ScoreRange>([&] { return below(130); });
        }
        if (oneIn(3)) {
            query.heat = range<ScoreRange>([&] { return below(6); });
        }
        for (Missing *missing : {&query.undated, &query.unrated, &query.unmeasured}) {
            *missing = oneIn(2) ? Missing::Excluded : Missing(below(3));
        }
        query.topics = oneIn(2) ? topicNames(below(3)) : QStringList();
        query.providers = oneIn(3) ? providerNames(below(3)) : QStringList();
        query.types = oneIn(3) ? typeNames(below(3)) : QStringList();
        query.tags = oneIn(3) ? tagNames(below(3)) : QStringList();
        const int conditionCount = oneIn(8) ? below(12) : oneIn(2) ? below(4) : 0;
        for (int left = conditionCount; left > 0; --left) {
            query.conditions.append(condition(3));
        }
        query.kinds = Kinds(below(3));
        query.unpublishedOnly = oneIn(4);
        query.sort = {SortKey(below(5)), oneIn(2)};
        return query;
    }

    Condition condition(int depth)
    {
        using Kind = Condition::Kind;
        Condition condition;
        condition.kind = depth > 0 && oneIn(3) ? Kind(below(2)) : Kind(2 + below(9));
        condition.isNegated = oneIn(3);
        condition.takesMissing = oneIn(3);
        condition.state = ArticleState(below(10));
        condition.term = term();
        // Also what its kind does not heed, and ranges and lists that ask for nothing.
        condition.dates = range<DateRange>([&] { return QDate(1970, 1, 1).addDays(below(8) - 4); });
        condition.scores = range<ScoreRange>([&] { return below(2) * 60 + below(5); });
        switch (condition.kind) {
        case Kind::Topic: condition.names = topicNames(below(3)); break;
        case Kind::Provider: condition.names = providerNames(below(3)); break;
        case Kind::Tag: condition.names = tagNames(below(3)); break;
        default: condition.names = typeNames(below(3)); break;
        }
        if (condition.kind == Kind::All || condition.kind == Kind::Any) {
            for (int left = below(4); left > 0; --left) {
                condition.parts.append(this->condition(depth - 1));
            }
            if (oneIn(3) && !condition.parts.isEmpty()) { // all about one field
                condition.parts.fill(condition.parts.first());
            }
        }
        return condition;
    }

    QString word()
    {
        return oneIn(9) ? QStringLiteral(" ") : QStringLiteral("word") + letter(below(5));
    }

    StoreTerm term()
    {
        StoreTerm term;
        term.kind = StoreTerm::Kind(below(6));
        if (term.kind == StoreTerm::Kind::Cited) {
            term.count = range<ScoreRange>([&] { return below(3); });
        } else {
            term.text = word();
        }
        return term;
    }

    /// What the store may answer to half of all that can be asked here.
    TermHits hits(const QList<ArticleId> &ids)
    {
        TermHits hits;
        for (int left = 0; left < 60; ++left) {
            const StoreTerm asked = oneIn(2) ? term() : StoreTerm{StoreTerm::Kind::Text, word()};
            const QList<ArticleId> found = oneIn(9) ? QList<ArticleId>() : someOf(ids);
            hits.insert(asked, oneIn(2) ? IdSet(found) : bitsOf(found));
        }
        return hits;
    }

    /// Those that are below 10,000.
    static IdSet bitsOf(const QList<ArticleId> &ids)
    {
        std::vector<quint64> bits;
        for (const ArticleId id : ids) {
            if (id >= 0 && id < 10'000) {
                bits.resize(std::max(bits.size(), size_t(id / 64 + 1)));
                bits[size_t(id / 64)] |= quint64(1) << (id % 64);
            }
        }
        return IdSet::ofBits(std::move(bits));
    }

    QList<ArticleId> someOf(const QList<ArticleId> &ids)
    {
        QList<ArticleId> some;
        for (const ArticleId id : ids) {
            if (oneIn(2)) {
                some.append(id);
            }
        }
        std::sort(some.begin(), some.end());
        return some;
    }

    /// A batch that adds, changes and removes rows of `archive`.
    IndexBatch change(const ReferenceArchive &archive, int size)
    {
        IndexBatch batch;
        const QList<ArticleId> ids = archive.rows.keys();
        for (int left = size; left > 0; --left) {
            const bool changes = !ids.isEmpty() && oneIn(3);
            batch.rows.append(row(changes ? ids.at(below(int(ids.size()))) : 1 + below(3000)));
            if (!ids.isEmpty() && oneIn(8)) {
                batch.gone.append(ids.at(below(int(ids.size()))));
            }
            if (oneIn(2)) {
                const ArticleId id = !ids.isEmpty() && !oneIn(5) ? ids.at(below(int(ids.size())))
                                                                 : ArticleId(below(4000));
                batch.marked.append({id, oneIn(2), oneIn(3), oneIn(4), tags()});
            }
        }
        if (oneIn(2)) {
            batch.tags = tagEntries();
        }
        return batch;
    }

    /// Now and then nothing but what a person says.
    IndexBatch marksOnly(const ReferenceArchive &archive, int size)
    {
        IndexBatch batch = change(archive, size);
        batch.rows.clear();
        batch.gone.clear();
        return batch;
    }

private:
    QList<TagId> tags()
    {
        QList<TagId> tags;
        for (int left = oneIn(2) ? below(3) : 0; left > 0; --left) {
            tags.append(1 + below(5)); // perhaps one that no batch has named
        }
        return tags;
    }

    /// Each time others, under other names.
    QList<TagEntry> tagEntries()
    {
        QList<TagEntry> entries;
        for (int id = 1; id <= 5; ++id) {
            if (!oneIn(4)) {
                entries.append({id, QStringLiteral("Tag ") + letter(id + 5 * below(2)), below(8)});
            }
        }
        return entries;
    }

    QStringList tagNames(int count)
    {
        QStringList names;
        for (; count > 0; --count) {
            names.append(QStringLiteral("tAG ") + letter(1 + below(11)).toLower());
        }
        return names;
    }

    QStringList topicNames(int count)
    {
        QStringList names;
        for (; count > 0; --count) {
            names.append(QStringLiteral("tOPIC ") + QChar(u'a' + below(4)) + letter(1 + below(9)));
        }
        return names;
    }

    QStringList providerNames(int count)
    {
        QStringList names;
        for (; count > 0; --count) {
            const QString name = letter(1 + below(7));
            names.append(oneIn(3)   ? QStringLiteral("PAPER ") + name
                         : oneIn(2) ? QStringLiteral("daily ") + name
                                    : name + QStringLiteral(".Example"));
        }
        return names;
    }

    QStringList typeNames(int count)
    {
        QStringList names;
        for (; count > 0; --count) {
            names.append(oneIn(3)   ? QStringLiteral("VIDEO")
                         : oneIn(2) ? QStringLiteral("article")
                                    : QStringLiteral("comic"));
        }
        return names;
    }

    static QString letter(int id) { return QString(QChar(u'@' + id)); }

    template <typename Range, typename End>
    Range range(End end)
    {
        Range range;
        if (!oneIn(3)) {
            range.from = end();
        }
        if (!oneIn(3)) {
            range.to = end(); // backwards at times: no row fits
        }
        return range;
    }

    QRandomGenerator m_random;
};

/// What the store may answer: some of `ids` and of others that no row has.
TermHits hitsAmong(Generator &random, const QList<ArticleId> &ids)
{
    return random.hits(ids + QList<ArticleId>{0, -5, 5000, 1LL << 40});
}

} // namespace

void TestEvaluate::answersWhatCountingByHandAnswers_data()
{
    QTest::addColumn<int>("seed");
    QTest::addColumn<int>("batchSize");
    for (int seed = 1; seed <= 12; ++seed) {
        QTest::addRow("archive %d", seed) << seed << (seed % 4 == 0 ? 1 : 10 * seed);
    }
    QTest::newRow("empty archive") << 99 << 0;
}

void TestEvaluate::answersWhatCountingByHandAnswers()
{
    QFETCH(int, seed);
    QFETCH(int, batchSize);
    Generator random{quint32(seed)};
    ReferenceArchive archive;
    ArchiveIndex index;
    for (int step = 0; step < 6; ++step) {
        const IndexBatch batch = step == 0   ? random.names()
                                 : step == 4 ? random.marksOnly(archive, batchSize)
                                             : random.change(archive, batchSize);
        archive.apply(batch);
        index.apply(batch);
        if (step % 2 == 1) {
            archive.titleOrder = random.someOf(archive.rows.keys());
            index.setTitleOrder(archive.titleOrder);
        }
        for (int round = 0; round < 30; ++round) {
            const Query query = random.query();
            const TermHits hits = hitsAmong(random, archive.rows.keys());
            const QString wrong =
                difference(index.evaluate(query, hits), Reference(archive, query, hits).answer());
            QVERIFY2(wrong.isEmpty(), qPrintable(queryText(query) + u'\n' + wrong));
            QCOMPARE(index.countOf({query, {}}, hits),
                     (QList<int>{Reference(archive, query, hits).size(), index.articleCount()}));
        }
    }
}

void TestEvaluate::answersTheSameHoweverTheRowsCame()
{
    Generator random(42);
    IndexBatch all = random.names();
    QList<ArticleId> ids;
    for (ArticleId id = 1; id <= 300; ++id) {
        all.rows.append(random.row(id * 3));
        ids.append(id * 3);
    }
    ArchiveIndex atOnce;
    atOnce.apply(all);

    ArchiveIndex oneByOne;
    QList<IndexRow> shuffled = all.rows;
    std::reverse(shuffled.begin(), shuffled.begin() + 150);
    for (const IndexRow &row : shuffled) {
        IndexBatch batch;
        batch.rows = {random.row(row.id), row}; // the last of an id holds
        oneByOne.apply(batch);
    }
    IndexBatch namesLater;
    namesLater.providers = all.providers;
    namesLater.topics = all.topics;
    oneByOne.apply(namesLater);

    for (int round = 0; round < 200; ++round) {
        const Query query = random.query();
        const TermHits hits = hitsAmong(random, ids);
        QCOMPARE(difference(oneByOne.evaluate(query, hits), atOnce.evaluate(query, hits)),
                 QString());
    }
}

void TestEvaluate::ordersEveryRowInOnlyOneWay()
{
    // Rows that differ in nothing but the id, given in two orders, come out in one.
    Generator random(3);
    const IndexRow same = random.row(1);
    IndexBatch upwards;
    IndexBatch downwards;
    for (ArticleId id = 1; id <= 50; ++id) {
        IndexRow row = same;
        row.id = id;
        row.isMention = false;
        upwards.rows.append(row);
        downwards.rows.prepend(row);
    }
    ArchiveIndex a;
    ArchiveIndex b;
    a.apply(upwards);
    b.apply(downwards);
    for (const SortKey key :
         {SortKey::Date, SortKey::Quality, SortKey::Heat, SortKey::Title, SortKey::Provider}) {
        for (const bool reversed : {false, true}) {
            Query query;
            query.sort = {key, reversed};
            const QList<ArticleId> ids = a.evaluate(query).ids;
            QCOMPARE(ids, b.evaluate(query).ids);
            QVERIFY(std::is_sorted(ids.begin(), ids.end()));
            QCOMPARE(ids.size(), 50);
        }
    }
}

QTEST_GUILESS_MAIN(TestEvaluate)
#include "tst_evaluate.moc"
