// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/archivegenerator.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>

namespace Microfiche::Test
{

namespace
{

/// SplitMix64: small, quick, and the same everywhere, unlike the distributions of <random>.
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_state(seed)
    {
    }

    quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    double unit() { return double(next() >> 11) * 0x1.0p-53; }
    int below(int end) { return int(next() % quint64(end)); }
    bool chance(double probability) { return unit() < probability; }
    /// Few of them often, many of them seldom.
    int skewed(int end)
    {
        const double u = unit();
        return std::min(end - 1, int(double(end) * u * u * u));
    }
    double exponential(double mean) { return -mean * std::log(1.0 - unit()); }

private:
    quint64 m_state;
};

constexpr int Words = 4000;
constexpr int Topics = 40;
constexpr int Providers = 400;
constexpr qint64 FirstDay = 1'475'712'000; // 2016-10-06
constexpr qint64 LastDay = 1'712'793'600;  // 2024-04-11

QByteArray word(int i)
{
    static constexpr std::array Heads{"b", "c", "d",  "f", "g", "gr", "h", "k",  "l", "m",
                                      "n", "p", "pr", "r", "s", "st", "t", "tr", "v", "w"};
    static constexpr std::array Hearts{"a", "e", "i", "o", "u", "ai", "ea", "ou"};
    static constexpr std::array Tails{"", "n", "r", "s", "t", "l", "nd", "ck", "ve", "ing"};
    Dice dice(quint64(i) * 7919 + 17);
    QByteArray text;
    for (int syllable = 0; syllable <= (i + 6) % 3; ++syllable) {
        text += Heads[size_t(dice.below(int(Heads.size())))];
        text += Hearts[size_t(dice.below(int(Hearts.size())))];
        text += Tails[size_t(dice.below(int(Tails.size())))];
    }
    return text;
}

QByteArray sentence(Dice &dice, int length)
{
    QByteArray text;
    while (text.size() < length) {
        QByteArray next = word(dice.skewed(Words));
        if (text.isEmpty() || dice.chance(0.1)) {
            next[0] = char(next[0] - 'a' + 'A');
        }
        text += (text.isEmpty() ? "" : " ") + next;
    }
    return text;
}

QByteArray base64(Dice &dice, int bytes)
{
    QByteArray raw;
    for (int i = 0; i < bytes; i += 8) {
        const quint64 number = dice.next();
        raw.append(reinterpret_cast<const char *>(&number), 8);
    }
    return raw.first(bytes).toBase64();
}

QByteArray topic(int i)
{
    Dice dice(quint64(i) + 90'000);
    return sentence(dice, 6);
}

QByteArray domain(int provider)
{
    return word(provider * 3 + 1) + word(provider + 2000) + (provider % 5 ? ".example" : ".test");
}

QByteArray isoTime(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc())
        .toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'"))
        .toLatin1();
}

} // namespace

/// What an article says of itself, and others say of it.
struct ArchiveGenerator::Facts {
    QByteArray title, excerpt, address, amp, type, picture;
    qint64 publishedAt = 0;
    int provider = 0, quality = -1, heat = -1, width = 0, height = 0;
    bool hasQuality = false, published = false;
};

ArchiveGenerator::ArchiveGenerator(int articles, quint64 seed)
    : m_articles(articles)
    , m_seed(seed)
{
}

/// One file in a hundred tells of the same article as the one before it.
int ArchiveGenerator::addressOf(int i) const
{
    return i % 100 == 99 ? i - 1 : i;
}

