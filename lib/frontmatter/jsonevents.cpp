// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/jsonevents.h"

#include "frontmatter/readerwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace Microfiche
{

namespace
{

constexpr double LargestWhole = 9'007'199'254'740'992.0; // 2^53: beyond, a double has gaps

/// As it would be written in a file: 54, not 54.0.
QByteArray numberText(double number)
{
    const bool isWhole = std::floor(number) == number && std::abs(number) <= LargestWhole;
    return isWhole ? QByteArray::number(static_cast<qint64>(number))
                   : QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
}

void tellScalar(EventSink &sink, ScalarKind kind, const QByteArray &text)
{
    sink.scalar({}, kind, {text.constData(), static_cast<size_t>(text.size())});
}

void tell(const QJsonValue &value, EventSink &sink)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined: tellScalar(sink, ScalarKind::Null, {}); break;
    case QJsonValue::Bool:
        tellScalar(sink, ScalarKind::Plain, value.toBool() ? "true" : "false");
        break;
    case QJsonValue::Double:
        tellScalar(sink, ScalarKind::Plain, numberText(value.toDouble()));
        break;
    case QJsonValue::String: tellScalar(sink, ScalarKind::Quoted, value.toString().toUtf8()); break;
    case QJsonValue::Array: {
        sink.beginList({});
        const QJsonArray list = value.toArray();
        for (const QJsonValue &entry : list) {
            tell(entry, sink);
        }
        sink.end();
        break;
    }
    case QJsonValue::Object: {
        sink.beginMap({});
        const QJsonObject map = value.toObject();
        for (auto entry = map.constBegin(); entry != map.constEnd(); ++entry) {
            tellScalar(sink, ScalarKind::Quoted, entry.key().toUtf8());
            tell(entry.value(), sink);
        }
        sink.end();
        break;
    }
    }
}

SourceMark markAt(const QByteArray &text, qsizetype offset)
{
    const QByteArrayView before = QByteArrayView(text).first(qBound(0, offset, text.size()));
    const auto lines = std::count(before.begin(), before.end(), '\n');
    return {static_cast<uint32_t>(lines),
            static_cast<uint32_t>(before.size() - before.lastIndexOf('\n') - 1)};
}

} // namespace

void tellJson(const QByteArray &utf8, EventSink &sink)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(utf8, &error);
    if (error.error != QJsonParseError::NoError) {
        throw FrontMatterError(
            markAt(utf8, error.offset),
            ReaderWords::tr("This is not right in JSON: %1.").arg(error.errorString()));
    }
    tell(document.object(), sink);
}

} // namespace Microfiche
