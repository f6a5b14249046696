// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/extrafields.h"

#include "frontmatter/fieldreader.h"
#include "frontmatter/scalars.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Microfiche
{

namespace
{

QJsonValue plainValue(NodeRef node)
{
    const std::string_view text = node.text();
    if (text == "true" || text == "false") {
        return text == "true";
    }
    // Only what prints as it was read: 007, +1 and 0x1F are somebody's text.
    if (const auto number = toWholeNumber(text); number && std::to_string(*number) == text) {
        return *number;
    }
    return textOf(node);
}

QJsonArray listValue(NodeRef node)
{
    QJsonArray array;
    for (NodeRef entry = node.first(); entry != node.last(); entry = entry.next()) {
        array.append(toJson(entry));
    }
    return array;
}

QJsonObject mapValue(NodeRef node)
{
    QJsonObject object;
    for (NodeRef key = node.first(); key != node.last();) {
        const NodeRef value = key.next();
        const QString name = key.isNull() ? QStringLiteral("null") : textOf(key);
        if (!object.contains(name)) {
            object.insert(name, toJson(value));
        }
        key = value.next();
    }
    return object;
}

} // namespace

QJsonValue toJson(NodeRef node)
{
    switch (node.kind()) {
    case NodeKind::Null: return QJsonValue::Null;
    case NodeKind::Plain: return plainValue(node);
    case NodeKind::Quoted: return textOf(node);
    case NodeKind::List: return listValue(node);
    case NodeKind::Map: return mapValue(node);
    }
    return {};
}

} // namespace Microfiche
