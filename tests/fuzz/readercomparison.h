// SPDX-License-Identifier: GPL-3.0-or-later
// The quick reader beside yaml-cpp: for every input it steps aside or tells the same.
#pragma once

#include "frontmatter/regularyaml.h"
#include "frontmatter/yamlevents.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace Microfiche::Test
{

struct Event {
    enum class Kind { Null, Plain, Quoted, List, Map, End };

    Kind kind = Kind::End;
    SourceMark at;
    std::string value;

    friend bool operator==(const Event &a, const Event &b)
    {
        return a.kind == b.kind && a.at.line == b.at.line && a.at.column == b.at.column &&
               a.value == b.value;
    }

    /// "1:0 plain title", counted from 0 and in bytes as producers count.
    std::string text() const
    {
        constexpr std::array Names{"null", "plain", "quoted", "list", "map", "end"};
        std::string text;
        if (kind != Kind::End) {
            text.append(std::to_string(at.line)).append(":");
            text.append(std::to_string(at.column)).append(" ");
        }
        text.append(Names[static_cast<size_t>(kind)]);
        if (!value.empty()) {
            text.append(" ").append(value);
        }
        std::replace(text.begin(), text.end(), '\0', '?'); // where C strings end
        return text;
    }
};

class EventRecorder final : public EventSink
{
public:
    void scalar(SourceMark at, ScalarKind kind, std::string_view value) override
    {
        static_assert(static_cast<int>(ScalarKind::Quoted) ==
                      static_cast<int>(Event::Kind::Quoted));
        events.push_back({static_cast<Event::Kind>(kind), at, std::string(value)});
    }
    void beginList(SourceMark at) override { events.push_back({Event::Kind::List, at, {}}); }
    void beginMap(SourceMark at) override { events.push_back({Event::Kind::Map, at, {}}); }
    void end() override { events.push_back({}); }

    std::vector<Event> events;
};

/// Events in a row, for tables.
inline std::string textOf(const std::vector<Event> &events)
{
    std::string text;
    for (const Event &event : events) {
        text.append(text.empty() ? "" : "|").append(event.text());
    }
    return text;
}

struct ReaderComparison {
    bool isTaken = false;   ///< the quick reader did not step aside
    std::string difference; ///< empty if both told the same
};

inline ReaderComparison compareReaders(std::string_view frontMatter)
{
    EventRecorder quick;
    if (!tellRegularYaml(frontMatter, quick)) {
        return {};
    }
    EventRecorder judge;
    try {
        tellYamlEvents(frontMatter, judge);
    } catch (const FrontMatterError &error) {
        return {true, "yaml-cpp refuses line " + std::to_string(error.at().line) + ": " +
                          error.reason().toStdString()};
    }
    for (size_t i = 0; i < std::max(quick.events.size(), judge.events.size()); ++i) {
        const bool isInBoth = i < quick.events.size() && i < judge.events.size();
        if (!isInBoth || quick.events[i] != judge.events[i]) {
            const auto told = [i](const EventRecorder &reader) {
                return i < reader.events.size() ? reader.events[i].text() : "nothing";
            };
            return {true,
                    "event " + std::to_string(i) + ": " + told(quick) + " for " + told(judge)};
        }
    }
    return {true, {}};
}

} // namespace Microfiche::Test
