// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/card.h"
#include "models/undohistory.h"
#include "store/store.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace Microfiche
{

/// What a person says of articles: seen, starred, tags, a note. The only way that it goes to the
/// store. A mark shows at once and is written at once; one that could not be kept is taken back,
/// and `problem` says so. Where there is a history, each change can be undone by it.
class ArticleMarks : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    Q_PROPERTY(QStringList tagNames READ tagNames NOTIFY tagsChanged)

public:
    explicit ArticleMarks(Store &store, UndoHistory *history = nullptr, QObject *parent = nullptr);
    ~ArticleMarks() override;

    Q_INVOKABLE void setSeen(qint64 articleId, bool isSeen);
    Q_INVOKABLE void setStarred(qint64 articleId, bool isStarred);
    /// It was opened, which is no change that a person undoes.
    void noteSeen(ArticleId id);
    void setMark(const IdSet &ids, Mark mark, bool isSet);

    /// By their names.
    const QList<TagEntry> &tags() const { return m_tags; }
    void setTags(const QList<TagEntry> &tags);
    void loadTags();
    QStringList tagNames() const;
    /// The tag of that name, in whatever case; 0 if there is none.
    Q_INVOKABLE int tagOf(const QString &name) const;
    Q_INVOKABLE QString tagNameOf(int tag) const; ///< empty if there is no such tag
    Q_INVOKABLE int tagColorOf(int tag) const;
    /// Those in which a word begins so.
    Q_INVOKABLE QStringList tagNamesLike(const QString &start) const;
    /// Puts the tag of that name on it, which is made if there is none.
    Q_INVOKABLE void addTag(qint64 articleId, const QString &name);
    Q_INVOKABLE void removeTag(qint64 articleId, int tag);
    void placeTag(const IdSet &ids, const QString &name);
    void takeTag(const IdSet &ids, TagId tag);
    /// False if another one is called so already: these could be merged.
    Q_INVOKABLE bool renameTag(int tag, const QString &name);
    Q_INVOKABLE void setTagColor(int tag, int color);
    Q_INVOKABLE void mergeTag(int tag, int into);
    Q_INVOKABLE void deleteTag(int tag);

    /// Writes what is typed of an article; what comes in a row is undone at once.
    Q_INVOKABLE void setNote(qint64 articleId, const QString &text);
    Q_INVOKABLE void endNote(); ///< what is typed next is undone by itself

    /// The card, as the store has it, with what was said since it was read.
    Card marked(Card card) const;
    /// Likewise.
    QString noteOf(ArticleId id, const QString &stored) const;
    QString problem() const { return m_problem; } ///< why the last mark could not be kept

Q_SIGNALS:
    /// Cards of these may be others now.
    void changed(const Microfiche::IdSet &ids);
    /// So many have been marked that what was said of each is not kept here: cards that are kept
    /// are right as they are marked now, others are to be read anew.
    void manyKept();
    void tagsChanged();                             ///< cards of any article may be others
    void kept(const Microfiche::IndexBatch &batch); ///< marks, as they are now
    void problemChanged();

private:
    class Command;
    friend class Command;
    /// A change on its way through the history.
    struct Change {
        MarkEdit next;              ///< what does it, or takes it back: in turns
        Command *command = nullptr; ///< null: nobody undoes it
    };
    /// What waits to be written. The first one is being written.
    struct Writing {
        std::shared_ptr<Change> change;
        UndoHistory::Failed ifFailed = UndoHistory::Failed::Doing;
        MarkEdit shown; ///< as far as it is known already
    };

    void run(const MarkEdit &edit, const QString &text, ArticleId noteOf = 0);
    void perform(const std::shared_ptr<Change> &change, UndoHistory::Failed ifFailed);
    void write();
    void take(const MarkAnswer &answer);
    void takeBack();
    void tellOf(const MarkEdit &edit);
    std::optional<bool> said(ArticleId id, Mark mark) const;
    const TagEntry *tag(TagId id) const;
    void nameTags(Card &card) const;
    void setProblem(const QString &problem);

    Store &m_store;
    UndoHistory *m_history;
    QList<Writing> m_writing;
    QHash<ArticleId, MarkedRow> m_said; ///< of this session: a card may have been read before it
    QHash<ArticleId, QString> m_notes;  ///< likewise
    QList<TagEntry> m_tags;
    int m_noteRow = 0; ///< grows with each row of changes of notes
    QString m_problem;
    bool m_isTakingBack = false;
};

} // namespace Microfiche
