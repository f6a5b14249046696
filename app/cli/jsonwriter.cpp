// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/jsonwriter.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

namespace Microfiche
{

namespace
{

bool mustBeEscaped(char16_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0x061c ||
           c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069);
}

QByteArray quoted(QStringView text)
{
    QString safe;
    safe.reserve(text.size() + 2);
    safe += u'"';
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'"': safe += QLatin1String("\\\""); break;
        case u'\\': safe += QLatin1String("\\\\"); break;
        case u'\n': safe += QLatin1String("\\n"); break;
        case u'\t': safe += QLatin1String("\\t"); break;
        case u'\r': safe += QLatin1String("\\r"); break;
        default:
            if (mustBeEscaped(c.unicode())) {
                safe += QStringLiteral("\\u%1").arg(uint(c.unicode()), 4, 16, QLatin1Char('0'));
            } else {
                safe += c;
            }
        }
    }
    safe += u'"';
    return safe.toUtf8();
}

} // namespace

void JsonWriter::beginObject()
{
    begin('{');
}

void JsonWriter::beginArray()
{
    begin('[');
}

void JsonWriter::key(QStringView name)
{
    separate();
    m_text += quoted(name) + (m_layout == Layout::Indented ? ": " : ":");
    m_hasKey = true;
}

void JsonWriter::value(QStringView text)
{
    raw(quoted(text));
}

void JsonWriter::value(bool truth)
{
    raw(truth ? "true" : "false");
}

void JsonWriter::value(double number)
{
    raw(std::isfinite(number) ? QByteArray::number(number, 'g', 15) : QByteArray("null"));
}

void JsonWriter::value(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Bool: value(json.toBool()); break;
    case QJsonValue::Double: value(json.toDouble()); break;
    case QJsonValue::String: value(QStringView(json.toString())); break;
    case QJsonValue::Array: {
        beginArray();
        const QJsonArray items = json.toArray();
        for (const auto &item : items) {
            value(QJsonValue(item));
        }
        endArray();
        break;
    }
    case QJsonValue::Object: {
        beginObject();
        const QJsonObject object = json.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            key(it.key());
            value(QJsonValue(it.value()));
        }
        endObject();
        break;
    }
    default: raw("null");
    }
}

void JsonWriter::raw(const QByteArray &token)
{
    separate();
    m_text += token;
}

void JsonWriter::begin(char bracket)
{
    separate();
    m_text += bracket;
    ++m_depth;
    m_isFirst = true;
}

void JsonWriter::end(char bracket)
{
    --m_depth;
    if (!m_isFirst) {
        newLine();
    }
    m_text += bracket;
    m_isFirst = false;
}

/// Before a key, or a value that has none.
void JsonWriter::separate()
{
    if (m_hasKey) {
        m_hasKey = false;
        return;
    }
    if (!m_isFirst && m_depth > 0) {
        m_text += ',';
    }
    if (m_depth > 0) {
        newLine();
    }
    m_isFirst = false;
}

void JsonWriter::newLine()
{
    if (m_layout == Layout::Indented) {
        m_text += '\n' + QByteArray(qsizetype(2) * m_depth, ' ');
    }
}

} // namespace Microfiche
