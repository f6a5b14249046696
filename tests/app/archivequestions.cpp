// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivequestions.h"

#include <QRegularExpression>

#include <algorithm>

namespace Microfiche::Test
{

using namespace Qt::StringLiterals;

namespace
{

QString sqlText(QString text)
{
    return u'\'' + text.replace(u'\'', u"''"_s) + u'\'';
}

QString queryName(QString name)
{
    return u'"' + name.replace(u'"', u"\"\""_s) + u'"';
}

/// Questions of what an archive has, so that every one finds something.
class Asker
{
public:
    explicit Asker(SqlDatabase &database)
        : m_database(database)
    {
    }

    QList<Question> questions();

private:
    QString first(const QString &sql) { return m_database.run(sql).toString(); }
    QString often(const QString &joined, int place);
    Clause named(Part part, const QString &key, const QStringList &names, const QString &sql);
    Clause topics(int from, int count);
    Clause providers(int from, int count);
    Clause providerByName();
    Clause type(bool isNegated);
    Clause words(const QString &key, const QString &column, const QString &pattern);
    Clause cites(bool isReverse);

    SqlDatabase &m_database;
};

/// The name that is the `place`th most frequent.
QString Asker::often(const QString &joined, int place)
{
    return first(u"SELECT n.name FROM %1 WHERE n.name <> '' GROUP BY n.id"
                 " ORDER BY count(*) DESC, n.id LIMIT 1 OFFSET %2"_s.arg(joined)
                     .arg(place));
}

/// `sql` has %1 where the list of the names goes.
Clause Asker::named(Part part, const QString &key, const QStringList &names, const QString &sql)
{
    QStringList items;
    QStringList values;
    for (const QString &name : names) {
        items << queryName(name);
        values << sqlText(name);
    }
    const bool areThere = !names.contains(QString());
    return {part, areThere ? key + items.join(u',') : QString(), sql.arg(values.join(u','))};
}

Clause Asker::topics(int from, int count)
{
    QStringList names;
    for (int place = from; place < from + count; ++place) {
        names << often(u"article_topic AS x JOIN topic AS n ON n.id = x.topic"_s, place);
    }
    return named(Part::Topics, u"topic:"_s, names,
                 u"a.id IN (SELECT x.article FROM article_topic AS x JOIN topic AS n"
                 " ON n.id = x.topic WHERE n.name IN (%1))"_s);
}

Clause Asker::providers(int from, int count)
{
    QStringList domains;
    for (int place = from; place < from + count; ++place) {
        domains << first(u"SELECT p.domain FROM article AS a JOIN provider AS p"
                         " ON p.id = a.provider WHERE p.domain <> '' GROUP BY p.id"
                         " ORDER BY count(*) DESC, p.id LIMIT 1 OFFSET %1"_s.arg(place));
    }
    return named(Part::Providers, u"provider:"_s, domains,
                 u"a.provider IN (SELECT id FROM provider WHERE domain IN (%1))"_s);
}

Clause Asker::providerByName()
{
    const QString name = first(u"SELECT name FROM provider_name WHERE name <> ''"
                               " ORDER BY uses DESC, id LIMIT 1"_s);
    return named(Part::Providers, u"provider:"_s, {name},
                 u"a.provider IN (SELECT provider FROM provider_name WHERE name IN (%1))"_s);
}

Clause Asker::type(bool isNegated)
{
    const QString name = often(u"article AS a JOIN type AS n ON n.id = a.type"_s, 1);
    const QString isOfIt = u"coalesce(a.type IN (SELECT id FROM type WHERE name IN (%1)), 0)"_s;
    return isNegated ? named(Part::Types, u"-type:"_s, {name}, u"NOT "_s + isOfIt)
                     : named(Part::Types, u"type:"_s, {name}, isOfIt);
}

/// Words that match `pattern` in the title of an article in the middle.
Clause Asker::words(const QString &key, const QString &column, const QString &pattern)
{
    const QString title = first(u"SELECT t.title FROM article AS a JOIN article_text AS t"
                                " ON t.article = a.id WHERE a.shown_version IS NOT NULL"
                                " ORDER BY abs(a.id - (SELECT max(id) / 2 FROM article))"_s);
    const QString found = QRegularExpression(pattern).match(title).captured();
    return {Part::Other, found.isEmpty() ? QString() : key + queryName(found),
            u"a.id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH %1)"_s.arg(
                sqlText(column + u'"' + found + u'"'))};
}

Clause Asker::cites(bool isReverse)
{
    const QString from = isReverse ? u"article"_s : u"target"_s;
    const QString to = isReverse ? u"target"_s : u"article"_s;
    const QString address = first(u"SELECT t.key FROM link JOIN article_text AS t"
                                  " ON t.article = link.%1 GROUP BY t.article"
                                  " ORDER BY count(*) DESC, t.article LIMIT 1"_s.arg(from));
    const QString key = isReverse ? u"cited-by:"_s : u"cites:"_s;
    return {
        Part::Other, address.isEmpty() ? QString() : key + address,
        u"a.id IN (SELECT %1 FROM link WHERE %2 ="
        " (SELECT article FROM article_text WHERE key = %3))"_s.arg(to, from, sqlText(address))};
}

QList<Question> Asker::questions()
{
    const auto year = first(u"SELECT strftime('%Y', published_at, 'unixepoch') FROM article"
                            " WHERE published_at IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC"_s);
    const QString day = u"date(a.published_at, 'unixepoch')"_s;
    const Clause inYear{Part::Date, u"date:"_s + year,
                        u"%1 BETWEEN '%2-01-01' AND '%2-12-31'"_s.arg(day, year)};
    const Clause upToMay{Part::Date, u"date:..%1-05,none"_s.arg(year),
                         u"%1 <= '%2-05-31' OR a.published_at IS NULL"_s.arg(day, year)};
    const Clause undated{Part::Date, u"date:none"_s, u"a.published_at IS NULL"_s};
    const Clause good{Part::Quality, u"quality:60.."_s, u"a.quality >= 60"_s};
    const Clause fair{Part::Quality, u"quality:20..60,none"_s,
                      u"a.quality BETWEEN 20 AND 60 OR a.quality IS NULL"_s};
    const Clause hot{Part::Heat, u"heat:50.."_s, u"a.heat >= 50"_s};
    const Clause unmeasured{Part::Heat, u"heat:none"_s, u"a.heat IS NULL"_s};
    const Clause pictures{Part::Other, u"has:picture"_s, u"a.has_picture"_s};
    const Clause bare{Part::Other, u"-has:related,body"_s,
                      u"NOT (a.has_related OR EXISTS (SELECT 1 FROM article_text AS t"
                      " WHERE t.article = a.id AND t.body IS NOT NULL))"_s};
    const Clause withheld{Part::Kinds, u"is:unpublished"_s,
                          u"a.shown_version IS NOT NULL AND a.published IS 0"_s};
    const Clause mentions{Part::Kinds, u"is:mention"_s, u"a.shown_version IS NULL"_s};
    const Clause any{Part::Kinds, u"is:any"_s, u"1"_s};
    const Clause cited{Part::Other, u"cited:>=2"_s,
                       u"(SELECT count(DISTINCT article) FROM link WHERE target = a.id) >= 2"_s};
    const Clause topic = topics(0, 1);
    const Clause either{Part::Other, u'(' + topic.text + u" OR quality:90..)"_s,
                        topic.sql + u" OR a.quality >= 90"_s};
    const Clause word = words({}, {}, u"[A-Za-z]{4,}"_s);
    Clause beginning = word; // of words, in quotes too
    beginning.text += word.text.isEmpty() ? QString() : u"*"_s;
    beginning.sql.replace(u"\"'"_s, u"\"*'"_s);
    const Clause notWord{Part::Other, u'-' + word.text, u"NOT "_s + word.sql};
    const QString newest = u", a.published_at DESC NULLS LAST, a.id"_s;
    return {
        {},
        {{inYear}},
        {{inYear, good}},
        {{upToMay, topics(0, 2)}},
        {{undated}},
        {{good, topic}, u"sort:quality"_s, u"a.quality DESC NULLS LAST"_s + newest},
        {{fair, pictures}, u"sort:-quality"_s, u"a.quality ASC NULLS LAST"_s + newest},
        {{hot, inYear}, u"sort:-heat"_s, u"a.heat ASC NULLS LAST"_s + newest},
        {{unmeasured, topics(1, 2)}},
        {{providers(0, 1)}},
        {{providers(1, 3), inYear, good}},
        {{providerByName(), pictures}},
        {{type(false), pictures}},
        {{type(true), inYear}},
        {{bare}},
        {{withheld}},
        {{mentions}, u"sort:-date"_s, u"a.published_at ASC NULLS LAST, a.id"_s},
        {{any, good}},
        {{either, pictures}},
        {{word}},
        {{beginning}},
        {{notWord, any}},
        {{words({}, {}, u"[A-Za-z]{3,} [A-Za-z]{2,}"_s)}},
        {{words(u"title:"_s, u"title : "_s, u"[A-Za-z]{4,}"_s), any}},
        {{cites(false), any}},
        {{cites(true), any}},
        {{cited, good}},
    };
}

class SqlAnswers
{
public:
    explicit SqlAnswers(SqlDatabase &database)
        : m_database(database)
    {
    }

