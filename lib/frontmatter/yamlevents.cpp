// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/yamlevents.h"

#include "frontmatter/readerwords.h"
#include "frontmatter/yamlreasons.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <istream>
#include <streambuf>
#include <utility>

namespace Microfiche
{

namespace
{

/// Lets yaml-cpp read from memory that is there already, and a number sign after it: where the text
/// ends with a line feed, yaml-cpp 0.7 takes a quote that is never closed for a whole value. Inside
/// that quote the sign is text that ends too early, anywhere else an empty comment.
class MemoryBuffer final : public std::streambuf
{
public:
    explicit MemoryBuffer(std::string_view text) { show(text); }

protected:
    int_type underflow() override
    {
        if (std::exchange(m_isAtSign, true)) {
            return traits_type::eof();
        }
        show("#");
        return traits_type::to_int_type(*gptr());
    }

private:
    void show(std::string_view text)
    {
        // The get area is never written to; its type is only what the library asks for.
        char *begin = const_cast<char *>(text.data());
        setg(begin, begin, begin + text.size());
    }

    bool m_isAtSign = false;
};

SourceMark toMark(const YAML::Mark &mark)
{
    return {static_cast<uint32_t>(mark.line), static_cast<uint32_t>(mark.column)};
}

class Listener final : public YAML::EventHandler
{
public:
    Listener(std::string_view source, EventSink &sink)
        : m_source(source)
        , m_sink(sink)
    {
    }

    size_t lastOffset() const { return m_lastOffset; }

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        if (m_hasDocument) {
            throw FrontMatterError(
                toMark(mark),
                ReaderWords::tr("This stands outside the names and values of the front matter."));
        }
        m_hasDocument = true;
    }

    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        check(mark, {}, anchor);
        m_sink.scalar(toMark(mark), ScalarKind::Null, {});
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t /*anchor*/) override
    {
        throw FrontMatterError(toMark(mark), mustBeQuoted(u'*'));
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        check(mark, tag, anchor);
        const auto kind = tag == "!" ? ScalarKind::Quoted : ScalarKind::Plain;
        m_sink.scalar(toMark(mark), kind, value);
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override
    {
        check(mark, tag, anchor);
        m_sink.beginList(toMark(mark));
    }

    void OnSequenceEnd() override { m_sink.end(); }

    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override
    {
        check(mark, tag, anchor);
        m_sink.beginMap(toMark(mark));
    }

    void OnMapEnd() override { m_sink.end(); }

private:
    /// yaml-cpp gives the tag "?" to what is plain and "!" to what is quoted; a tag that somebody
    /// wrote, "!" alone among them, is told by its first character.
    void check(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor)
    {
        const auto offset = static_cast<size_t>(mark.pos);
        const char first = offset < m_source.size() ? m_source[offset] : '\0';
        m_lastOffset = offset;
        if (anchor != 0 || first == '&') {
            throw FrontMatterError(toMark(mark), mustBeQuoted(u'&'));
        }
        if (first == '!' || (!tag.empty() && tag != "?" && tag != "!")) {
            throw FrontMatterError(toMark(mark), mustBeQuoted(u'!'));
        }
    }

    std::string_view m_source;
    EventSink &m_sink;
    size_t m_lastOffset = 0;
    bool m_hasDocument = false;
};

} // namespace

void tellYamlEvents(std::string_view frontMatter, EventSink &sink)
{
    MemoryBuffer buffer(frontMatter);
    std::istream stream(&buffer);
    Listener listener(frontMatter, sink);
    try {
        YAML::Parser parser(stream);
        // Twice and never in a loop: the second call only finds out whether anything is left, and
        // yaml-cpp 0.7 hands out some bytes for ever (RELIABILITY.md, Y20).
        parser.HandleNextDocument(listener);
        parser.HandleNextDocument(listener);
    } catch (const YAML::Exception &error) {
        const SourceMark at = error.mark.is_null() ? SourceMark() : toMark(error.mark);
        throw yamlRefusal(error.msg, at, frontMatter, listener.lastOffset());
    }
}

} // namespace Microfiche
