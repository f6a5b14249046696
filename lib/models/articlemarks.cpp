// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/articlemarks.h"

#include "async/whenanswered.h"

#include <QDateTime>

#include <algorithm>

namespace Microfiche
{

namespace
{

constexpr qsizetype FewRows = 1000; // cards of more are read anew
constexpr int NoteCommand = 1;

template <typename... Takes>
struct Overloaded : Takes... {
    using Takes::operator()...;
};
template <typename... Takes>
Overloaded(Takes...) -> Overloaded<Takes...>;

/// What one step makes of a card. Tags that go altogether are known when they are gone.
void apply(const MarkStep &step, Card &card)
{
    const Overloaded apply{
        [&card](const PutMark &put) {
            if (put.ids.contains(card.articleId)) {
                (put.mark == Mark::Seen ? card.isSeen : card.isStarred) = put.since != 0;
            }
        },
        [&card](const PlaceTag &place) {
            if (place.tag > 0 && place.ids.contains(card.articleId)) {
                card.tagIds.removeAll(place.tag);
                place.isPlaced ? card.tagIds.append(place.tag) : void();
            }
        },
        [&card](const PutNote &put) {
            if (put.id == card.articleId) {
                card.hasNote = !put.text.isEmpty();
            }
        },
        [](const auto &) {},
    };
    std::visit(apply, step);
}

IdSet idsOf(const MarkStep &step)
{
    return std::visit(Overloaded{[](const PutMark &put) { return put.ids; },
                                 [](const PlaceTag &place) { return place.ids; },
                                 [](const PutNote &put) { return IdSet{put.id}; },
                                 [](const auto &) { return IdSet(); }},
                      step);
}

} // namespace

/// Done by the store, whose answer tells how it is undone.
class ArticleMarks::Command final : public QUndoCommand
{
public:
    Command(ArticleMarks &marks, const MarkEdit &edit, const QString &text, ArticleId noteOf)
        : QUndoCommand(text)
        , m_marks(marks)
        , m_change(std::make_shared<Change>(Change{edit, this}))
        , m_noteOf(noteOf)
        , m_noteRow(marks.m_noteRow)
    {
    }
    ~Command() override { m_change->command = nullptr; }
    Q_DISABLE_COPY_MOVE(Command)

    void undo() override { perform(UndoHistory::Failed::Undoing); }
    void redo() override
    {
        perform(m_isDone ? UndoHistory::Failed::Redoing : UndoHistory::Failed::Doing);
        m_isDone = true;
    }
    int id() const override { return m_noteOf > 0 ? NoteCommand : -1; }
    // What takes the first one back takes back what followed.
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *later = static_cast<const Command *>(other);
        return later->m_noteOf == m_noteOf && later->m_noteRow == m_noteRow;
    }

private:
    void perform(UndoHistory::Failed ifFailed)
    {
        if (!m_marks.m_isTakingBack) {
            m_marks.perform(m_change, ifFailed);
        }
    }

    ArticleMarks &m_marks;
    std::shared_ptr<Change> m_change;
    ArticleId m_noteOf;
    int m_noteRow;
    bool m_isDone = false;
};

