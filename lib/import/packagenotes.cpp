// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/packagenotes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;

QByteArray line(const QJsonObject &note)
{
    return QJsonDocument(note).toJson(QJsonDocument::Compact) + '\n';
}

QJsonObject read(const QByteArray &object)
{
    return QJsonDocument::fromJson(object).object();
}

} // namespace

QByteArray noteLine(const PictureNote &note)
{
    return line({{u"address"_s, note.address}, {u"file"_s, QString::fromUtf8(note.file)}});
}

QByteArray noteLine(const TagNote &note)
{
    return line({{u"name"_s, note.name}, {u"color"_s, note.color}});
}

QByteArray noteLine(const MarkNote &note)
{
    QJsonObject said{{u"address"_s, note.key}};
    if (note.isSeen) {
        said.insert(u"seen"_s, true);
    }
    if (note.isStarred) {
        said.insert(u"starred"_s, true);
    }
    if (!note.tags.isEmpty()) {
        said.insert(u"tags"_s, QJsonArray::fromStringList(note.tags));
    }
    if (!note.note.isEmpty()) {
        said.insert(u"note"_s, note.note);
    }
    return line(said);
}

QByteArray noteLine(const SearchNote &note)
{
    return line({{u"name"_s, note.name}, {u"query"_s, note.query}});
}

std::optional<PictureNote> pictureNote(const QByteArray &object)
{
    const QJsonObject said = read(object);
    const PictureNote note{said.value("address"_L1).toString(),
                           said.value("file"_L1).toString().toUtf8()};
    return note.address.isEmpty() || note.file.isEmpty() ? std::nullopt : std::optional(note);
}

std::optional<TagNote> tagNote(const QByteArray &object)
{
    const QJsonObject said = read(object);
    const TagNote note{said.value("name"_L1).toString(), said.value("color"_L1).toInt()};
    return note.name.isEmpty() ? std::nullopt : std::optional(note);
}

std::optional<MarkNote> markNote(const QByteArray &object)
{
    const QJsonObject said = read(object);
    MarkNote note{said.value("address"_L1).toString(), said.value("seen"_L1).toBool(),
                  said.value("starred"_L1).toBool()};
    for (const QJsonValue &tag : said.value("tags"_L1).toArray()) {
        if (!tag.toString().isEmpty()) {
            note.tags.append(tag.toString());
        }
    }
    note.note = said.value("note"_L1).toString();
    return note.key.isEmpty() || note.saysNothing() ? std::nullopt : std::optional(note);
}

std::optional<SearchNote> searchNote(const QByteArray &object)
{
    const QJsonObject said = read(object);
    const SearchNote note{said.value("name"_L1).toString(), said.value("query"_L1).toString()};
    return note.name.isEmpty() || note.query.isEmpty() ? std::nullopt : std::optional(note);
}

} // namespace Microfiche
