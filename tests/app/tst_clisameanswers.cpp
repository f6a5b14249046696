// SPDX-License-Identifier: GPL-3.0-or-later
// The window, the command line and plain SQL over the archive's tables give the same answers.
#include "archivequestions.h"
#include "desk.h"

#include "importfixture.h"
#include "models/archivebrowser.h"
#include "recordingdesktop.h"
#include "support/archivebuilder.h"
#include "support/archivegenerator.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

QMap<QString, int> told(const QJsonValue &list, QLatin1String name)
{
    QMap<QString, int> counts;
    for (const auto &entry : list.toArray()) {
        const QString key = entry[name].toVariant().toString();
        counts[key.isEmpty() ? entry["name"_L1].toString() : key] += entry["count"_L1].toInt();
    }
    return counts;
}

Answer commandLineAnswer(const Desk &desk, const QString &text)
{
    const Said counted = desk.run({u"facets"_s, u"--json"_s, text});
    const QJsonObject said = QJsonDocument::fromJson(counted.out).object();
    Answer answer;
    answer.undated = said["undated"_L1].toInt();
    answer.unrated = said["unrated"_L1].toInt();
    for (const char *list : {"dates", "quality", "heat"}) {
        answer.lists[QLatin1String(list)] = told(said[QLatin1String(list)], "from"_L1);
    }
    answer.lists[u"topics"_s] = told(said["topics"_L1], "name"_L1);
    answer.lists[u"providers"_s] = told(said["providers"_L1], "domain"_L1);
    answer.lists[u"types"_s] = told(said["types"_L1], "name"_L1);
    const Said listed = desk.run({u"list"_s, u"--format"_s, u"jsonl"_s, text});
    for (const QByteArray &line : listed.out.split('\n')) {
        if (const QJsonObject card = QJsonDocument::fromJson(line).object(); !card.isEmpty()) {
            answer.ids << QString::number(card["id"_L1].toInteger());
        }
    }
    if (said["total"_L1].toInt() != answer.ids.size()) {
        answer.ids << u"but a total of %1"_s.arg(said["total"_L1].toInt());
    }
    return answer;
}

/// The window's models on an archive.
class Window
{
public:
    explicit Window(const QString &archive)
        : m_isOpen(answerOf(m_store.open(archive)).opening == Store::Opening::Opened)
        , m_importer(m_store, m_pictures)
        , m_browser(m_store, m_importer, m_desktop)
    {
        for (Histogram *chart : charts()) {
            chart->setMostBars(Wide);
        }
        for (FacetModel *list : facets()) {
            list->setShownLimit(Wide);
        }
    }

    bool isOpen() const { return m_isOpen; }
    ArchiveBrowser &browser() { return m_browser; }
    /// What is chosen has the key that the question has for it, and is to be known all the same.
    void learnKeys()
    {
        for (const FacetModel *list : facets()) {
            for (int row = 0; row < list->rowCount(); ++row) {
                m_ownKeys[nameAt(*list, row)] = list->keyAt(row);
            }
        }
    }
    Answer answer()
    {
        Answer answer;
        const ArticleListModel &articles = *m_browser.articles();
        for (int row = 0; row < articles.rowCount(); ++row) {
            answer.ids << QString::number(articles.idAt(row));
        }
        answer.undated = m_browser.dates()->missing().count;
        answer.unrated = m_browser.qualities()->missing().count;
        const QStringList names{u"dates"_s,  u"quality"_s,   u"heat"_s,
                                u"topics"_s, u"providers"_s, u"types"_s};
        for (int i = 0; i < 3; ++i) {
            answer.lists[names.at(i)] = counts(*charts().at(i), i == 0);
            answer.lists[names.at(i + 3)] = counts(*facets().at(i));
        }
        return answer;
    }
    /// The answer with scores as the charts have them, whose bars are never as narrow as one score.
    Answer inBars(Answer answer)
    {
        answer.lists[u"quality"_s] = inBars(*m_browser.qualities(), answer.lists[u"quality"_s]);
        answer.lists[u"heat"_s] = inBars(*m_browser.heats(), answer.lists[u"heat"_s]);
        return answer;
    }

private:
    static constexpr int Wide = 1'000'000;