    Answer answer(const Question &question)
    {
        m_question = question;
        Answer answer;
        answer.ids = rows(u"SELECT a.id AS line FROM article AS a WHERE %1 ORDER BY %2"_s.arg(
            question.where(), question.order));
        answer.undated = count(Part::Date, u"a.published_at IS NULL"_s);
        answer.unrated = count(Part::Quality, u"a.quality IS NULL"_s);
        auto &lists = answer.lists;
        lists[u"dates"_s] = counts(Part::Date, u"date(a.published_at, 'unixepoch')"_s);
        lists[u"quality"_s] = counts(Part::Quality, u"a.quality"_s);
        lists[u"heat"_s] = counts(Part::Heat, u"a.heat"_s);
        lists[u"topics"_s] = counts(Part::Topics, u"n.name"_s,
                                    u"JOIN (SELECT DISTINCT article, topic FROM article_topic) AS x"
                                    " ON x.article = a.id JOIN topic AS n ON n.id = x.topic"_s);
        lists[u"providers"_s] =
            counts(Part::Providers, u"coalesce(nullif(p.domain, ''), p.own_name)"_s,
                   u"JOIN provider AS p ON p.id = a.provider"_s);
        lists[u"types"_s] = counts(Part::Types, u"n.name"_s, u"JOIN type AS n ON n.id = a.type"_s);
        return answer;
    }

private:
    QStringList rows(const QString &sql)
    {
        const QString all =
            m_database.run(u"SELECT group_concat(line, char(10)) FROM (%1)"_s.arg(sql)).toString();
        return all.split(u'\n', Qt::SkipEmptyParts);
    }
    int count(Part own, const QString &condition)
    {
        return m_database
            .run(u"SELECT count(*) FROM article AS a WHERE %1 AND %2"_s.arg(m_question.where(own),
                                                                            condition))
            .toInt();
    }
    QMap<QString, int> counts(Part own, const QString &value, const QString &joined = {})
    {
        QMap<QString, int> counts;
        const QStringList found =
            rows(u"SELECT count(*) || ' ' || %1 AS line FROM article AS a %2 WHERE %3 AND %1 <> ''"
                 " GROUP BY %1"_s.arg(value, joined, m_question.where(own)));
        for (const QString &line : found) {
            counts[line.section(u' ', 1)] += line.section(u' ', 0, 0).toInt();
        }
        return counts;
    }

