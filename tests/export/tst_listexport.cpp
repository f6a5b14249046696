// SPDX-License-Identifier: GPL-3.0-or-later
// Articles as other programs read them, whatever their texts hold.
#include "export/list/listexport.h"
#include "export/list/markdownexport.h"
#include "frontmatter/articlereader.h"
#include "importfixture.h"
#include "support/archivebuilder.h"

#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

bool goOn(qint64 /*done*/)
{
    return true;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// An article of whose texts each has something that some format has to take care of.
Article hostileArticle()
{
    Article article = makeArticle(1);
    article.title = u"=HYPERLINK(\"x\") <script>alert(1)</script> & 50% of_all {braces} \\end"_s;
    article.excerpt = u"Two\nlines, a \"quote\" and \u202Eturned\u202C\u0085 end: - # 'x'"_s;
    article.topics = {u"-1+2"_s, u"Topic: two"_s};
    article.quality = 54;
    article.publishedAt = 1'683'272'040; // 2023-05-05T07:34:00Z
    article.related = {relatedTo(makeArticle(2)), relatedTo(makeArticle(77))};
    article.pictures = {{u"https://news.example/1.png"_s, 640, 360, false, u"A caption"_s}};
    article.extra = {{u"levels"_s, QJsonArray{u"one"_s, 2}}, {u"odd key:"_s, u"kept"_s}};
    article.body = u"First line\n\n--- not the end\n"_s;
    return article;
}

} // namespace

class ListExportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aFileIsKnownByItsEnding_data();
    void aFileIsKnownByItsEnding();
    void aSheetHasARowForEachAndNoFormula();
    void jsonIsImportedAsTheSameArticles();
    void bibtexHasNoCommandOfAnArticle();
    void citationsAreNamedOnce();
    void cslTellsDaysAsNumbers();
    void aPageIsTextAndNeedsNobody();
    void aPageCarriesPictures();
    void markdownIsImportedAsTheSameArticle();
    void markdownIsWrittenOverNothing();
    void whatIsCancelledLeavesNothing();
    void whatCannotBeWrittenIsSaid();

private:
    ExportReport write(ListFormat format, const QList<ArticleId> &ids)
    {
        return ListExport(m_archive->store(), ThumbnailStore(PictureStore(path(u"pictures"_s))))
            .write(ids, format, u"Owls & <moles>"_s, path(u"list"_s), goOn);
    }
    QByteArray written(ListFormat format)
    {
        const ExportReport report = write(format, m_ids);
        return report.problem.isEmpty() ? bytesOf(path(u"list"_s)) : report.problem.toUtf8();
    }
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ArchiveBuilder> m_archive;
    QList<ArticleId> m_ids; ///< the hostile one, an ordinary one, a mention
};

void ListExportTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_archive = std::make_unique<ArchiveBuilder>();
    m_archive->add(hostileArticle());
    m_archive->add(makeArticle(2));
    QCOMPARE(m_archive->commit().added, 2);
    m_ids = {m_archive->idOf(makeArticle(1)), m_archive->idOf(makeArticle(2)),
             m_archive->idOf(makeArticle(77))};
}

void ListExportTest::aFileIsKnownByItsEnding_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("format"); // -1: none
    QTest::newRow("sheet") << u"a/owls.CSV"_s << int(ListFormat::Csv);
    QTest::newRow("json") << u"owls.json"_s << int(ListFormat::Json);
    QTest::newRow("citations") << u"owls.csl.json"_s << int(ListFormat::Csl);
    QTest::newRow("bibtex") << u"owls.bib"_s << int(ListFormat::Bibtex);
    QTest::newRow("page") << u"owls.htm"_s << int(ListFormat::Html);
    QTest::newRow("another") << u"owls.csv.txt"_s << -1;
    QTest::newRow("none") << u"owls"_s << -1;
}

void ListExportTest::aFileIsKnownByItsEnding()
{
    QFETCH(const QString, name);
    QFETCH(const int, format);
    const auto known = listFormatOf(name);
    QCOMPARE(known ? int(*known) : -1, format);
}

