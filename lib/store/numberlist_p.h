// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace Microfiche
{

/// The numbers that group_concat() put into one value, with commas between them. SQLite and Qt take
/// longer over a row than over its numbers, so what is read by the million comes a page a row.
class NumberList final
{
public:
    explicit NumberList(QByteArray list)
        : m_list(std::move(list))
        , m_at(m_list.cbegin())
    {
    }
    Q_DISABLE_COPY_MOVE(NumberList)

    bool isAtEnd() const { return m_at == m_list.cend(); }

    /// The next one; none where there is something else, or the end.
    std::optional<qint64> next()
    {
        const bool isNegative = *m_at == '-';
        m_at += isNegative ? 1 : 0;
        const char *digits = m_at;
        quint64 number = 0;
        for (; m_at != m_list.cend() && *m_at >= '0' && *m_at <= '9'; ++m_at) {
            number = number * 10 + quint64(*m_at - '0');
        }
        const bool isNumber = m_at != digits && (m_at == m_list.cend() || *m_at == ',');
        passComma();
        return isNumber ? std::optional(qint64(isNegative ? 0 - number : number)) : std::nullopt;
    }

private:
    void passComma()
    {
        while (m_at != m_list.cend() && *m_at != ',') {
            ++m_at;
        }
        m_at += isAtEnd() ? 0 : 1;
    }

    QByteArray m_list;
    const char *m_at;
};

} // namespace Microfiche