    SqlDatabase &m_database;
    Question m_question;
};

} // namespace

QString Question::text() const
{
    QStringList texts;
    for (const Clause &clause : clauses) {
        texts << clause.text;
    }
    return (texts << sort).join(u' ').trimmed();
}

bool Question::canBeAsked() const
{
    return std::none_of(clauses.cbegin(), clauses.cend(),
                        [](const Clause &clause) { return clause.text.isEmpty(); });
}

QString Question::where(Part without) const
{
    QStringList conditions{u"1"_s};
    bool namesKinds = false;
    for (const Clause &clause : clauses) {
        namesKinds = namesKinds || clause.part == Part::Kinds;
        if (clause.part != without) {
            conditions << u'(' + clause.sql + u')';
        }
    }
    if (!namesKinds) {
        conditions << u"a.shown_version IS NOT NULL"_s;
    }
    return conditions.join(u" AND "_s);
}

QList<Question> questionsAbout(SqlDatabase &archive)
{
    return Asker(archive).questions();
}

QStringList lines(const Answer &answer)
{
    QStringList all{u"undated %1"_s.arg(answer.undated), u"unrated %1"_s.arg(answer.unrated)};
    for (auto list = answer.lists.cbegin(); list != answer.lists.cend(); ++list) {
        for (auto entry = list->cbegin(); entry != list->cend(); ++entry) {
            all << u"%1 of %2 %3"_s.arg(entry.value()).arg(list.key(), entry.key());
        }
    }
    return all << answer.ids;
}

Answer sqlAnswer(SqlDatabase &archive, const Question &question)
{
    return SqlAnswers(archive).answer(question);
}

} // namespace Microfiche::Test
