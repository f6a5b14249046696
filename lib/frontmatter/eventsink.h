// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this room: what a producer of YAML events tells, whichever parser it is.
#pragma once

#include <QString>

#include <cstdint>
#include <exception>
#include <string_view>

namespace Microfiche
{

/// A place in front matter as parsers count: from 0, from the line after the fence, in bytes.
struct SourceMark {
    uint32_t line = 0;
    uint32_t column = 0;
};

/// Why front matter is refused. Thrown inside this room only.
class FrontMatterError final : public std::exception
{
public:
    FrontMatterError(SourceMark at, QString reason)
        : m_at(at)
        , m_reason(std::move(reason))
    {
    }

    SourceMark at() const { return m_at; }
    const QString &reason() const { return m_reason; }
    const char *what() const noexcept override { return "front matter refused"; }

private:
    SourceMark m_at;
    QString m_reason;
};

/// Null is a plain scalar that is empty, `~` or `null`. Block scalars count as quoted.
enum class ScalarKind : uint8_t { Null, Plain, Quoted };

/// Takes the events of one document in their order; the keys and values of a map alternate.
/// Throws FrontMatterError to stop the producer. Views hold until the call returns.
class EventSink
{
public:
    virtual ~EventSink() = default;

    virtual void scalar(SourceMark at, ScalarKind kind, std::string_view value) = 0;
    virtual void beginList(SourceMark at) = 0;
    virtual void beginMap(SourceMark at) = 0;
    /// Ends the list or map that was begun last.
    virtual void end() = 0;
};

} // namespace Microfiche
