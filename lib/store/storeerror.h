// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <exception>

namespace Microfiche
{

/// What the future of an answer holds if the archive could not be read: result() throws it.
class StoreError final : public std::exception
{
public:
    /// `message` is for a person.
    explicit StoreError(const QString &message)
        : m_message(message)
        , m_bytes(message.toUtf8())
    {
    }

    const QString &message() const { return m_message; }
    const char *what() const noexcept override { return m_bytes.constData(); }

private:
    QString m_message;
    QByteArray m_bytes;
};

/// Why there is no answer, for a person: the message of a StoreError, as all are that a store's
/// future holds.
inline QString reasonOf(const std::exception &error)
{
    return QString::fromUtf8(error.what());
}

} // namespace Microfiche
