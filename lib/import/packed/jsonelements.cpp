// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/packed/jsonelements_p.h"

#include <QCoreApplication>

#include <utility>

namespace Microfiche
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(JsonElements)
};

constexpr QByteArrayView News{"news"};

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace

JsonElements::JsonElements(qint64 maxBytes)
    : m_maxBytes(maxBytes)
{
}

void JsonElements::add(QByteArrayView piece)
{
    m_piece = piece;
    m_from = 0;
    for (qsizetype at = 0; at < piece.size() && m_problem.isEmpty(); ++at) {
        step(piece[at], at);
        m_line += piece[at] == '\n' && m_problem.isEmpty() ? 1 : 0;
    }
    if (m_place == Place::Element) {
        keep(piece.size());
    }
    m_piece = {};
}

void JsonElements::end()
{
    if (m_problem.isEmpty() && m_place != Place::Outside) {
        m_problem = Words::tr("The file ends in the midst of its list.");
    }
}

std::optional<JsonElements::Element> JsonElements::take()
{
    if (m_elements.empty()) {
        return std::nullopt;
    }
    Element element = std::move(m_elements.front());
    m_elements.pop_front();
    return element;
}

void JsonElements::step(char c, qsizetype at)
{
    if (m_isInText) {
        stepInText(c);
        return;
    }
    switch (m_place) {
    case Place::Outside: stepOutside(c, at); break;
    case Place::List: stepInList(c, at); break;
    case Place::Element:
    case Place::Rest: stepInside(c, at); break;
    }
}

void JsonElements::stepOutside(char c, qsizetype at)
{
    if (c == '{') {
        begin(at);
    } else if (c == '[') {
        m_place = Place::List;
        m_isInObject = false;
    } else if (!isBlank(c)) {
        m_problem = Words::tr("Here should begin an object or a list of articles in JSON.");
    }
}

void JsonElements::stepInList(char c, qsizetype at)
{
    if (c == '{') {
        begin(at);
    } else if (c == ']') {
        m_place = m_isInObject ? Place::Rest : Place::Outside;
        m_depth = 1;
    } else if (c != ',' && !isBlank(c)) {
        m_problem = Words::tr("What stands in the list here is no object.");
    }
}

void JsonElements::stepInside(char c, qsizetype at)
{
    const bool isAfterNews = m_isAfterNews;
    m_isAfterNews = m_isAfterNews && isBlank(c);
    switch (c) {
    case '"':
        m_isInText = true;
        m_key.clear();
        break;
    case ':':
        m_isAfterNews = m_depth == 1 && m_key == News && m_around == Place::Outside &&
                        m_place == Place::Element;
        break;
    case '{':
    case '[':
        if (isAfterNews && c == '[') { // no article: what holds them
            m_place = Place::List;
            m_isInObject = true;
            m_here = {};
            return;
        }
        ++m_depth;
        break;
    case '}':
    case ']':
        if (--m_depth == 0) {
            finish(at + 1);
        }
        break;
    default: break;
    }
}

void JsonElements::stepInText(char c)
{
    if (m_isEscaped) {
        m_isEscaped = false;
    } else if (c == '\\') {
        m_isEscaped = true;
    } else if (c == '"') {
        m_isInText = false;
        return;
    }
    if (m_depth == 1 && m_key.size() <= News.size()) {
        m_key.append(c);
    }
}

void JsonElements::begin(qsizetype at)
{
    m_around = std::exchange(m_place, Place::Element);
    m_depth = 1;
    m_key.clear();
    m_here = {};
    m_here.line = m_line;
    m_from = at;
}

void JsonElements::finish(qsizetype end)
{
    if (m_place == Place::Rest) {
        m_place = Place::Outside;
        return;
    }
    keep(end);
    m_elements.push_back(std::exchange(m_here, {}));
    m_place = m_around;
}

void JsonElements::keep(qsizetype end)
{
    const QByteArrayView part = m_piece.sliced(m_from, end - m_from);
    m_from = 0;
    m_here.size += part.size();
    if (m_here.size <= m_maxBytes) {
        m_here.bytes.append(part.data(), part.size());
    } else {
        m_here.bytes = {};
    }
}

} // namespace Microfiche
