// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console.h"

#include "cli/texttable.h"

#include <QFileDevice>

namespace Microfiche
{

namespace
{
constexpr qint64 SaidEveryMs = 10'000;
} // namespace

Console::Console(QIODevice &out, QIODevice &err, int width, bool showsProgress)
    : m_out(out)
    , m_err(err)
    , m_width(width)
    , m_showsProgress(showsProgress)
{
}

void Console::print(const QString &line)
{
    write(line.toUtf8() + '\n');
}

void Console::write(const QByteArray &bytes)
{
    m_isWhole = m_isWhole && m_out.write(bytes) == bytes.size();
}

void Console::say(const QString &line)
{
    m_err.write(line.toUtf8() + '\n');
}

void Console::showProgress(const QString &line)
{
    if (m_showsProgress) {
        m_err.write("\r\x1b[K" + fitted(line, m_width - 1).toUtf8());
    }
}

void Console::tellProgress(const QString &line, qint64 elapsed)
{
    if (m_showsProgress) {
        showProgress(line);
    } else if (elapsed - m_toldAt >= SaidEveryMs) {
        m_toldAt = elapsed;
        say(line);
    }
}

void Console::flush()
{
    if (auto *file = qobject_cast<QFileDevice *>(&m_out)) {
        m_isWhole = file->flush() && m_isWhole;
    }
}

} // namespace Microfiche
