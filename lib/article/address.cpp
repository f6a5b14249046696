// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/address.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

/// An address cut at the places that the rules speak of. The rules work on the text itself, since
/// QUrl would re-encode what identity must leave alone, and forgives more than is safe.
struct AddressParts {
    QStringView text; ///< trimmed
    bool isHttps = false;
    QStringView host;
    QStringView port;   ///< without its colon; may be empty
    QStringView target; ///< path, query and fragment
};

bool isControl(QChar c)
{
    const char16_t u = c.unicode();
    return u < 0x20 || (u >= 0x7f && u < 0xa0);
}

/// What could make a host read as another one, or end it elsewhere for another reader.
bool isForbiddenInHost(QChar c)
{
    if (c.unicode() < 0x80) {
        return !c.isLetterOrNumber() && !QStringView(u"-._[]:").contains(c);
    }
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Separator_Space: return true;
    default: return false;
    }
}

bool isPort(QStringView text)
{
    if (text.isEmpty()) {
        return true; // "https://host:/" means the default port (RFC 3986, 3.2.3)
    }
    const bool digitsOnly =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const int port = digitsOnly ? text.toInt() : 0;
    return port > 0 && port <= 65535;
}

std::optional<AddressParts> split(QStringView raw)
{
    AddressParts parts;
    parts.text = raw.trimmed();
    if (parts.text.size() > MaxAddressLength ||
        std::any_of(parts.text.begin(), parts.text.end(), isControl)) {
        return {};
    }

    QStringView rest;
    if (parts.text.startsWith(u"https://", Qt::CaseInsensitive)) {
        parts.isHttps = true;
        rest = parts.text.mid(8);
    } else if (parts.text.startsWith(u"http://", Qt::CaseInsensitive)) {
        rest = parts.text.mid(7);
    } else {
        return {};
    }

    const auto end = std::find_if(rest.begin(), rest.end(),
                                  [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; });
    const QStringView authority = rest.left(end - rest.begin());
    parts.target = rest.mid(authority.size());
    const qsizetype bracket = authority.lastIndexOf(u']');
    const qsizetype colon = authority.indexOf(u':', bracket + 1);
    parts.host = colon < 0 ? authority : authority.left(colon);
    parts.port = colon < 0 ? QStringView() : authority.mid(colon + 1);
    if (parts.host.isEmpty() || !isPort(parts.port) ||
        std::any_of(parts.host.begin(), parts.host.end(), isForbiddenInHost)) {
        return {};
    }
    return parts;
}

std::optional<QUrl> checkedUrl(const AddressParts &parts)
{
    // Tolerant: a space or a bar in the path is written often enough, and is safe once encoded.
    QUrl url(parts.text.toString(), QUrl::TolerantMode);
    if (!url.isValid() || url.host().isEmpty()) {
        return {};
    }
    return url;
}

/// Host names that QUrl surely takes as they are need not be handed to it: most of an archive.
/// Lower-case labels of letters, digits and single hyphens; the last begins with a letter, so that
/// the whole is a number in none of its spellings; no "xn--", no empty or over-long label.
bool isPlainHost(QStringView host)
{
    if (host.isEmpty() || host.size() > 63) {
        return false;
    }
    char16_t previous = u'.';
    bool endsInLetters = false;
    for (const QChar c : host) {
        const char16_t u = c.unicode();
        const bool isLetter = u >= u'a' && u <= u'z';
        if (!isLetter && !(u >= u'0' && u <= u'9') && u != u'-' && u != u'.') {
            return false;
        }
        const bool isSeparator = u == u'-' || u == u'.';
        if (isSeparator && (previous == u'-' || previous == u'.')) {
            return false;
        }
        if (previous == u'.') {
            endsInLetters = isLetter;
        }
        previous = u;
    }
    return endsInLetters && previous != u'-' && previous != u'.';
}

/// Whether an address surely is its own key. Most are, and this is quick to see.
bool isOwnKey(QStringView text)
{
    const qsizetype scheme = text.startsWith(u"https://") ? 8 : text.startsWith(u"http://") ? 7 : 0;
    if (scheme == 0 || text.size() > MaxAddressLength || text.back().isSpace()) {
        return false;
    }
    const qsizetype path = text.indexOf(u'/', scheme);
    return path > 0 && isPlainHost(text.sliced(scheme, path - scheme)) &&
           std::none_of(text.begin() + path, text.end(),
                        [](QChar c) { return c == u'#' || isControl(c); });
}

bool isDefaultPort(const AddressParts &parts)
{
    return parts.port.isEmpty() || parts.port.toInt() == (parts.isHttps ? 443 : 80);
}

} // namespace

std::optional<QUrl> webAddress(QStringView text)
{
    const auto parts = split(text);
    return parts ? checkedUrl(*parts) : std::nullopt;
}

QString shownHost(const QUrl &address)
{
    return address.host(QUrl::FullyEncoded);
}

QString knownHost(const QUrl &address)
{
    const QString host = shownHost(address);
    return host.startsWith(QLatin1String("www.")) ? host.mid(4) : host;
}

std::optional<ArticleKey> ArticleKey::fromAddress(QStringView text)
{
    const auto parts = split(text);
    if (!parts || !(isPlainHost(parts->host) || checkedUrl(*parts))) {
        return {};
    }

    ArticleKey key;
    key.m_text.reserve(parts->text.size());
    key.m_text += parts->isHttps ? QStringView(u"https://") : QStringView(u"http://");
    key.m_text += parts->host.toString().toLower();
    if (!isDefaultPort(*parts)) {
        key.m_text += u':' + parts->port.toString();
    }
    const qsizetype fragment = parts->target.indexOf(u'#');
    key.m_text += fragment < 0 ? parts->target : parts->target.left(fragment);
    return key;
}

std::optional<ArticleKey> ArticleKey::fromShared(const QString &text)
{
    return isOwnKey(text) ? fromStored(text) : fromAddress(text);
}

ArticleKey ArticleKey::fromStored(QString text)
{
    ArticleKey key;
    key.m_text = std::move(text);
    return key;
}

} // namespace Microfiche