    QList<Histogram *> charts()
    {
        return {m_browser.dates(), m_browser.qualities(), m_browser.heats()};
    }
    QList<FacetModel *> facets()
    {
        return {m_browser.topics(), m_browser.providers(), m_browser.types()};
    }
    static QString valueText(const HistogramBar &bar, bool isOfDays)
    {
        return isOfDays ? QDate::fromJulianDay(bar.from).toString(Qt::ISODate)
                        : QString::number(bar.from);
    }
    static QMap<QString, int> inBars(const Histogram &chart, const QMap<QString, int> &scores)
    {
        QMap<QString, int> counts;
        for (auto score = scores.cbegin(); score != scores.cend(); ++score) {
            const QList<HistogramBar> &bars = chart.bars();
            const int value = score.key().toInt();
            const auto bar = std::find_if(bars.cbegin(), bars.cend(), [value](const auto &one) {
                return one.from <= value && value <= one.to;
            });
            counts[bar == bars.cend() ? u"no bar"_s : valueText(*bar, false)] += score.value();
        }
        return counts;
    }
    static QMap<QString, int> counts(const Histogram &chart, bool isOfDays)
    {
        QMap<QString, int> counts;
        for (const HistogramBar &bar : chart.bars()) {
            if (bar.count > 0) {
                counts[valueText(bar, isOfDays)] += bar.count;
            }
        }
        return counts;
    }
    QMap<QString, int> counts(const FacetModel &list) const
    {
        QMap<QString, int> counts;
        for (int row = 0; row < list.rowCount(); ++row) {
            const int count = list.data(list.index(row, 0), FacetModel::CountRole).toInt();
            if (count > 0) {
                counts[m_ownKeys.value(nameAt(list, row), list.keyAt(row))] += count;
            }
        }
        return counts;
    }
    static QString nameAt(const FacetModel &list, int row)
    {
        const QModelIndex index = list.index(row, 0);
        return list.data(index, FacetModel::NameRole).toString() + u'/' +
               list.data(index, FacetModel::TotalRole).toString();
    }

    Store m_store;
    bool m_isOpen;
    RecordingPictures m_pictures;
    RecordingDesktop m_desktop;
    Importer m_importer;
    ArchiveBrowser m_browser;
    QMap<QString, QString> m_ownKeys; ///< by name and total
};

} // namespace

class TestCliSameAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asTheWindowAndSqlGive_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("generated") << QString();
        for (const char *name : {"diablo4", "seeds"}) {
            const QString folder = QStringLiteral(CORPUS_DIR "/") + QLatin1String(name);
            if (QDir(folder).exists()) {
                QTest::newRow(name) << folder;
            }
        }
    }

    void asTheWindowAndSqlGive()
    {
        QFETCH(QString, folder);
        const Desk desk;
        const bool isGenerated = folder.isEmpty();
        if (isGenerated) {
            folder = desk.source(); // with an undated one, and one that is held back
            QVERIFY(ArchiveGenerator(Articles).write(folder + u"/generated"_s).files > 0);
        }
        desk.run({u"import"_s, folder});
        SqlDatabase database(desk.archive());
        Window window(desk.archive());
        QVERIFY(window.isOpen());
        window.browser().start();
        QTRY_VERIFY(window.browser().isCounted());
        window.learnKeys();
        const QList<Question> questions = questionsAbout(database);
        for (const Question &question : questions) {
            const QByteArray text = question.text().toUtf8();
            QVERIFY2(question.canBeAsked() || !isGenerated, text);
            if (!question.canBeAsked()) {
                continue; // the archive has nothing of the kind
            }
            if (!question.clauses.isEmpty()) {
                QSignalSpy answered(&window.browser(), &ArchiveBrowser::answered);
                QVERIFY2(window.browser().query()->setText(question.text()), text);
                QTRY_VERIFY2(!answered.isEmpty(), text); // perhaps it came at once
            }
            const Answer expected = sqlAnswer(database, question);
            QVERIFY2(!expected.ids.isEmpty() || !isGenerated, text);
            compare(lines(commandLineAnswer(desk, question.text())), lines(expected), text);
            compare(lines(window.answer()), lines(window.inBars(expected)), text);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
    }

private:
    static constexpr int Articles = 600;

    static void compare(const QStringList &told, const QStringList &expected,
                        const QByteArray &text)
    {
        for (qsizetype i = 0; i < std::max(told.size(), expected.size()); ++i) {
            const QString ours = told.value(i, u"nothing"_s);
            const QString right = expected.value(i, u"nothing"_s);
            QVERIFY2(ours == right,
                     "\"" + text + "\": " + ours.toUtf8() + " for " + right.toUtf8());
        }
    }
};

QTEST_GUILESS_MAIN(TestCliSameAnswers)
#include "tst_clisameanswers.moc"
