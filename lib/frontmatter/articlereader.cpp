// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/articlereader.h"

#include "frontmatter/articlefields.h"
#include "frontmatter/bodytext.h"
#include "frontmatter/jsonevents.h"
#include "frontmatter/readerwords.h"
#include "frontmatter/regularyaml.h"
#include "frontmatter/sourcetext.h"
#include "frontmatter/yamlevents.h"

#include <new>

namespace Microfiche
{

namespace
{

/// By the quick reader where it can, else by yaml-cpp. Refusals are always yaml-cpp's: it may
/// stumble over what stands behind a limit before that limit is told.
NodeTree treeOf(std::string_view frontMatter)
{
    NodeTree tree;
    tree.reserve(frontMatter.size());
    try {
        NodeTreeBuilder builder(tree);
        if (tellRegularYaml(frontMatter, builder)) {
            return tree;
        }
    } catch (const FrontMatterError &) { // a limit; said below
    }
    tree.clear();
    NodeTreeBuilder builder(tree);
    tellYamlEvents(frontMatter, builder);
    return tree;
}

ReadResult readParts(const FileParts &parts, const SourceText &source)
{
    FieldReader reader(parts.frontMatter);
    ReadArticle read;
    try {
        read.article = toArticle(treeOf(parts.frontMatter), reader);
    } catch (const FrontMatterError &error) {
        return ReadProblem{reader.position(error.at()), error.reason()};
    }

    BodyText body = bodyText(parts.body);
    read.article.body = std::move(body.text);
    read.warnings = reader.takeWarnings();
    if (body.isCut) {
        read.warnings.append(
            {{parts.bodyLine, 1},
             ReaderWords::tr("The body is longer than 1 MiB of text, or nested too deep. It is cut "
                             "there; the file keeps it whole.")});
    }
    if (source.warning) {
        read.warnings.prepend(*source.warning);
    }
    return read;
}

ReadResult readJson(const SourceText &source)
{
    FieldReader reader(
        std::string_view(source.utf8.constData(), static_cast<size_t>(source.utf8.size())), 0);
    ReadArticle read;
    try {
        NodeTree tree;
        NodeTreeBuilder builder(tree);
        tellJson(source.utf8, builder);
        read.article = toArticle(tree, reader);
    } catch (const FrontMatterError &error) {
        return ReadProblem{reader.position(error.at()), error.reason()};
    }
    read.warnings = reader.takeWarnings();
    if (source.warning) {
        read.warnings.prepend(*source.warning);
    }
    return read;
}

} // namespace

ReadResult readArticle(const QByteArray &bytes)
try {
    const auto source = decode(bytes);
    if (const auto *problem = std::get_if<ReadProblem>(&source)) {
        return *problem;
    }
    const auto &text = std::get<SourceText>(source);
    if (text.utf8.startsWith('{')) {
        return readJson(text);
    }
    const auto parts =
        cutAtFences(std::string_view(text.utf8.constData(), static_cast<size_t>(text.utf8.size())));
    if (const auto *problem = std::get_if<ReadProblem>(&parts)) {
        return *problem;
    }
    return readParts(std::get<FileParts>(parts), text);
} catch (const std::bad_alloc &) {
    return ReadProblem{{}, ReaderWords::tr("There was not enough memory to read this file.")};
} catch (const std::exception &error) {
    return ReadProblem{
        {}, ReaderWords::tr("The file could not be read (%1).").arg(QLatin1String(error.what()))};
}

} // namespace Microfiche
