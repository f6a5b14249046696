// SPDX-License-Identifier: GPL-3.0-or-later
// Values as SQL takes them: an empty text is a text, only what is absent is NULL.
#pragma once

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <concepts>
#include <optional>

namespace Microfiche
{

inline QVariant bound(const QString &text)
{
    return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text);
}
inline QVariant bound(const QByteArray &bytes)
{
    return bytes.isNull() ? QVariant(QByteArray("")) : QVariant(bytes);
}
inline QVariant bound(bool value)
{
    return QVariant(value ? 1 : 0);
}
template <std::integral Integer>
QVariant bound(Integer value)
{
    return QVariant(qint64(value));
}
inline QVariant bound(std::nullopt_t)
{
    return {};
}
template <typename Value>
QVariant bound(const std::optional<Value> &value)
{
    return value ? bound(*value) : QVariant();
}

inline QVariant bound(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QByteArray: return bound(value.toByteArray());
    case QMetaType::QString: return bound(value.toString());
    default: return value;
    }
}

/// NULL where there is no row: ids begin at 1.
inline std::optional<qint64> idOrNull(qint64 id)
{
    return id > 0 ? std::optional(id) : std::nullopt;
}

} // namespace Microfiche
