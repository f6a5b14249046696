// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in a package of Microfiche's beside the original files, so that another machine makes
// the same archive of it. Each kind is a file of JSON Lines in the folder `microfiche`; whoever has
// no Microfiche can read, or leave out, any of them.
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>

namespace Microfiche
{

/// Stands before the articles, behind the pictures.
inline constexpr char PictureNotesFile[] = "microfiche/pictures.jsonl";
/// Stand behind the articles; tags before marks.
inline constexpr char TagNotesFile[] = "microfiche/tags.jsonl";
inline constexpr char MarkNotesFile[] = "microfiche/marks.jsonl";
inline constexpr char SearchNotesFile[] = "microfiche/searches.jsonl";

/// `{"address":"https://…","file":"microfiche/pictures/ab/ab12.jpg"}`: whose bytes a file holds.
struct PictureNote {
    QString address;
    QByteArray file; ///< its path in the package

    friend bool operator==(const PictureNote &, const PictureNote &) = default;
};

/// `{"name":"…","color":3}`: a tag that marks name.
struct TagNote {
    QString name;
    int color = 0;

    friend bool operator==(const TagNote &, const TagNote &) = default;
};

/// `{"address":"https://…","seen":true,"starred":true,"tags":["…"],"note":"…"}`: what a person said
/// of an article; what is false or empty may be left out.
struct MarkNote {
    QString key; ///< as ArticleKey::fromAddress() reads it
    bool isSeen = false;
    bool isStarred = false;
    QStringList tags = {};
    QString note = {};

    bool saysNothing() const { return !isSeen && !isStarred && tags.isEmpty() && note.isEmpty(); }
    friend bool operator==(const MarkNote &, const MarkNote &) = default;
};

/// `{"name":"…","query":"…"}`
struct SearchNote {
    QString name;
    QString query;

    friend bool operator==(const SearchNote &, const SearchNote &) = default;
};

/// The line of a note, with its end.
QByteArray noteLine(const PictureNote &note);
QByteArray noteLine(const TagNote &note);
QByteArray noteLine(const MarkNote &note);
QByteArray noteLine(const SearchNote &note);

/// The note that an object says; none if it says none.
std::optional<PictureNote> pictureNote(const QByteArray &object);
std::optional<TagNote> tagNote(const QByteArray &object);
std::optional<MarkNote> markNote(const QByteArray &object);
std::optional<SearchNote> searchNote(const QByteArray &object);

/// Some of what a person had said in the archive that a package was made of.
struct PackageNotes {
    QList<TagNote> tags;
    QList<MarkNote> marks;
    QList<SearchNote> searches;

    qsizetype size() const { return tags.size() + marks.size() + searches.size(); }
};

} // namespace Microfiche
