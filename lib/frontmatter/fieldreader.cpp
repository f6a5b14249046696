// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/fieldreader.h"

#include "article/displaytext.h"
#include "frontmatter/entities.h"
#include "frontmatter/readerwords.h"
#include "frontmatter/scalars.h"
#include "frontmatter/sourcetext.h"

#include <algorithm>
#include <limits>

namespace Microfiche
{

namespace
{

constexpr qsizetype MaxShownValue = 40;
constexpr size_t MostNames = 32; // that are looked through for one

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

QString textOf(NodeRef node)
{
    const std::string_view utf8 = node.text();
    QString text = fromUtf8(utf8);
    if (utf8.find('\0') != std::string_view::npos) {
        text.replace(QChar(0), QChar::ReplacementCharacter);
    }
    return text;
}

QString described(NodeRef node)
{
    switch (node.kind()) {
    case NodeKind::List: return ReaderWords::tr("a list");
    case NodeKind::Map: return ReaderWords::tr("a map");
    default: break;
    }
    QString text = displayLine(textOf(node));
    if (text.size() > MaxShownValue) {
        text.truncate(MaxShownValue - (text[MaxShownValue - 1].isHighSurrogate() ? 1 : 0));
        text += u'…';
    }
    return ReaderWords::tr("“%1”").arg(text);
}

QString Field::shownName() const
{
    return displayLine(fromUtf8(name()));
}

TextPosition FieldReader::position(SourceMark at) const
{
    TextPosition position = positionIn(m_source, at.line, at.column);
    position.line += m_linesBefore;
    return position;
}

void FieldReader::warn(SourceMark at, const QString &reason)
{
    if (m_warnings.size() < MaxWarnings) {
        m_warnings.append({position(at), reason});
    } else {
        ++m_unsaid;
    }
}

void FieldReader::warnOfType(const Field &field, const char *words)
{
    warn(field.value.at(), ReaderWords::tr(words).arg(field.shownName(), described(field.value)));
}

QList<ReadProblem> FieldReader::takeWarnings()
{
    std::stable_sort(
        m_warnings.begin(), m_warnings.end(), [](const ReadProblem &a, const ReadProblem &b) {
            return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
        });
    if (m_unsaid > 0) {
        m_warnings.append({{}, ReaderWords::tr("%1 more warnings.").arg(m_unsaid)});
    }
    return std::move(m_warnings);
}

QString FieldReader::cut(const Field &field, QString text, qsizetype maxLength)
{
    if (maxLength < 0 || text.size() <= maxLength) {
        return text;
    }
    warn(field.value.at(), ReaderWords::tr("%1 is longer than %L2 characters. It is cut there.")
                               .arg(field.shownName())
                               .arg(maxLength));
    text.truncate(text[maxLength - 1].isHighSurrogate() ? maxLength - 1 : maxLength);
    return text;
}

QString FieldReader::text(const Field &field, qsizetype maxLength)
{
    if (field.value.isText()) {
        return cut(field, textOf(field.value), maxLength);
    }
    if (!field.value.isNull()) {
        warnOfType(field,
                   QT_TRANSLATE_NOOP("ArticleReader", "%1 is %2, not text. It is left out."));
    }
    return {};
}

QString FieldReader::name(const Field &field)
{
    if (!field.value.isText()) {
        return text(field, MaxNameLength);
    }
    const std::string_view utf8 = field.value.text();
    const auto known = std::find_if(m_names.cbegin(), m_names.cend(),
                                    [utf8](const auto &one) { return one.first == utf8; });
    if (known != m_names.cend()) {
        return known->second;
    }
    QString name = text(field, MaxNameLength);
    if (m_names.size() < MostNames && utf8.size() <= size_t(MaxNameLength)) { // else cut, and said
        m_names.emplace_back(utf8, name);
    }
    return name;
}

QString FieldReader::decodedText(const Field &field, qsizetype maxLength)
{
    return cut(field, withEntitiesDecoded(text(field)), maxLength);
}

QString FieldReader::address(const Field &field)
{
    QString address = text(field).trimmed();
    if (address.size() <= MaxAddressLength) {
        return address;
    }
    warn(field.value.at(),
         ReaderWords::tr("%1 is an address of more than 2,048 characters. It is left out.")
             .arg(field.shownName()));
    return {};
}

QString FieldReader::checkedAddress(const Field &field)
{
    QString text = address(field);
    if (!text.isEmpty() && !webAddress(text)) {
        warn(field.value.at(),
             ReaderWords::tr("%1 is no http or https address. It is kept as text and never opened.")
                 .arg(field.shownName()));
    }
    return text;
}

std::optional<int> FieldReader::number(const Field &field)
{
    if (field.value.isNull()) {
        return {};
    }
    const auto value = field.value.isText() ? toWholeNumber(field.value.text()) : std::nullopt;
    if (value && *value >= 0 && *value <= std::numeric_limits<int>::max()) {
        return static_cast<int>(*value);
    }
    warnOfType(field,
               QT_TRANSLATE_NOOP("ArticleReader",
                                 "%1 is %2, not a whole number from 0 to 2147483647. It is left "
                                 "out."));
    return {};
}

std::optional<bool> FieldReader::truth(const Field &field)
{
    if (field.value.isNull()) {
        return {};
    }
    const auto value = field.value.isText() ? toTruth(field.value.text()) : std::nullopt;
    if (!value) {
        warnOfType(field, QT_TRANSLATE_NOOP("ArticleReader",
                                            "%1 is %2, neither true nor false. It is left out."));
    }
    return value;
}

std::optional<UtcSeconds> FieldReader::timestamp(const Field &field)
{
    if (field.value.isNull() || (field.value.isText() && field.value.text().empty())) {
        return {};
    }
    const auto value = field.value.isText() ? toTimestamp(field.value.text()) : std::nullopt;
    if (!value) {
        warnOfType(field, QT_TRANSLATE_NOOP("ArticleReader",
                                            "%1 is %2. That is no date; it is left out."));
    }
    return value;
}

bool FieldReader::isList(const Field &field)
{
    if (field.value.kind() == NodeKind::List) {
        return true;
    }
    if (!field.value.isNull()) {
        warnOfType(field,
                   QT_TRANSLATE_NOOP("ArticleReader", "%1 is %2, not a list. It is left out."));
    }
    return false;
}

bool FieldReader::isMap(const Field &field)
{
    if (field.value.kind() == NodeKind::Map) {
        return true;
    }
    if (!field.value.isNull()) {
        warnOfType(field,
                   QT_TRANSLATE_NOOP("ArticleReader",
                                     "%1 is %2, not a map of names and values. It is left out."));
    }
    return false;
}

bool FieldReader::isFirstOfItsName(const Field &field, NodeRef map)
{
    const std::string_view name = field.name();
    for (NodeRef key = map.first(); key != field.key; key = key.next().next()) {
        if (Field{key, key}.name() == name) {
            warn(field.key.at(),
                 ReaderWords::tr("%1 stands here a second time. The first is taken.")
                     .arg(field.shownName()));
            return false;
        }
    }
    return true;
}

QStringList FieldReader::topics(const Field &field)
{
    QStringList topics;
    const auto take = [&](NodeRef entry) {
        const QString topic = text({field.key, entry}, MaxTopicLength).trimmed();
        if (topic.isEmpty() || topics.contains(topic)) {
            return true;
        }
        if (topics.size() == MaxTopics) {
            warn(
                entry.at(),
                ReaderWords::tr("There are more than 100 topics. From here on they are left out."));
            return false;
        }
        topics.append(topic);
        return true;
    };
    if (field.value.isText()) {
        take(field.value); // one topic, written without its dash
    } else if (isList(field)) {
        for (NodeRef entry = field.value.first(); entry != field.value.last() && take(entry);
             entry = entry.next()) {
        }
    }
    return topics;
}

Provider FieldReader::provider(const Field &field)
{
    Provider provider;
    if (!isMap(field)) {
        return provider;
    }
    eachField(field.value, [&](const Field &part) {
        if (part.name() == "name") {
            provider.name = name(part).trimmed();
        } else if (part.name() == "domain") {
            provider.domain = name(part).trimmed().toLower();
        } else if (part.name() == "images") {
            provider.logos = pictures(part);
        }
    });
    return provider;
}

std::optional<Picture> FieldReader::picture(NodeRef entry)
{
    Picture picture;
    if (entry.kind() == NodeKind::Map) {
        eachField(entry, [&](const Field &part) {
            if (part.name() == "url") {
                picture.url = address(part);
            } else if (part.name() == "width") {
                picture.width = number(part);
            } else if (part.name() == "height") {
                picture.height = number(part);
            } else if (part.name() == "isCached") {
                picture.isCached = truth(part).value_or(false);
            } else if (part.name() == "title") {
                picture.title = decodedText(part, MaxTitleLength);
            }
        });
    }
    if (!picture.url.isEmpty()) {
        return picture;
    }
    warn(entry.at(), ReaderWords::tr("The picture has no address. It is left out."));
    return {};
}

QList<Picture> FieldReader::pictures(const Field &field)
{
    QList<Picture> pictures;
    if (!isList(field)) {
        return pictures;
    }
    for (NodeRef entry = field.value.first(); entry != field.value.last(); entry = entry.next()) {
        if (entry.isNull()) {
            continue;
        }
        if (auto found = picture(entry)) {
            pictures.append(*std::move(found));
        }
    }
    return pictures;
}

} // namespace Microfiche
