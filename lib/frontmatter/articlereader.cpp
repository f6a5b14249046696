// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/articlereader.h"

#include "frontmatter/articlefields.h"
#include "frontmatter/bodytext.h"
#include "frontmatter/readerwords.h"
#include "frontmatter/sourcetext.h"
#include "frontmatter/yamlevents.h"

#include <new>

namespace Microfiche
{

namespace
{

ReadResult readParts(const FileParts &parts, const SourceText &source)
{
    FieldReader reader(parts.frontMatter);
    ReadArticle read;
    try {
        NodeTree tree;
        tree.reserve(parts.frontMatter.size());
        NodeTreeBuilder builder(tree);
        tellYamlEvents(parts.frontMatter, builder);
        read.article = toArticle(tree, reader);
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

} // namespace

ReadResult readArticle(const QByteArray &bytes)
try {
    const auto source = decode(bytes);
    if (const auto *problem = std::get_if<ReadProblem>(&source)) {
        return *problem;
    }
    const auto &text = std::get<SourceText>(source);
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