void ListExportTest::aSheetHasARowForEachAndNoFormula()
{
    PutTag tag;
    tag.tag.name = u"To read"_s;
    QVERIFY(answerOf(m_archive->store().edit({tag, PlaceTag{0, IdSet{m_ids.at(1)}, true},
                                              PutNote{m_ids.at(1), u"Ask; for figures"_s}})));
    const QByteArray sheet = written(ListFormat::Csv);
    QVERIFY2(sheet.contains(",no,no,To read,Ask; for figures,"), sheet.constData());
    QVERIFY(sheet.startsWith("\xef\xbb\xbftitle,date,"));
    QCOMPARE(sheet.count("\r\n"), 4);
    QVERIFY2(sheet.contains("\r\n\"'=HYPERLINK(\"\"x\"\") <script>"), sheet.constData());
    QVERIFY(sheet.contains(",'-1+2; Topic: two,"));
    QVERIFY(sheet.contains(",2023-05-05T07:34:00Z,"));
    QVERIFY(sheet.contains("\"Two\nlines, a \"\"quote\"\""));
}

void ListExportTest::jsonIsImportedAsTheSameArticles()
{
    const QByteArray json = written(ListFormat::Json);
    ImportFixture other;
    other.write("news.json", json);
    const auto outcome = other.import();
    QVERIFY2(outcome.isFinished, qPrintable(outcome.failure));
    QCOMPARE(outcome.summary.filesRejected, 0);
    const auto key = [](int number) { return makeArticle(number).key; };
    const auto detail = [&](Store &store, int number) {
        return answerOf(store.detail(answerOf(store.find(key(number))).value_or(0)));
    };
    for (const int number : {1, 2}) {
        const auto before = detail(m_archive->store(), number);
        const auto after = detail(other.store(), number);
        QVERIFY(before && after);
        QCOMPARE(after->card.title, before->card.title);
        QCOMPARE(after->card.excerpt, before->card.excerpt);
        QCOMPARE(after->card.publishedAt, before->card.publishedAt);
        QCOMPARE(after->card.quality, before->card.quality);
        QCOMPARE(after->card.topics, before->card.topics);
        QCOMPARE(after->card.providerDomain, before->card.providerDomain);
        QCOMPARE(after->card.relatedCount, before->card.relatedCount);
        QCOMPARE(after->card.pictureUrl, before->card.pictureUrl);
    }
    QCOMPARE(detail(other.store(), 1)->extra.value("levels"_L1).toArray().size(), 2);
}

void ListExportTest::bibtexHasNoCommandOfAnArticle()
{
    const QByteArray bibtex = written(ListFormat::Bibtex);
    QVERIFY2(bibtex.contains("\\& 50\\% of\\_all \\{braces\\} \\textbackslash{}end}}"),
             bibtex.constData());
    QVERIFY(bibtex.contains("  url = {https://news.example/articles/1},\n"));
    QVERIFY(bibtex.contains("  date = {2023-05-05},\n"));
    QCOMPARE(bibtex.count("@misc{"), 3);
    // Braces that are no text are even.
    const auto count = [&bibtex](const char *brace) {
        return bibtex.count(brace) - bibtex.count(QByteArray("\\") + brace);
    };
    QCOMPARE(count("{"), count("}"));
}

void ListExportTest::citationsAreNamedOnce()
{
    Article twin = makeArticle(2);
    twin.key = *ArticleKey::fromAddress(u"https://news.example/twin"_s);
    twin.webUrl = u"https://news.example/twin"_s;
    m_archive->add(twin, "twin.md", "twin");
    m_archive->commit();
    m_ids.append(m_archive->idOf(twin));
    const QByteArray bibtex = written(ListFormat::Bibtex);
    QVERIFY2(bibtex.contains("@misc{news2024article,"), bibtex.constData());
    QVERIFY2(bibtex.contains("@misc{news2024article-2,"), bibtex.constData());
}

void ListExportTest::cslTellsDaysAsNumbers()
{
    const QJsonArray list = QJsonDocument::fromJson(written(ListFormat::Csl)).array();
    QCOMPARE(list.size(), 3);
    const QJsonObject first = list.first().toObject();
    QCOMPARE(first.value("title"_L1).toString(), hostileArticle().title);
    QCOMPARE(first.value("type"_L1).toString(), u"article-newspaper"_s);
    const QJsonValue day = first.value("issued"_L1).toObject().value("date-parts"_L1);
    QCOMPARE(day.toArray(), QJsonArray({QJsonArray{2023, 5, 5}}));
    QVERIFY(first.contains("accessed"_L1));
}