ArticleMarks::ArticleMarks(Store &store, UndoHistory *history, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_history(history)
{
}

ArticleMarks::~ArticleMarks() = default;

void ArticleMarks::setSeen(qint64 articleId, bool isSeen)
{
    if (said(articleId, Mark::Seen) != isSeen) {
        setMark({articleId}, Mark::Seen, isSeen);
    }
}

void ArticleMarks::setStarred(qint64 articleId, bool isStarred)
{
    if (said(articleId, Mark::Starred) != isStarred) {
        setMark({articleId}, Mark::Starred, isStarred);
    }
}

void ArticleMarks::noteSeen(ArticleId id)
{
    if (id > 0 && said(id, Mark::Seen) != true) {
        const MarkEdit edit{PutMark{Mark::Seen, {id}, QDateTime::currentSecsSinceEpoch()}};
        perform(std::make_shared<Change>(Change{edit, nullptr}), UndoHistory::Failed::Doing);
    }
}

void ArticleMarks::setMark(const IdSet &ids, Mark mark, bool isSet)
{
    const auto count = static_cast<int>(ids.size());
    const QString text = mark == Mark::Starred
                             ? (isSet ? tr("Star %Ln article(s)", nullptr, count)
                                      : tr("Take the star from %Ln article(s)", nullptr, count))
                             : (isSet ? tr("Mark %Ln article(s) as seen", nullptr, count)
                                      : tr("Mark %Ln article(s) as not seen", nullptr, count));
    const UtcSeconds since = isSet ? QDateTime::currentSecsSinceEpoch() : 0;
    run({PutMark{mark, ids, since}}, text);
}

// Newest first: an article may be named more than once.
std::optional<bool> ArticleMarks::said(ArticleId id, Mark mark) const
{
    for (auto writing = m_writing.crbegin(); writing != m_writing.crend(); ++writing) {
        for (auto step = writing->shown.crbegin(); step != writing->shown.crend(); ++step) {
            const auto *put = std::get_if<PutMark>(&*step);
            if (put && put->mark == mark && put->ids.contains(id)) {
                return put->since != 0;
            }
        }
    }
    const auto known = m_said.constFind(id);
    if (known == m_said.constEnd()) {
        return std::nullopt;
    }
    return mark == Mark::Seen ? known->isSeen : known->isStarred;
}

void ArticleMarks::run(const MarkEdit &edit, const QString &text, ArticleId noteOf)
{
    const bool isOfNobody = std::any_of(
        edit.cbegin(), edit.cend(), [](const MarkStep &step) { return idsOf(step).contains(0); });
    if (isOfNobody) {
        return; // a card that is not there yet
    }
    if (m_history) {
        m_history->push(std::make_unique<Command>(*this, edit, text, noteOf));
    } else {
        perform(std::make_shared<Change>(Change{edit, nullptr}), UndoHistory::Failed::Doing);
    }
}

// What takes back a change is known when the change is kept.
void ArticleMarks::perform(const std::shared_ptr<Change> &change, UndoHistory::Failed ifFailed)
{
    const bool isAwaited =
        std::any_of(m_writing.cbegin(), m_writing.cend(),
                    [&change](const Writing &other) { return other.change == change; });
    m_writing.append({change, ifFailed, isAwaited ? MarkEdit() : change->next});
    tellOf(m_writing.constLast().shown);
    if (m_writing.size() == 1) {
        write();
    }
}

void ArticleMarks::write()
{
    Writing &writing = m_writing.first();
    if (writing.shown.isEmpty()) {
        writing.shown = writing.change->next;
        tellOf(writing.shown);
    }
    whenAnswered(this, m_store.edit(writing.change->next),
                 [this](const std::optional<MarkAnswer> &answer) {
                     if (answer) {
                         take(*answer);
                     } else {
                         takeBack();
                     }
                 });
}

void ArticleMarks::take(const MarkAnswer &answer)
{
    m_writing.first().change->next = answer.undoing;
    const MarkEdit done = m_writing.constFirst().shown;
    const bool isOfFew = answer.rows.size() <= FewRows;
    for (const MarkStep &step : done) {
        if (const auto *put = std::get_if<PutNote>(&step)) {
            m_notes.insert(put->id, put->text);
        }
    }
    if (isOfFew) {
        for (const MarkedRow &row : answer.rows) {
            m_said.insert(row.id, row);
        }
    } else {
        Q_EMIT manyKept(); // so nobody needs what was said before
        m_said.clear();
    }
    m_writing.removeFirst();
    if (answer.tags) {
        setTags(*answer.tags);
    } else if (isOfFew) {
        tellOf(done); // a tag that was made with it is known now
    }
    setProblem({});
    Q_EMIT kept({{}, {}, {}, {}, answer.rows, answer.tags});
    if (!m_writing.isEmpty()) {
        write();
    }
}

// What waits behind it was said of marks that are not there.
void ArticleMarks::takeBack()
{
    const QList<Writing> failed = std::exchange(m_writing, {});
    m_isTakingBack = true;
    for (auto writing = failed.crbegin(); writing != failed.crend(); ++writing) {
        if (writing->change->command) {
            m_history->takeBack(writing->change->command, writing->ifFailed);
        }
    }
    m_isTakingBack = false;
    for (const Writing &writing : failed) {
        tellOf(writing.shown);
    }
    setProblem(tr("The mark could not be written to the archive."));
}

void ArticleMarks::tellOf(const MarkEdit &edit)
{
    for (const MarkStep &step : edit) {
        const IdSet ids = idsOf(step);
        if (ids.size() > 0) {
            Q_EMIT changed(ids);
        }
    }
}

void ArticleMarks::setProblem(const QString &problem)
{
    if (problem != m_problem) {
        m_problem = problem;
        Q_EMIT problemChanged();
    }
}

Card ArticleMarks::marked(Card card) const
{
    if (const auto known = m_said.constFind(card.articleId); known != m_said.constEnd()) {
        card.isSeen = known->isSeen;
        card.isStarred = known->isStarred;
        card.hasNote = known->hasNote;
        card.tagIds = known->tags;
    }
    for (const Writing &writing : m_writing) {
        for (const MarkStep &step : writing.shown) {
            apply(step, card);
        }
    }
    nameTags(card);
    return card;
}

QString ArticleMarks::noteOf(ArticleId id, const QString &stored) const
{
    QString note = m_notes.value(id, stored);
    for (const Writing &writing : m_writing) {
        for (const MarkStep &step : writing.shown) {
            const auto *put = std::get_if<PutNote>(&step);
            note = put && put->id == id ? put->text : note;
        }
    }
    return note;
}

void ArticleMarks::setNote(qint64 articleId, const QString &text)
{
    run({PutNote{articleId, text}}, tr("Change a note"), articleId);
}

void ArticleMarks::endNote()
{
    ++m_noteRow;
}

} // namespace Microfiche
