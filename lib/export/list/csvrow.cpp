// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/list/csvrow.h"

#include <algorithm>
#include <iterator>

namespace Microfiche
{

namespace
{

QByteArray cell(const QString &text)
{
    const bool isPlain = std::none_of(text.cbegin(), text.cend(), [](QChar c) {
        return c == u'"' || c == u',' || c == u'\n' || c == u'\r';
    });
    const QByteArray bytes = text.toUtf8();
    return isPlain ? bytes : '"' + QByteArray(bytes).replace('"', "\"\"") + '"';
}

} // namespace

QByteArray csvRow(const QStringList &cells)
{
    QByteArrayList written;
    std::transform(cells.cbegin(), cells.cend(), std::back_inserter(written), cell);
    return written.join(',') + "\r\n";
}

} // namespace Microfiche
