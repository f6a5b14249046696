// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/querychip.h"
#include "models/querysteps.h"
#include "query/querytext.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// The one query that search field, chips, charts, sidebar and links edit.
/// It is what the chips say and what stands in the search field, taken together.
class QueryEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")
    Q_PROPERTY(QString typed READ typed WRITE setTyped NOTIFY typedChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY typedChanged)
    Q_PROPERTY(int errorStart READ errorStart NOTIFY typedChanged)
    Q_PROPERTY(int errorLength READ errorLength NOTIFY typedChanged)
    Q_PROPERTY(QString hintText READ hintText NOTIFY hintChanged)
    Q_PROPERTY(int hintStart READ hintStart NOTIFY hintChanged)
    Q_PROPERTY(int hintLength READ hintLength NOTIFY hintChanged)
    Q_PROPERTY(QList<Microfiche::QueryChip> chips READ chips NOTIFY chipsChanged)
    Q_PROPERTY(Sort sort READ sort WRITE setSort NOTIFY changed)
    Q_PROPERTY(QString sortText READ sortText NOTIFY changed)
    Q_PROPERTY(Scope scope READ scope NOTIFY changed)
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY changed)
    Q_PROPERTY(bool asksForPictures READ asksForPictures NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY changed)

public:
    enum Sort {
        Newest,
        Oldest,
        BestFirst,
        WorstFirst,
        HottestFirst,
        CoolestFirst,
        TitleUp,
        TitleDown,
        ProviderUp,
        ProviderDown
    };
    Q_ENUM(Sort)
    /// The part of the archive that the sidebar has chosen; OtherScope where the query asks for
    /// none of them as its row does, such as for starred articles without the mentions.
    enum Scope { AllArticles, MentionsOnly, NotSeenOnly, StarredOnly, UnpublishedOnly, OtherScope };
    Q_ENUM(Scope)

    explicit QueryEditor(QObject *parent = nullptr);

    /// The query as it stands, what is typed included; what is typed wrong is left out.
    const Query &query() const { return m_query; }
    /// The same with the days it means today.
    Query resolved() const { return m_query.onDay(m_today); }
    void setToday(QDate today) { m_today = today; }
    /// What the query, resolved, would be with another text typed; none if that makes no sense.
    std::optional<Query> queryWith(const QString &typed) const;
    void setQuery(const Query &query); ///< replaces the chips; forgets what is typed

    QString typed() const { return m_typed; }
    void setTyped(const QString &text);
    QString errorText() const { return error().message; }
    int errorStart() const { return static_cast<int>(error().position); }
    int errorLength() const { return static_cast<int>(error().length); }
    /// What is perhaps meant otherwise, in the text or, without a place, in the chips. No error.
    QString hintText() const { return m_hint.message; }
    int hintStart() const { return static_cast<int>(m_hint.position); }
    int hintLength() const { return static_cast<int>(m_hint.length); }
    const QList<QueryChip> &chips() const { return m_chips; }
    Sort sort() const;
    void setSort(Sort sort);
    QString sortText() const { return sortName(sort()); }
    Scope scope() const;
    bool isEmpty() const { return m_query.isEmpty(); }
    bool asksForPictures() const; ///< articles without one are left out
    QString text() const { return queryText(m_query); }
    bool canUndo() const { return m_steps.canUndo(); }
    bool canRedo() const { return m_steps.canRedo(); }

    Q_INVOKABLE QString sortName(Microfiche::QueryEditor::Sort sort) const;
    /// Turns what is typed into chips, if it is right.
    Q_INVOKABLE void acceptTyped();
    Q_INVOKABLE void clear();
    Q_INVOKABLE void removeChip(int row);
    Q_INVOKABLE void show(Microfiche::QueryEditor::Scope scope);
    /// Chooses one topic, or leaves it if it is the only one; with `keep` beside the others.
    Q_INVOKABLE void chooseTopic(const QString &name, bool keep);
    Q_INVOKABLE void chooseProvider(const QString &domain, bool keep);
    Q_INVOKABLE void chooseType(const QString &name, bool keep);
    Q_INVOKABLE void chooseTag(const QString &name, bool keep);
    /// Leaves out what has this name, or no longer does.
    Q_INVOKABLE void excludeTopic(const QString &name);
    Q_INVOKABLE void excludeProvider(const QString &domain);
    Q_INVOKABLE void excludeType(const QString &name);
    Q_INVOKABLE void excludeTag(const QString &name);
    /// Asks for nothing but the articles with the picture at that address.
    Q_INVOKABLE void choosePicture(const QString &address);
    /// Leaves out articles without a picture, or no longer does.
    Q_INVOKABLE void askForPictures(bool isWanted);
    /// Takes a query as it is written, in place of the present one; false if it makes no sense, and
    /// then the present one stays.
    Q_INVOKABLE bool setText(const QString &text);
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();
    /// What was dragged or typed so far is one step.
    Q_INVOKABLE void settle();
    /// Something else was done: what comes next is a step of its own.
    void closeStep() { m_steps.settle(); }

    /// Tells the chips what comes back without them, as far as the answer to query() knows.
    void setAnswer(const QueryAnswer &answer);
    /// What to count for the other chips, once nothing newer is asked: the query without each.
    QList<Query> uncounted() const;
    void setCounts(const QList<int> &counts); ///< of uncounted(); -1: nobody knows

    void setDates(DateRange range, Missing undated);
    void setQualities(ScoreRange range, Missing unrated);
    void setHeats(ScoreRange range, Missing unmeasured);

Q_SIGNALS:
    void changed();
    void stepped(); ///< undo() takes back one change more
    void typedChanged();
    void chipsChanged();
    void hintChanged();
    void uncountedChanged();
    void settled(); ///< a query that was meant, not one on the way to it

private:
    const QueryError &error() const { return m_error.message.isEmpty() ? m_excess : m_error; }
    void setExcess(const QueryError &excess);
    void choose(Condition::Kind kind, const QString &name, bool keep);
    void exclude(Condition::Kind kind, const QString &name);
    void takeUnfinished();
    void takeHint();
    void showStep(const std::optional<Query> &query);
    Query chipsQuery(bool isTypedToo);
    void setBase(Query base);
    void setChips(QList<QueryChip> chips);
    /// Where a change comes from: those of typing go on from each other.
    enum class By { Typing, Hand };
    bool update(By by);
    void take(Query query, By by);
    Query withoutChipAt(int row) const;
    void showGains();
    void setUncounted(const QList<int> &rows);

    QList<QueryChip> m_chips;
    Query m_base;                        ///< what the chips say, and the order
    Query m_typedQuery;                  ///< what the text says
    bool m_isOrderTyped = false;         ///< and whether it says an order
    Query m_query;                       ///< both
    std::optional<QueryAnswer> m_answer; ///< to m_query, once it has come
    QList<int> m_uncounted;              ///< the chips that it does not tell of
    QString m_typed;
    QueryError m_hint;   ///< what the text or the chips perhaps mean otherwise
    QueryError m_error;  ///< why what is typed makes no sense
    QueryError m_excess; ///< why it does not go together with the chips
    QuerySteps m_steps;
    QDate m_today;
};

/// What a part of the archive asks for, without anything else.
Query scopeQuery(QueryEditor::Scope scope);
/// The part that a query asks for, whatever else it asks.
QueryEditor::Scope scopeOf(const Query &query);
/// The query asked of that part.
Query inScope(Query query, QueryEditor::Scope scope);

} // namespace Microfiche
