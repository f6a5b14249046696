// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <concepts>
#include <optional>

namespace Microfiche
{

/// Writes JSON with its members in the order they are given; QJsonObject would sort them. Control
/// characters and bidirectional overrides are written as escapes: exact data, harmless to a
/// terminal.
class JsonWriter
{
public:
    enum class Layout { OneLine, Indented };

    explicit JsonWriter(Layout layout)
        : m_layout(layout)
    {
    }

    void beginObject();
    void endObject() { end('}'); }
    void beginArray();
    void endArray() { end(']'); }
    void key(QStringView name);
    void value(QStringView text);
    void value(const QString &text) { value(QStringView(text)); }
    void value(bool truth);
    void value(double number);
    void value(std::integral auto number) { raw(QByteArray::number(number)); }
    void value(const QJsonValue &json);

    template <typename Value>
    void member(QStringView name, const Value &value_)
    {
        key(name);
        value(value_);
    }
    /// A member that is left out if it is absent.
    template <typename Value>
    void memberIf(QStringView name, const std::optional<Value> &value_)
    {
        if (value_) {
            member(name, *value_);
        }
    }
    /// A member that is left out if it is empty.
    void memberIf(QStringView name, const QString &text)
    {
        if (!text.isEmpty()) {
            member(name, QStringView(text));
        }
    }

    const QByteArray &text() const { return m_text; }

private:
    void raw(const QByteArray &token);
    void begin(char bracket);
    void end(char bracket);
    void separate();
    void newLine();

    Layout m_layout;
    QByteArray m_text;
    int m_depth = 0;
    bool m_isFirst = true;
    bool m_hasKey = false;
};

} // namespace Microfiche