void ListExportTest::aPageIsTextAndNeedsNobody()
{
    const QByteArray page = written(ListFormat::Html);
    QVERIFY(page.contains("default-src 'none'"));
    QVERIFY(page.contains("<title>Owls &amp; &lt;moles&gt;</title>"));
    QVERIFY(!page.contains("<script"));
    QVERIFY(!page.contains("http-equiv=\"refresh\""));
    QVERIFY(!page.contains("src=\"http"));
    QVERIFY(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    QVERIFY(page.contains("href=\"https://news.example/articles/1\""));
    QVERIFY(!QString::fromUtf8(page).contains(QChar(0x202e)));
    QCOMPARE(page.count("<article>"), 3);
}

void ListExportTest::aPageCarriesPictures()
{
    QImage image(64, 36, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG"));
    const ContentHash content = PictureStore(path(u"pictures"_s)).keep(bytes);
    QVERIFY(!content.isEmpty());
    m_archive->carry(u"https://news.example/1.png"_s, content);
    m_archive->commit();
    const ExportReport report = write(ListFormat::Html, m_ids);
    QCOMPARE(report.pictures, 1);
    QVERIFY(bytesOf(path(u"list"_s)).contains("src=\"data:image/"));
}

void ListExportTest::markdownIsImportedAsTheSameArticle()
{
    const ExportReport report = exportMarkdown(m_archive->store(), m_ids, m_folder->path(), goOn);
    QCOMPARE(report.written, 3);
    const QStringList names = QDir(m_folder->path()).entryList({u"2023-05-05-*.md"_s});
    QCOMPARE(names.size(), 1);
    const ReadResult result = readArticle(bytesOf(path(names.constFirst())));
    const auto *read = std::get_if<ReadArticle>(&result);
    QVERIFY(read);
    const Article before = hostileArticle();
    const Article &after = read->article;
    QCOMPARE(after.key, before.key);
    QCOMPARE(after.title, before.title);
    QCOMPARE(after.excerpt, before.excerpt);
    QCOMPARE(after.topics, before.topics);
    QCOMPARE(after.publishedAt, before.publishedAt);
    QCOMPARE(after.quality, before.quality);
    QCOMPARE(after.extra, before.extra);
    QCOMPARE(after.pictures.constFirst().title, before.pictures.constFirst().title);
    QCOMPARE(after.related.size(), before.related.size());
    QCOMPARE(after.related.constFirst().key, before.related.constFirst().key);
    QCOMPARE(after.body.trimmed(), before.body.trimmed());
}

void ListExportTest::markdownIsWrittenOverNothing()
{
    const QList<ArticleId> one{m_ids.at(1)};
    exportMarkdown(m_archive->store(), one, m_folder->path(), goOn);
    exportMarkdown(m_archive->store(), one, m_folder->path(), goOn);
    QCOMPARE(QDir(m_folder->path()).entryList({u"*.md"_s}).size(), 2);
}

void ListExportTest::whatIsCancelledLeavesNothing()
{
    QFile before(path(u"list"_s));
    QVERIFY(before.open(QIODevice::WriteOnly) && before.write("before") == 6);
    before.close();
    const ExportReport report =
        ListExport(m_archive->store(), ThumbnailStore(PictureStore(path(u"pictures"_s))))
            .write(m_ids, ListFormat::Csv, {}, path(u"list"_s),
                   [](qint64 done) { return done < 2; });
    QVERIFY(!report.problem.isEmpty());
    QCOMPARE(bytesOf(path(u"list"_s)), QByteArray("before"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"list"_s});
}

void ListExportTest::whatCannotBeWrittenIsSaid()
{
    const ExportReport report =
        ListExport(m_archive->store(), ThumbnailStore(PictureStore(path(u"pictures"_s))))
            .write(m_ids, ListFormat::Csv, {}, path(u"no such folder/list"_s), goOn);
    QVERIFY(!report.problem.isEmpty());
    QCOMPARE(report.written, 0);
}

QTEST_GUILESS_MAIN(ListExportTest)
#include "tst_listexport.moc"
