// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/titlebuckets_p.h"

#include "store/connection_p.h"

#include <QSqlError>
#include <QTemporaryFile>
#include <QtEndian>

#include <algorithm>

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;

constexpr qsizetype BlockBytes = 1 << 16;

template <typename Number>
void append(QByteArray &bytes, Number number)
{
    const Number little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof(little));
}

template <typename Number>
Number numberAt(const char *&at)
{
    const auto number = qFromLittleEndian<Number>(at);
    at += sizeof(Number);
    return number;
}

bool isBefore(const TitleKey &a, const TitleKey &b)
{
    return a.isBefore(b);
}

} // namespace

QCollator titleCollator()
{
    // The C locale sorts by code point, which is no order for a person.
    const QLocale locale;
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    collator.setIgnorePunctuation(true);
    return collator;
}

QByteArray collationName(const QCollator &collator)
{
    static const QStringList words{
        u"a"_s,  u"A"_s,  u"ä"_s,  u"å"_s,  u"aa"_s, u"ae"_s,  u"æ"_s,  u"az"_s, u"b"_s,
        u"c"_s,  u"ch"_s, u"cz"_s, u"č"_s,  u"d"_s,  u"đ"_s,   u"e"_s,  u"é"_s,  u"h"_s,
        u"i"_s,  u"ı"_s,  u"í"_s,  u"l"_s,  u"ll"_s, u"lz"_s,  u"ł"_s,  u"n"_s,  u"ñ"_s,
        u"nz"_s, u"o"_s,  u"ö"_s,  u"ø"_s,  u"õ"_s,  u"oz"_s,  u"s"_s,  u"ss"_s, u"ß"_s,
        u"š"_s,  u"sz"_s, u"t"_s,  u"u"_s,  u"ü"_s,  u"v"_s,   u"w"_s,  u"wa"_s, u"y"_s,
        u"z"_s,  u"ž"_s,  u"þ"_s,  u"9"_s,  u"10"_s, u"-10"_s, u"α"_s,  u"я"_s,  u"і"_s,
        u"ב"_s,  u"ب"_s,  u"あ"_s, u"ア"_s, u"一"_s, u"人"_s,  u"中"_s, u"가"_s, u"\"a\""_s};
    std::vector<TitleKey> keys;
    for (qsizetype i = 0; i < words.size(); ++i) {
        keys.push_back({collator.sortKey(words.at(i)), i});
    }
    std::sort(keys.begin(), keys.end(), isBefore);
    QByteArray name = collator.locale().bcp47Name().toLatin1() + ' ' + qVersion() + ' ';
    for (size_t i = 0; i < keys.size(); ++i) {
        name += i > 0 && keys[i - 1].key.compare(keys[i].key) == 0 ? '=' : '<';
        name += QByteArray::number(keys[i].id);
    }
    return name;
}

TitleBuckets::TitleBuckets(const QCollator &collator, std::vector<TitleKey> sample, int buckets)
    : m_collator(collator)
    , m_buckets(size_t(std::max(buckets, 1)))
{
    std::sort(sample.begin(), sample.end(), isBefore);
    for (size_t i = 1; i < m_buckets.size() && !sample.empty(); ++i) {
        m_bounds.push_back(sample[sample.size() * i / m_buckets.size()]);
    }
}

void TitleBuckets::add(ArticleId id, const QByteArray &title)
{
    size_t place = 0;
    if (!m_bounds.empty()) {
        const TitleKey key{m_collator.sortKey(QString::fromUtf8(title)), id};
        place = size_t(std::lower_bound(m_bounds.cbegin(), m_bounds.cend(), key, isBefore) -
                       m_bounds.cbegin());
    }
    Bucket &bucket = m_buckets[place];
    append(bucket.waiting, id);
    append(bucket.waiting, title.size());
    bucket.waiting.append(title);
    if (bucket.waiting.size() >= BlockBytes && m_buckets.size() > 1) {
        putAway(bucket);
    }
}

void TitleBuckets::putAway(Bucket &bucket)
{
    if (!m_file) {
        auto file = std::make_unique<QTemporaryFile>();
        file->open();
        m_file = std::move(file);
    }
    Block block{m_fileEnd, bucket.waiting.size(), {}};
    const bool isPut =
        m_file->isOpen() && m_file->seek(block.at) && m_file->write(bucket.waiting) == block.size;
    if (isPut) {
        m_fileEnd += block.size;
    } else {
        block.kept = bucket.waiting;
    }
    bucket.blocks.push_back(std::move(block));
    bucket.waiting.clear();
    bucket.waiting.reserve(BlockBytes + BlockBytes / 8);
}

QByteArray TitleBuckets::bytesOf(const Block &block)
{
    if (!block.kept.isNull()) {
        return block.kept;
    }
    QByteArray bytes;
    if (m_file->seek(block.at)) {
        bytes = m_file->read(block.size);
    }
    if (bytes.size() != block.size) {
        constexpr auto inputOutputError = "10"; // SQLITE_IOERR
        throw SqlError(QSqlError({}, u"a temporary file cannot be read"_s, QSqlError::UnknownError,
                                 QString::fromLatin1(inputOutputError)));
    }
    return bytes;
}

std::vector<ArticleId> TitleBuckets::takeSorted()
{
    const Bucket bucket = std::move(m_buckets[m_next++]);
    std::vector<TitleKey> keys;
    const auto takeKeys = [&](const QByteArray &bytes) {
        for (const char *at = bytes.constData(); at != bytes.constData() + bytes.size();) {
            const auto id = numberAt<ArticleId>(at);
            const auto size = numberAt<qsizetype>(at);
            keys.push_back({m_collator.sortKey(QString::fromUtf8(at, size)), id});
            at += size;
        }
    };
    for (const Block &block : bucket.blocks) {
        takeKeys(bytesOf(block));
    }
    takeKeys(bucket.waiting);
    std::sort(keys.begin(), keys.end(), isBefore);
    std::vector<ArticleId> ids;
    ids.reserve(keys.size());
    for (const TitleKey &key : keys) {
        ids.push_back(key.id);
    }
    return ids;
}

} // namespace Microfiche
