// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frontmatter/articlereader.h"
#include "frontmatter/eventsink.h"

#include <array>
#include <string>
#include <vector>

namespace Microfiche
{

/// A list or map of more entries is no news article, whatever it is. (RELIABILITY.md, Y16, V03)
inline constexpr uint32_t MaxEntries = 5'000;
/// The longest name of a field, in bytes: that of YAML's simple keys. (Y17)
inline constexpr size_t MaxKeyBytes = 1'024;

enum class NodeKind : uint8_t { Null, Plain, Quoted, List, Map };

class NodeRef;

/// Front matter as a tree in two flat buffers: nodes in the order of the file, and their text.
class NodeTree
{
public:
    void reserve(size_t bytes);
    void clear();
    bool isEmpty() const { return m_nodes.empty(); }
    NodeRef root() const;

private:
    friend class NodeRef;
    friend class NodeTreeBuilder;

    struct Node {
        NodeKind kind = NodeKind::Null;
        SourceMark at;
        uint32_t end = 0; ///< index after the last node inside this one
        uint32_t entries = 0;
        uint32_t textBegin = 0;
        uint32_t textSize = 0;
    };

    std::vector<Node> m_nodes;
    std::string m_text;
};

/// One node of a tree that outlives it.
class NodeRef
{
public:
    NodeRef(const NodeTree &tree, uint32_t index)
        : m_tree(&tree)
        , m_index(index)
    {
    }

    NodeKind kind() const { return node().kind; }
    bool isNull() const { return kind() == NodeKind::Null; }
    bool isText() const { return kind() == NodeKind::Plain || kind() == NodeKind::Quoted; }
    SourceMark at() const { return node().at; }
    std::string_view text() const
    {
        return {m_tree->m_text.data() + node().textBegin, node().textSize};
    }

    /// Of a list; names and values each count in a map.
    uint32_t entries() const { return node().entries; }
    /// The nodes inside, for `for (NodeRef n = node.first(); n != node.last(); n = n.next())`.
    NodeRef first() const { return {*m_tree, m_index + 1}; }
    NodeRef last() const { return {*m_tree, node().end}; }
    NodeRef next() const { return last(); }

    friend bool operator==(const NodeRef &a, const NodeRef &b) { return a.m_index == b.m_index; }

private:
    const NodeTree::Node &node() const { return m_tree->m_nodes[m_index]; }

    const NodeTree *m_tree;
    uint32_t m_index;
};

inline NodeRef NodeTree::root() const
{
    return {*this, 0};
}

/// Builds the tree and holds the limits: depth, nodes, entries, length of names.
class NodeTreeBuilder final : public EventSink
{
public:
    explicit NodeTreeBuilder(NodeTree &tree)
        : m_tree(tree)
    {
    }

    void scalar(SourceMark at, ScalarKind kind, std::string_view value) override;
    void beginList(SourceMark at) override { begin(at, NodeKind::List); }
    void beginMap(SourceMark at) override { begin(at, NodeKind::Map); }
    void end() override;

private:
    NodeTree::Node &add(SourceMark at, NodeKind kind);
    void begin(SourceMark at, NodeKind kind);
    bool isTopLevelName() const;

    NodeTree &m_tree;
    std::array<uint32_t, MaxDepth> m_open = {};
    int m_depth = 0;
};

} // namespace Microfiche
