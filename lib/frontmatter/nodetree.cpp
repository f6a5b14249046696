// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/nodetree.h"

#include "frontmatter/readerwords.h"

namespace Microfiche
{

void NodeTree::reserve(size_t bytes)
{
    m_nodes.reserve(bytes / 20); // a name, a colon and a value are seldom shorter
    m_text.reserve(bytes);
}

void NodeTree::clear()
{
    m_nodes.clear();
    m_text.clear();
}

void NodeTreeBuilder::scalar(SourceMark at, ScalarKind kind, std::string_view value)
{
    if (isTopLevelName()) {
        if (kind == ScalarKind::Null) {
            throw FrontMatterError(at, ReaderWords::tr("A name is missing here."));
        }
        if (value.size() > MaxKeyBytes) {
            throw FrontMatterError(
                at, ReaderWords::tr("The name that begins here is longer than 1,024 bytes."));
        }
    }
    static_assert(static_cast<int>(ScalarKind::Quoted) == static_cast<int>(NodeKind::Quoted));
    NodeTree::Node &node = add(at, static_cast<NodeKind>(kind));
    node.textBegin = static_cast<uint32_t>(m_tree.m_text.size());
    node.textSize = static_cast<uint32_t>(value.size());
    m_tree.m_text += value;
}

void NodeTreeBuilder::begin(SourceMark at, NodeKind kind)
{
    if (m_depth == MaxDepth) {
        throw FrontMatterError(
            at, ReaderWords::tr("Lists and maps are nested more than %1 deep here.").arg(MaxDepth));
    }
    add(at, kind);
    m_open[static_cast<size_t>(m_depth++)] = static_cast<uint32_t>(m_tree.m_nodes.size() - 1);
}

void NodeTreeBuilder::end()
{
    const uint32_t index = m_open[static_cast<size_t>(--m_depth)];
    m_tree.m_nodes[index].end = static_cast<uint32_t>(m_tree.m_nodes.size());
}

NodeTree::Node &NodeTreeBuilder::add(SourceMark at, NodeKind kind)
{
    if (m_tree.m_nodes.size() == static_cast<size_t>(MaxNodes)) {
        throw FrontMatterError(at,
                               ReaderWords::tr("The front matter holds more than 100,000 values."));
    }
    if (m_depth > 0) {
        NodeTree::Node &parent = m_tree.m_nodes[m_open[static_cast<size_t>(m_depth - 1)]];
        const uint32_t limit = parent.kind == NodeKind::Map ? 2 * MaxEntries : MaxEntries;
        if (parent.entries == limit) {
            throw FrontMatterError(
                at, ReaderWords::tr("The list or map that ends here has more than 5,000 entries."));
        }
        ++parent.entries;
    }
    NodeTree::Node &node = m_tree.m_nodes.emplace_back();
    node.kind = kind;
    node.at = at;
    node.end = static_cast<uint32_t>(m_tree.m_nodes.size());
    return node;
}

bool NodeTreeBuilder::isTopLevelName() const
{
    return m_depth == 1 && m_tree.m_nodes.front().kind == NodeKind::Map &&
           m_tree.m_nodes.front().entries % 2 == 0;
}

} // namespace Microfiche
