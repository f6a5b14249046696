// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace Microfiche
{

/// The longest address that is taken; servers refuse longer ones. In UTF-16 units.
inline constexpr qsizetype MaxAddressLength = 2048;

/// `text` as a web address: trimmed, `http` or `https`, with a host, no user name, no control
/// characters, at most MaxAddressLength. Anything else (`javascript:`, `file:`, `//host`) is none.
/// (FORMAT.md, "Address"; RELIABILITY.md, T2)
std::optional<QUrl> webAddress(QStringView text);

/// The host as it is safe to show: punycode whenever it is not plain ASCII.
QString shownHost(const QUrl &address);

/// The host as people call it: "example.org" for "www.example.org".
QString knownHost(const QUrl &address);

/// The identity of an article: its address with scheme and host in lower case, default port and
/// fragment dropped, nothing else changed. Equal keys are the same article. (FORMAT.md, "Identity")
class ArticleKey
{
public:
    ArticleKey() = default; ///< no article: isEmpty()

    /// The key of the address in `text`; none if that is no web address.
    static std::optional<ArticleKey> fromAddress(QStringView text);
    /// The same; shares `text` if that is a key as it stands, as most addresses are.
    static std::optional<ArticleKey> fromShared(const QString &text);
    /// Takes a text that toString() gave, unchecked.
    static ArticleKey fromStored(QString text);

    bool isEmpty() const { return m_text.isEmpty(); }
    const QString &toString() const { return m_text; }

    friend bool operator==(const ArticleKey &, const ArticleKey &) = default;
    friend size_t qHash(const ArticleKey &key, size_t seed = 0)
    {
        return ::qHash(key.m_text, seed);
    }

private:
    QString m_text;
};

} // namespace Microfiche
