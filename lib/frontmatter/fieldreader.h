// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frontmatter/nodetree.h"

namespace Microfiche
{

/// A name and its value in a map.
struct Field {
    NodeRef key;
    NodeRef value;

    std::string_view name() const
    {
        constexpr std::string_view ByteOrderMark = "\xef\xbb\xbf";
        const std::string_view name = key.text();
        // Some editor's, after the first line.
        return name.starts_with(ByteOrderMark) ? name.substr(ByteOrderMark.size()) : name;
    }
    QString shownName() const;
};

/// Characters, in UTF-16 units. (RELIABILITY.md, "Proposed limits")
inline constexpr qsizetype MaxTitleLength = 1'000;
inline constexpr qsizetype MaxExcerptLength = 10'000;
inline constexpr qsizetype MaxNameLength = 200; ///< of a provider, a type, a category
inline constexpr qsizetype MaxTopicLength = 100;
inline constexpr qsizetype MaxTopics = 100;
inline constexpr int MaxWarnings = 100;

/// Reads values as the type that is wanted. A value of another type costs the field and leaves a
/// warning; null is a missing value and leaves none.
class FieldReader
{
public:
    /// Counts lines and columns in `source`, which begins so many lines into its file: those of
    /// front matter stand behind a fence.
    explicit FieldReader(std::string_view source, int linesBefore = 1)
        : m_source(source)
        , m_linesBefore(linesBefore)
    {
    }

    QString text(const Field &field, qsizetype maxLength = -1);
    /// A text of at most MaxNameLength, shared with those read before: a file has few names, many
    /// times each.
    QString name(const Field &field);
    /// Entities become characters, tags stay text.
    QString decodedText(const Field &field, qsizetype maxLength);
    /// A text of at most MaxAddressLength, not checked any further.
    QString address(const Field &field);
    /// The same, but says so if it is no web address: then it can be shown and never opened.
    QString checkedAddress(const Field &field);
    /// 0 and up.
    std::optional<int> number(const Field &field);
    std::optional<bool> truth(const Field &field);
    std::optional<UtcSeconds> timestamp(const Field &field);
    QStringList topics(const Field &field);
    Provider provider(const Field &field);
    QList<Picture> pictures(const Field &field);

    /// Calls `take` with each field of a map; of several with one name with the first.
    template <typename Take>
    void eachField(NodeRef map, const Take &take)
    {
        for (NodeRef key = map.first(); key != map.last();) {
            const Field field{key, key.next()};
            if (isFirstOfItsName(field, map)) {
                take(field);
            }
            key = field.value.next();
        }
    }
    /// Whether the value is a list; says so if it is neither list nor null.
    bool isList(const Field &field);

    TextPosition position(SourceMark at) const;
    void warn(SourceMark at, const QString &reason);
    /// In the order of the file; at most MaxWarnings and a last one with the number of the others.
    QList<ReadProblem> takeWarnings();

private:
    /// Says so if it is not.
    bool isFirstOfItsName(const Field &field, NodeRef map);
    bool isMap(const Field &field);
    void warnOfType(const Field &field, const char *words);
    QString cut(const Field &field, QString text, qsizetype maxLength);
    std::optional<Picture> picture(NodeRef entry);

    std::string_view m_source;
    int m_linesBefore;
    QList<ReadProblem> m_warnings;
    int m_unsaid = 0;
    std::vector<std::pair<std::string_view, QString>> m_names; ///< the first of them
};

/// "a list", "a map" or the text itself in quotes, cut where it is long.
QString described(NodeRef node);
/// A scalar's text; NUL, which YAML can write as \0, as U+FFFD.
QString textOf(NodeRef node);

} // namespace Microfiche
