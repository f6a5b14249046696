// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in a package of Microfiche's beside the original files, so that another machine makes
// the same archive of it. Each kind is a file of JSON Lines in the folder `microfiche`; whoever has
// no Microfiche can read, or leave out, any of them.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Microfiche
{

/// Stands before the articles, behind the pictures.
inline constexpr char PictureNotesFile[] = "microfiche/pictures.jsonl";
/// Stand behind the articles.
inline constexpr char MarkNotesFile[] = "microfiche/marks.jsonl";
inline constexpr char SearchNotesFile[] = "microfiche/searches.jsonl";

/// `{"address":"https://…","file":"microfiche/pictures/ab/ab12.jpg"}`: whose bytes a file holds.
struct PictureNote {
    QString address;
    QByteArray file; ///< its path in the package

    friend bool operator==(const PictureNote &, const PictureNote &) = default;
};

/// `{"address":"https://…","seen":true,"starred":true}`: what a person said of an article; what is
/// false may be left out.
struct MarkNote {
    QString key; ///< as ArticleKey::fromAddress() reads it
    bool isSeen = false;
    bool isStarred = false;

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
QByteArray noteLine(const MarkNote &note);
QByteArray noteLine(const SearchNote &note);

/// The note that an object says; none if it says none.
std::optional<PictureNote> pictureNote(const QByteArray &object);
std::optional<MarkNote> markNote(const QByteArray &object);
std::optional<SearchNote> searchNote(const QByteArray &object);

/// Some of what a person had said in the archive that a package was made of.
struct PackageNotes {
    QList<MarkNote> marks;
    QList<SearchNote> searches;
};

} // namespace Microfiche
