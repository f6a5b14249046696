// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/displaytext.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

constexpr int MaxCombiningMarks = 8;

enum class Shape { Line, Paragraphs };

bool isIn(char32_t c, char32_t first, char32_t last)
{
    return c >= first && c <= last;
}

bool isLineBreak(char32_t c)
{
    return c == U'\n' || c == U'\r' || c == 0x0b || c == 0x0c || c == 0x85 || c == 0x2028 ||
           c == 0x2029;
}

/// Characters that show nothing, or change how others are shown: C0, C1, zero-width, bidirectional
/// overrides, embeddings and isolates, interlinear marks, tags, non-characters.
bool isHidden(char32_t c)
{
    return c < 0x20 || isIn(c, 0x7f, 0x9f) || c == 0x180e || c == 0x200b ||
           isIn(c, 0x202a, 0x202e) || isIn(c, 0x2060, 0x206f) || c == 0xfeff ||
           isIn(c, 0xfff9, 0xfffb) || isIn(c, 0xfdd0, 0xfdef) || (c & 0xfffe) == 0xfffe ||
           isIn(c, 0xe0000, 0xe007f);
}

/// Persian, Indic scripts and emoji need their joiners; between Latin letters they only deceive.
bool isJoiner(char32_t c)
{
    return c == 0x200c || c == 0x200d;
}

bool takesJoiner(char32_t c)
{
    return c >= 0x300 && !isIn(c, 0x370, 0x52f) && QChar::category(c) != QChar::Separator_Space;
}

bool isCombining(char32_t c)
{
    if (c < 0x300) {
        return false;
    }
    const QChar::Category category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing ||
           category == QChar::Mark_SpacingCombining;
}

/// Nearly every title: nothing in it needs a second look.
bool isPlain(const QString &text, Shape shape)
{
    char16_t previous = u' ';
    for (const QChar qc : text) {
        const char16_t c = qc.unicode();
        const bool isBreak = c == u'\n' && shape == Shape::Paragraphs;
        if ((c < 0x20 && !isBreak) || (c >= 0x7f && c < 0xa1) ||
            (c >= 0x300 && !(c >= 0x2010 && c < 0x2028))) {
            return false;
        }
        if (shape == Shape::Line && c == u' ' && previous == u' ') {
            return false;
        }
        previous = c;
    }
    return shape == Shape::Paragraphs || text.isEmpty() || !text.back().isSpace();
}

class Cleaner
{
public:
    Cleaner(QStringView source, Shape shape, qsizetype limit)
        : m_source(source)
        , m_shape(shape)
        , m_limit(limit)
    {
        m_out.reserve(std::min(source.size(), limit));
    }

    QString run()
    {
        while (m_at < m_source.size() && m_out.size() <= m_limit) {
            take(next());
        }
        return std::move(m_out);
    }

private:
    char32_t next()
    {
        const QChar c = m_source[m_at++];
        if (!c.isSurrogate()) {
            return c.unicode();
        }
        if (c.isHighSurrogate() && m_at < m_source.size() && m_source[m_at].isLowSurrogate()) {
            return QChar::surrogateToUcs4(c, m_source[m_at++]);
        }
        return QChar::ReplacementCharacter;
    }

    void take(char32_t c)
    {
        if (isLineBreak(c)) {
            takeLineBreak(c);
        } else if (c == U'\t' || c == U' ') {
            takeSpace(c);
        } else if (isJoiner(c)) {
            m_pendingJoiner = takesJoiner(m_last) ? c : 0;
        } else if (!isHidden(c)) {
            takeVisible(c);
        }
    }

    void takeLineBreak(char32_t c)
    {
        if (m_shape == Shape::Line) {
            takeSpace(U' ');
            return;
        }
        if (c == U'\r' && m_at < m_source.size() && m_source[m_at] == u'\n') {
            ++m_at;
        }
        append(U'\n');
    }

    void takeSpace(char32_t c)
    {
        if (m_shape == Shape::Paragraphs) {
            append(c);
        } else if (!m_out.isEmpty() && m_last != U' ') {
            append(U' ');
        }
    }

    void takeVisible(char32_t c)
    {
        m_marks = isCombining(c) ? m_marks + 1 : 0;
        if (m_marks > MaxCombiningMarks) {
            return;
        }
        if (m_pendingJoiner != 0 && takesJoiner(c)) {
            m_out += QChar(static_cast<char16_t>(m_pendingJoiner));
        }
        append(c);
    }

    void append(char32_t c)
    {
        m_pendingJoiner = 0;
        m_last = c;
        if (!isCombining(c)) {
            m_marks = 0;
        }
        m_out += QChar::fromUcs4(c);
    }

    QStringView m_source;
    Shape m_shape;
    qsizetype m_limit;
    qsizetype m_at = 0;
    QString m_out;
    char32_t m_last = U' ';
    char32_t m_pendingJoiner = 0;
    int m_marks = 0;
};

} // namespace

QString displayLine(const QString &text)
{
    if (text.size() <= MaxDisplayLine && isPlain(text, Shape::Line)) {
        return text;
    }
    QString line = Cleaner(text, Shape::Line, MaxDisplayLine).run();
    if (line.size() > MaxDisplayLine) {
        line.truncate(MaxDisplayLine - 1);
        if (line.back().isHighSurrogate()) {
            line.chop(1);
        }
        line += u'…';
    }
    return std::move(line).trimmed();
}

QString displayText(const QString &text)
{
    if (isPlain(text, Shape::Paragraphs)) {
        return text;
    }
    return Cleaner(text, Shape::Paragraphs, text.size()).run();
}

QString shownPath(const QByteArray &path)
{
    if (path.isValidUtf8()) {
        return displayLine(QString::fromUtf8(path));
    }
    QString escaped;
    for (const char byte : path) {
        const auto value = static_cast<quint8>(byte);
        escaped += value < 0x80 ? QString(QLatin1Char(byte))
                                : QStringLiteral("\\x%1").arg(value, 2, 16, QLatin1Char('0'));
    }
    return displayLine(escaped);
}

} // namespace Microfiche
