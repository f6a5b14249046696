// SPDX-License-Identifier: GPL-3.0-or-later
#include "repaircase.h"

#include <QDir>
#include <QLoggingCategory>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Microfiche::Test
{

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

Treasure treasureOf(const QString &path)
{
    Treasure treasure;
    Store store;
    if (answerOf(store.open(path, Store::IfMissing::Refuse)).opening != Store::Opening::Opened) {
        return treasure;
    }
    QList<ArticleId> ids;
    for (const IndexRow &row : answerOf(store.indexRows(0, 100'000)).rows) {
        ids.append(row.id);
    }
    const QList<TagEntry> tags = answerOf(store.tags());
    for (const ArticleId id : std::as_const(ids)) {
        const auto detail = answerOf(store.detail(id));
        for (const ArticleFile &file : detail->files) {
            const auto bytes = answerOf(store.original(file.version));
            treasure.files[QString::fromUtf8(file.path)] << file.hash << bytes.value_or("gone")
                                                         << QByteArray::number(file.importedAt);
        }
        QString said = (detail->card.isSeen ? u"+seen"_s : QString()) +
                       (detail->card.isStarred ? u"+starred"_s : QString());
        for (const TagEntry &tag : tags) {
            if (detail->card.tags.contains(tag.id)) {
                said += u'+' + tag.name + u'/' + QString::number(tag.color);
            }
        }
        said += detail->note.isEmpty() ? QString() : u"+note "_s + detail->note;
        if (!said.isEmpty()) {
            treasure.marks.append(detail->card.key + said);
        }
    }
    treasure.marks.sort();
    for (const SavedSearch &search : answerOf(store.savedSearches())) {
        treasure.searches << search.name + u'=' + search.query;
    }
    treasure.recent = answerOf(store.recentQueries());
    treasure.rejected = answerOf(store.rejectedFiles(1, 0, 100)).size();
    const PicturePolicy policy = answerOf(store.picturePolicy());
    treasure.policy = u"%1 %2"_s.arg(int(policy.mode)).arg(policy.budget);
    for (const PictureWeight &weight : answerOf(store.pictureWeights())) {
        treasure.kept << QString::fromLatin1(weight.content.toHex());
    }
    return treasure;
}

Article RepairCase::articleOf(int number)
{
    Article article = makeArticle(number);
    article.topics = {u"Topic %1"_s.arg(number % 7)};
    article.related = {relatedTo(makeArticle(number % Articles + 1)),
                       relatedTo(makeArticle(10'000 + number % 5))};
    article.pictures = {{u"https://news.example/pictures/%1.jpg"_s.arg(number), 20, 10, false, {}}};
    return article;
}

std::optional<Article> RepairCase::parsed(const QByteArray &bytes)
{
    static const QRegularExpression Number(u"articles/(\\d+)"_s);
    const auto match = Number.match(QString::fromUtf8(bytes));
    return match.hasMatch() ? std::optional(articleOf(match.captured(1).toInt())) : std::nullopt;
}

void RepairCase::makeSound()
{
    QLoggingCategory::setFilterRules(u"microfiche.store=false"_s);
    constexpr int PerBatch = 50;
    ArchiveBuilder archive;
    archive.store();
    for (int number = 1; number <= Articles; ++number) {
        const Article article = articleOf(number);
        archive.add(article, {}, originalOf(article) + QByteArray(200, char('a' + number % 23)));
        if (number % PerBatch == 0) {
            QCOMPARE(archive.commit().added, PerBatch);
        }
    }
    archive.addRejected("bad.md", {3, 4, u"This is no article"_s, 1});
    archive.addOther("picture.jpg", {1});
    archive.commit();
    Store &store = archive.store();
    QList<ArticleId> some;
    for (int number = 1; number <= Articles; number += 3) {
        some.append(archive.idOf(articleOf(number)));
    }
    answerOf(store.mark(some, Mark::Seen, true));
    answerOf(store.mark({archive.idOf(articleOf(5)), archive.idOf(makeArticle(10'001))},
                        Mark::Starred, true));
    std::sort(some.begin(), some.end());
    QVERIFY(answerOf(
        store.edit({PutTag{{0, u"To read"_s, 3}}, PlaceTag{0, some.mid(0, 40), true},
                    PutTag{{0, u"Quotes"_s, 5}}, PlaceTag{0, {archive.idOf(articleOf(2))}, true},
                    PutNote{archive.idOf(articleOf(6)), u"Line\nby line"_s}})));
    QVERIFY(answerOf(store.keepSavedSearches({{0, u"Owls"_s, u"owls"_s}, {0, u"New"_s, u"a"_s}})));
    QVERIFY(answerOf(store.rememberQuery(u"moles"_s)));
    PicturePolicy policy;
    policy.budget = 4711;
    QVERIFY(answerOf(store.setPicturePolicy(policy)));
    KeptPicture kept;
    kept.picture = answerOf(store.detail(archive.idOf(articleOf(9))))->pictures.constFirst().id;
    kept.state = PictureState::Fetched;
    kept.content = contentHash("a picture");
    kept.bytes = 9;
    QVERIFY(answerOf(store.keepPictures({kept})));
    archive.close();
    m_sound = bytesOf(archive.path());
    m_before = treasureOf(archive.path());
    QCOMPARE(m_before.files.size(), size_t(Articles));
    QCOMPARE(m_before.kept.size(), 1);
    QCOMPARE(m_before.rejected, 1);
}

void RepairCase::setUp()
{
    m_place = std::make_unique<QTemporaryDir>();
    m_path = m_place->filePath(u"news.microfiche"_s);
    write(m_path, m_sound);
}

void RepairCase::compare(const RepairReport &report, Told told)
{
    Treasure after = treasureOf(m_path);
    Treasure before = m_before;
    for (const QString &lost : report.lost) {
        if (before.files.erase(lost) == 0) { // it is an address, of which the file's name is made
            const auto has = [&lost](const auto &entry) {
                return entry.second.at(1).contains(lost.toUtf8() + '\n') ||
                       entry.second.at(1).contains(lost.toUtf8());
            };
            const auto at = std::find_if(before.files.begin(), before.files.end(), has);
            QVERIFY2(at != before.files.end(), qPrintable(lost));
            before.files.erase(at);
        }
    }
    QCOMPARE(after.files.size(), before.files.size());
    // A file whose name was hit has another one; its bytes are its own.
    QList<QList<QByteArray>> bytesBefore;
    QList<QList<QByteArray>> bytesAfter;
    for (const auto &[path, bytes] : before.files) {
        bytesBefore.append(told == Told::Everything ? bytes : bytes.first(2));
    }
    for (const auto &[path, bytes] : after.files) {
        bytesAfter.append(told == Told::Everything ? bytes : bytes.first(2));
    }
    std::sort(bytesBefore.begin(), bytesBefore.end());
    std::sort(bytesAfter.begin(), bytesAfter.end());
    QCOMPARE(bytesAfter, bytesBefore);
    Store store;
    QCOMPARE(answerOf(store.open(m_path, Store::IfMissing::Refuse)).opening,
             Store::Opening::Opened);
    QCOMPARE(answerOf(store.check()).problems, QStringList());
}

QString RepairCase::besides(const QString &word) const
{
    const QStringList names = namesIn(m_place->path()).filter(word);
    return names.isEmpty() ? QString() : m_place->filePath(names.constFirst());
}

} // namespace Microfiche::Test
