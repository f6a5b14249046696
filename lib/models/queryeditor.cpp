// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queryeditor.h"

#include "article/displaytext.h"
#include "models/queryedits.h"

#include <array>

namespace Microfiche
{

namespace
{
constexpr std::array<SortOrder, 10> SortOrders{{{SortKey::Date, false},
                                                {SortKey::Date, true},
                                                {SortKey::Quality, false},
                                                {SortKey::Quality, true},
                                                {SortKey::Heat, false},
                                                {SortKey::Heat, true},
                                                {SortKey::Title, false},
                                                {SortKey::Title, true},
                                                {SortKey::Provider, false},
                                                {SortKey::Provider, true}}};

} // namespace

QueryEditor::QueryEditor(QObject *parent)
    : QObject(parent)
{
    connect(this, &QueryEditor::typedChanged, this, &QueryEditor::takeHint);
    connect(this, &QueryEditor::chipsChanged, this, &QueryEditor::takeHint);
}

void QueryEditor::setQuery(const Query &query)
{
    m_typed.clear();
    m_typedQuery = {};
    m_isOrderTyped = false;
    m_error = {};
    m_excess = {};
    Q_EMIT typedChanged();
    setBase(query);
}

std::optional<Query> QueryEditor::queryWith(const QString &typed) const
{
    const auto read = parseQuery(typed);
    const auto *query = std::get_if<Query>(&read);
    if (!query) {
        return std::nullopt;
    }
    Query both = mergedQuery(m_base, *query);
    if (namesOrder(typed)) {
        both.sort = query->sort;
    }
    return problemOf(both) ? std::nullopt : std::optional(both.onDay(m_today));
}

void QueryEditor::setTyped(const QString &text)
{
    if (text == m_typed) {
        return;
    }
    m_typed = text;
    m_error = {};
    const auto read = parseQuery(text);
    if (const auto *query = std::get_if<Query>(&read)) {
        m_typedQuery = *query;
        m_isOrderTyped = namesOrder(text);
    } else {
        m_error = std::get<QueryError>(read); // the last good answer stays
        takeUnfinished();
    }
    Q_EMIT typedChanged();
    update(By::Typing);
}

// A key with nothing behind it yet was a word a letter ago, and what that word found is no answer.
void QueryEditor::takeUnfinished()
{
    const qsizetype end = m_error.position + m_error.length;
    if (!m_typed.endsWith(u':') || end != m_typed.size()) {
        return;
    }
    const auto read = parseQuery(m_typed.left(m_error.position));
    if (const auto *query = std::get_if<Query>(&read)) {
        m_typedQuery = *query;
        m_isOrderTyped = namesOrder(m_typed.left(m_error.position));
    }
}

void QueryEditor::takeHint()
{
    QueryError hint;
    if (error().message.isEmpty()) {
        hint = queryHint(m_typed).value_or(QueryError());
        if (hint.message.isEmpty()) {
            hint.message = queryHint(queryText(m_base)).value_or(QueryError()).message;
        }
        hint.message = displayLine(hint.message);
    }
    if (hint != m_hint) {
        m_hint = hint;
        Q_EMIT hintChanged();
    }
}

void QueryEditor::acceptTyped()
{
    if (m_typed.isEmpty() || !error().message.isEmpty()) {
        return;
    }
    setQuery(m_query);
    settle();
}

void QueryEditor::settle()
{
    m_steps.settle();
    Q_EMIT settled();
}

void QueryEditor::clear()
{
    Query all;
    all.sort = m_query.sort;
    setQuery(all);
}

void QueryEditor::removeChip(int row)
{
    if (row >= 0 && row < m_chips.size()) {
        setBase(withoutChip(m_base, m_chips.at(row)));
    }
}

void QueryEditor::setAnswer(const QueryAnswer &answer)
{
    m_answer = answer;
    showGains();
}

// What is typed is no chip, but has its part in what the answer knows. A chip that it does not know
// of keeps what it said until it is counted.
void QueryEditor::showGains()
{
    if (!m_answer) {
        return;
    }
    const auto gains = gainsOf(m_chips + chipsOf(m_typedQuery), *m_answer);
    QList<QueryChip> chips = m_chips;
    QList<int> uncounted;
    for (int row = 0; row < chips.size(); ++row) {
        if (const auto &gain = gains.at(row)) {
            chips[row].note = gainText(*gain);
        } else {
            uncounted << row;
        }
    }
    setChips(std::move(chips));
    setUncounted(uncounted);
}

// Told again for another answer, even where it leaves the same open.
void QueryEditor::setUncounted(const QList<int> &rows)
{
    const bool isNews = !rows.isEmpty() || !m_uncounted.isEmpty();
    m_uncounted = rows;
    if (isNews) {
        Q_EMIT uncountedChanged();
    }
}

Query QueryEditor::withoutChipAt(int row) const
{
    return mergedQuery(withoutChip(m_base, m_chips.at(row)), m_typedQuery).onDay(m_today);
}

QList<Query> QueryEditor::uncounted() const
{
    QList<Query> queries;
    for (const int row : m_uncounted) {
        queries << withoutChipAt(row);
    }
    return queries;
}

void QueryEditor::setCounts(const QList<int> &counts)
{
    if (counts.isEmpty() || counts.size() != m_uncounted.size() || !m_answer) {
        return; // of other chips
    }
    QList<QueryChip> chips = m_chips;
    for (qsizetype i = 0; i < counts.size(); ++i) {
        const int row = m_uncounted.at(i);
        // Articles come back instead of mentions: of these none stays.
        const bool isExchanged =
            m_query.kinds == Kinds::Mentions && withoutChipAt(row).kinds == Kinds::Articles;
        const int stay = isExchanged ? 0 : static_cast<int>(m_answer->ids.size());
        chips[row].note = counts.at(i) < 0 ? QString() : gainText(counts.at(i) - stay);
    }
    setChips(std::move(chips));
}

void QueryEditor::setChips(QList<QueryChip> chips)
{
    if (chips != m_chips) {
        m_chips = std::move(chips);
        Q_EMIT chipsChanged();
    }
}

void QueryEditor::show(Scope scope)
{
    const bool isTypedToo = m_typedQuery.kinds != Kinds::Articles || m_typedQuery.unpublishedOnly ||
                            !m_typedQuery.conditions.isEmpty();
    setBase(inScope(chipsQuery(isTypedToo), scope));
    settle();
}

void QueryEditor::chooseTopic(const QString &name, bool keep)
{
    choose(Condition::Kind::Topic, name, keep);
}

void QueryEditor::chooseProvider(const QString &domain, bool keep)
{
    choose(Condition::Kind::Provider, domain, keep);
}

void QueryEditor::chooseType(const QString &name, bool keep)
{
    choose(Condition::Kind::Type, name, keep);
}

void QueryEditor::chooseTag(const QString &name, bool keep)
{
    choose(Condition::Kind::Tag, name, keep);
}

void QueryEditor::choose(Condition::Kind kind, const QString &name, bool keep)
{
    const bool isTypedToo =
        !namesOf(m_typedQuery, kind).isEmpty() || leavesOut(m_typedQuery, kind, name);
    Query base = chipsQuery(isTypedToo);
    chooseName(base, kind, name, keep);
    setBase(base);
    settle();
}

void QueryEditor::excludeTopic(const QString &name)
{
    exclude(Condition::Kind::Topic, name);
}

void QueryEditor::excludeProvider(const QString &domain)
{
    exclude(Condition::Kind::Provider, domain);
}

void QueryEditor::excludeType(const QString &name)
{
    exclude(Condition::Kind::Type, name);
}

void QueryEditor::excludeTag(const QString &name)
{
    exclude(Condition::Kind::Tag, name);
}

void QueryEditor::exclude(Condition::Kind kind, const QString &name)
{
    if (!name.isEmpty()) {
        Query base = chipsQuery(!m_typedQuery.conditions.isEmpty());
        excludeName(base, kind, name);
        setBase(base);
        settle();
    }
}

void QueryEditor::choosePicture(const QString &address)
{
    Condition condition;
    condition.kind = Condition::Kind::Term;
    condition.term.kind = StoreTerm::Kind::Picture;
    condition.term.text = address;
    Query query;
    query.conditions = {condition};
    query.sort = m_query.sort;
    if (!problemOf(query)) { // an article may say anything of its pictures
        m_steps.settle();
        setQuery(query);
        settle();
    }
}

void QueryEditor::askForPictures(bool isWanted)
{
    if (isWanted != asksForPictures()) {
        Query base = chipsQuery(!m_typedQuery.conditions.isEmpty());
        const Condition condition = pictured();
        isWanted ? base.conditions.append(condition) : void(base.conditions.removeAll(condition));
        setBase(base);
        settle();
    }
}

bool QueryEditor::asksForPictures() const
{
    return m_query.conditions.contains(pictured());
}

bool QueryEditor::setText(const QString &text)
{
    const auto read = parseQuery(text);
    const auto *query = std::get_if<Query>(&read);
    if (query) {
        m_steps.settle();
        setQuery(*query);
        settle();
    }
    return query != nullptr;
}

void QueryEditor::undo()
{
    showStep(m_steps.undo());
}

void QueryEditor::redo()
{
    showStep(m_steps.redo());
}

void QueryEditor::showStep(const std::optional<Query> &query)
{
    if (query) {
        setQuery(*query);
    }
}

void QueryEditor::setDates(DateRange range, Missing undated)
{
    Query base = chipsQuery(m_typedQuery.filtersDate());
    base.date = range;
    base.undated = undated;
    setBase(base);
}

void QueryEditor::setQualities(ScoreRange range, Missing unrated)
{
    Query base = chipsQuery(m_typedQuery.filtersQuality());
    base.quality = range;
    base.unrated = unrated;
    setBase(base);
}

void QueryEditor::setHeats(ScoreRange range, Missing unmeasured)
{
    Query base = chipsQuery(m_typedQuery.filtersHeat());
    base.heat = range;
    base.unmeasured = unmeasured;
    setBase(base);
}

QueryEditor::Scope QueryEditor::scope() const
{
    return scopeOf(m_query);
}

QueryEditor::Sort QueryEditor::sort() const
{
    for (size_t i = 0; i < SortOrders.size(); ++i) {
        if (SortOrders[i] == m_query.sort) {
            return static_cast<Sort>(i);
        }
    }
    return Newest;
}

void QueryEditor::setSort(Sort sort)
{
    Query base = chipsQuery(m_isOrderTyped);
    base.sort = SortOrders.at(sort);
    setBase(base);
}

QString QueryEditor::sortName(Sort sort) const
{
    switch (sort) {
    case Newest: return tr("Newest first");
    case Oldest: return tr("Oldest first");
    case BestFirst: return tr("Quality, best first");
    case WorstFirst: return tr("Quality, lowest first");
    case HottestFirst: return tr("Heat, hottest first");
    case CoolestFirst: return tr("Heat, coolest first");
    case TitleUp: return tr("Title, A to Z");
    case TitleDown: return tr("Title, Z to A");
    case ProviderUp: return tr("Provider, A to Z");
    case ProviderDown: return tr("Provider, Z to A");
    }
    return {};
}

// What the chips say, to be edited. If the text says something of the same thing it would speak
// against the edit for as long as it stands there, so it becomes chips first.
Query QueryEditor::chipsQuery(bool isTypedToo)
{
    if (isTypedToo) {
        m_base = m_query;
        m_typedQuery = {};
        m_isOrderTyped = false;
        m_error = error(); // stays to be mended, whatever becomes of the chips
        m_excess = {};
        if (m_error.message.isEmpty()) {
            m_typed.clear();
            Q_EMIT typedChanged();
        }
    }
    return m_base;
}

void QueryEditor::setBase(Query base)
{
    if (const auto problem = problemOf(base)) {
        setExcess({0, 0, problem->message}); // one name too many: the chips stay as they were
        return;
    }
    m_base = std::move(base);
    // Until the answer comes, a chip that stays keeps what it said.
    QList<QueryChip> chips = chipsOf(m_base);
    for (QueryChip &chip : chips) {
        for (const QueryChip &old : std::as_const(m_chips)) {
            if (old.clause == chip.clause && old.label == chip.label) {
                chip.note = old.note;
            }
        }
    }
    setChips(std::move(chips));
    if (!update(By::Hand)) {
        take(m_base, By::Hand);
    }
}

void QueryEditor::setExcess(const QueryError &excess)
{
    if (excess != m_excess) {
        m_excess = excess;
        Q_EMIT typedChanged();
    }
}

/// False if chips and text are too much together.
bool QueryEditor::update(By by)
{
    Query query = mergedQuery(m_base, m_typedQuery);
    if (m_isOrderTyped) {
        query.sort = m_typedQuery.sort;
    }
    if (const auto problem = problemOf(query)) {
        setExcess({0, m_typed.size(), problem->message});
        return false;
    }
    setExcess({});
    take(std::move(query), by);
    return true;
}

void QueryEditor::take(Query query, By by)
{
    if (query == m_query) {
        showGains(); // the same question in other chips has no other answer
        return;
    }
    m_answer.reset();
    setUncounted({});
    m_query = std::move(query);
    const bool isStep = m_steps.take(m_query, by == By::Typing);
    Q_EMIT changed();
    if (isStep) {
        Q_EMIT stepped();
    }
}

} // namespace Microfiche