ArchiveGenerator::Facts ArchiveGenerator::facts(int i) const
{
    Dice dice(m_seed * 1'000'003 + quint64(addressOf(i)));
    Facts facts;
    facts.title = sentence(dice, 35 + dice.below(60));
    facts.excerpt = dice.chance(0.03) ? QByteArray() : sentence(dice, 120 + dice.below(200));
    facts.provider = dice.skewed(Providers);
    facts.type = dice.chance(0.03) ? "video" : "article";
    facts.hasQuality = dice.chance(0.98);
    facts.quality =
        std::clamp(int(62 + 26 * (dice.unit() + dice.unit() + dice.unit() - 1.5) * 2), 0, 189);
    facts.heat = dice.chance(0.59) ? -1 : std::min(3694, int(dice.exponential(110)));
    facts.published = dice.chance(0.27);
    // Ever more is published, so that most of it is of the last years; names sort by date.
    const double share = std::sqrt((double(addressOf(i)) + 0.5) / std::max(1, m_articles));
    facts.publishedAt = FirstDay + qint64(share * double(LastDay - FirstDay));
    QByteArray slug = facts.title.toLower();
    slug.replace(' ', '-');
    facts.address = "https://www." + domain(facts.provider) + "/news/" + slug + '-' +
                    QByteArray::number(addressOf(i));
    if (dice.chance(0.2)) {
        facts.amp = facts.address + "/amp";
    }
    if (dice.chance(0.66)) {
        facts.picture = "https://images." + domain(facts.provider) + "/uploads/" +
                        isoTime(facts.publishedAt).left(7) + '/' +
                        QByteArray::number(dice.next(), 16) +
                        (dice.chance(0.8) ? ".jpg" : "?w=1200&h=630");
        facts.width = dice.chance(0.5) ? 1200 : 600 + dice.below(2400);
        facts.height = facts.width * (dice.chance(0.02) ? 16 : 9) / 16;
    }
    return facts;
}

QByteArray ArchiveGenerator::fileName(int i) const
{
    const Facts own = facts(i);
    const QByteArray slug = own.address.mid(own.address.lastIndexOf('/') + 1);
    return isoTime(own.publishedAt).left(10) + '-' + slug + (addressOf(i) == i ? "" : "-2") + ".md";
}

namespace
{

void appendPicture(QByteArray *text, const QByteArray &indent, const QByteArray &url, int width,
                   int height)
{
    if (url.isEmpty()) {
        return;
    }
    *text += indent + "images:\n" + indent + "  - url: \"" + url + "\"\n" + indent +
             "    width: " + QByteArray::number(width) + '\n' + indent +
             "    height: " + QByteArray::number(height) + '\n' + indent + "    isCached: true\n";
}

QByteArray providerName(int provider)
{
    QByteArray name = word(provider * 3 + 1);
    name[0] = char(name[0] - 'a' + 'A');
    return name + (provider % 3 ? " News" : " Daily");
}

} // namespace

std::vector<int> ArchiveGenerator::relatedOf(int i) const
{
    Dice dice(m_seed * 7'000'003 + quint64(i));
    if (dice.chance(0.29) || m_articles < 2) {
        return {};
    }
    std::vector<int> related;
    const int count = std::clamp(int(dice.exponential(36)), 1, std::min(179, m_articles - 1));
    for (int entry = 0; entry < count; ++entry) {
        // What belongs together was published together.
        const int near = i + int(dice.exponential(60)) * (dice.chance(0.5) ? 1 : -1);
        const bool isElsewhere = dice.chance(0.001);
        related.push_back(isElsewhere ? m_articles * 2 + dice.below(m_articles)
                                      : addressOf(((near % m_articles) + m_articles) % m_articles));
    }
    return related;
}

void ArchiveGenerator::appendRelated(QByteArray *text, int i) const
{
    const std::vector<int> related = relatedOf(i);
    if (related.empty()) {
        return;
    }
    *text += "\nrelated:\n";
    for (const int of : related) {
        const Facts facts = this->facts(of);
        *text += "  - title: \"" + facts.title + "\"\n    excerpt: \"" + facts.excerpt +
                 "\"\n    publishedDateTime: " + isoTime(facts.publishedAt) + "\n    webUrl: \"" +
                 facts.address + "\"\n";
        if (!facts.amp.isEmpty()) {
            *text += "    ampWebUrl: \"" + facts.amp + "\"\n";
        }
        *text += "    type: " + facts.type +
                 "\n    provider:\n      name: " + providerName(facts.provider) +
                 "\n      domain: " + domain(facts.provider) + '\n';
        if (facts.hasQuality) {
            *text += "    quality: " + QByteArray::number(facts.quality) + '\n';
        }
        appendPicture(text, "    ", facts.picture, facts.width, facts.height);
    }
}

