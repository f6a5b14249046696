// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <deque>
#include <optional>

namespace Microfiche
{

/// Cuts JSON that comes in pieces into the objects that are articles: those of a list, of the list
/// `news` in an object, as a news interface answers, or one after the other, as JSON Lines has
/// them. Looks only at brackets and quotes; whoever reads an object says whether it is right.
class JsonElements
{
public:
    struct Element {
        QByteArray bytes; ///< from its first bracket to its last; empty if it is too large
        qint64 size = 0;
        qint64 line = 1; ///< on which it begins
    };

    /// Objects of more bytes are passed by.
    explicit JsonElements(qint64 maxBytes);

    void add(QByteArrayView piece);
    /// There is no more.
    void end();

    /// The next one; none until more is added.
    std::optional<Element> take();

    /// Where and why it cannot be read on; nothing more is given then.
    const QString &problem() const { return m_problem; }
    qint64 problemLine() const { return m_line; }

private:
    enum class Place : char {
        Outside, ///< before, behind or between values
        List,    ///< in the list of articles
        Element, ///< in an object that may be an article
        Rest,    ///< in the object that had the list, behind it
    };

    void step(char c, qsizetype at);
    void stepOutside(char c, qsizetype at);
    void stepInList(char c, qsizetype at);
    void stepInside(char c, qsizetype at);
    void stepInText(char c);
    void begin(qsizetype at);
    void finish(qsizetype end);
    void keep(qsizetype end);

    const qint64 m_maxBytes;
    std::deque<Element> m_elements;
    QByteArrayView m_piece;
    qsizetype m_from = 0; ///< where what is not kept yet of m_here begins in the piece
    Element m_here;
    Place m_place = Place::Outside;
    Place m_around = Place::Outside; ///< of m_here
    int m_depth = 0;                 ///< of brackets that are open in m_here, or in the rest
    QByteArray m_key;                ///< the last text on the first level of m_here
    bool m_isAfterNews = false;      ///< and a colon
    bool m_isInObject = false;       ///< the list is
    bool m_isInText = false;
    bool m_isEscaped = false;
    qint64 m_line = 1;
    QString m_problem;
};

} // namespace Microfiche