QByteArray ArchiveGenerator::file(int i) const
{
    const Facts own = facts(i);
    const bool isSecond = addressOf(i) != i;
    Dice dice(m_seed * 3'000'017 + quint64(i));
    QByteArray text =
        "---\ncategory: news\ntitle: \"" + own.title + (isSecond ? ", once more" : "") +
        "\"\nexcerpt: \"" + own.excerpt + (dice.chance(0.016) ? "&nbsp;&amp;" : "") +
        "\"\npublishedDateTime: " + isoTime(own.publishedAt + (isSecond ? 60 : 0)) + '\n';
    if (dice.chance(0.76)) {
        text += "originalUrl: \"" + own.address + "\"\n";
    }
    text += "webUrl: \"" + own.address + "\"\n";
    if (!own.amp.isEmpty()) {
        text += "ampWebUrl: \"" + own.amp + "\"\n";
    }
    text += "type: " + own.type + '\n';
    if (own.hasQuality) {
        text += "quality: " + QByteArray::number(own.quality) +
                "\nheat: " + QByteArray::number(own.heat) +
                "\npublished: " + (own.published ? "true" : "false") + '\n';
    }
    text += "\nprovider:\n  name: " + providerName(own.provider) +
            "\n  domain: " + domain(own.provider) + '\n';
    if (own.provider % 2 == 0) {
        appendPicture(&text, "  ",
                      "https://archive.example/assets/images/organizations/" +
                          domain(own.provider) + "-50x50.jpg",
                      50, 50);
    }
    text += "\ntopics:\n";
    for (int n = 1 + dice.below(3); n > 0; --n) {
        text += "  - " + topic(dice.skewed(Topics)) + '\n';
    }
    text += '\n';
    appendPicture(&text, {}, own.picture, own.width, own.height);
    appendRelated(&text, i);
    text += "\nsecured: \"" + base64(dice, 350 + dice.below(400)) + ';' + base64(dice, 16) +
            "\"\n---\n\n";
    return text;
}

Article ArchiveGenerator::article(int i) const
{
    const auto text = [](const QByteArray &bytes) { return QString::fromLatin1(bytes); };
    const Facts own = facts(i);
    const bool isSecond = addressOf(i) != i;
    Dice dice(m_seed * 5'000'011 + quint64(i));
    Article article;
    article.webUrl = text(own.address);
    article.key = *ArticleKey::fromAddress(article.webUrl);
    article.category = QStringLiteral("news");
    article.title = text(own.title + (isSecond ? ", once more" : ""));
    article.excerpt = text(own.excerpt);
    article.publishedAt = own.publishedAt + (isSecond ? 60 : 0);
    article.ampWebUrl = text(own.amp);
    article.type = text(own.type);
    if (own.hasQuality) {
        article.quality = own.quality;
        article.heat = own.heat < 0 ? std::nullopt : std::optional(own.heat);
        article.published = own.published;
    }
    article.provider.name = text(providerName(own.provider));
    article.provider.domain = text(domain(own.provider));
    for (int n = 1 + dice.below(3); n > 0; --n) {
        article.topics << text(topic(dice.skewed(Topics)));
    }
    article.topics.removeDuplicates();
    if (!own.picture.isEmpty()) {
        article.pictures << Picture{text(own.picture), own.width, own.height, true, {}};
    }
    return article;
}

GeneratedArchive ArchiveGenerator::write(const QString &folder) const
{
    if (!QDir().mkpath(folder)) {
        return {};
    }
    GeneratedArchive written{folder, 0, 0};
    for (int i = 0; i < m_articles; ++i) {
        const QByteArray bytes = file(i);
        QFile target(folder + u'/' + QString::fromLatin1(fileName(i)));
        if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size() ||
            !target.flush()) {
            return {};
        }
        ++written.files;
        written.bytes += bytes.size();
    }
    return written;
}

} // namespace Microfiche::Test
