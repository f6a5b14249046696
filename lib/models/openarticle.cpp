// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/openarticle.h"

#include "article/displaytext.h"
#include "models/numbers.h"
#include "models/problemmodel.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Microfiche
{

namespace
{
constexpr int MostCiting = 200;

QList<Card> cardsOf(const QList<ArticleCard> &articles)
{
    QList<Card> cards;
    cards.reserve(articles.size());
    for (const ArticleCard &article : articles) {
        cards << makeCard(article);
    }
    return cards;
}

QString jsonText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String: return displayLine(value.toString());
    case QJsonValue::Bool: return value.toBool() ? OpenArticle::tr("yes") : OpenArticle::tr("no");
    case QJsonValue::Double: return QLocale().toString(value.toDouble(), 'g', 15);
    case QJsonValue::Array:
        return displayLine(
            QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)));
    case QJsonValue::Object:
        return displayLine(
            QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)));
    default: return {};
    }
}
} // namespace

OpenArticle::OpenArticle(Store &store, Desktop &desktop, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_desktop(desktop)
{
}

void OpenArticle::open(qint64 articleId)
{
    if (articleId <= 0 || articleId == m_id) {
        return;
    }
    if (isOpen()) {
        m_back << m_id;
    }
    m_forward.clear();
    show(articleId);
}

void OpenArticle::close()
{
    m_back.clear();
    m_forward.clear();
    show(0);
}

void OpenArticle::back()
{
    if (canGoBack()) {
        m_forward << m_id;
        show(m_back.takeLast());
    }
}

void OpenArticle::forward()
{
    if (canGoForward()) {
        m_back << m_id;
        show(m_forward.takeLast());
    }
}

void OpenArticle::show(ArticleId id)
{
    m_id = id;
    ++m_question;
    m_source.close();
    setNotice({});
    Q_EMIT opened();
    if (isOpen()) {
        load();
    }
}

// Until the answers come the pane keeps what it shows: a flash of nothing is no news.
void OpenArticle::load()
{
    const ArticleId id = m_id;
    const auto isNewest = [this, question = ++m_question] { return question == m_question; };
    m_store.detail(id).then(this, [this, isNewest](const std::optional<ArticleDetail> &detail) {
        if (!isNewest()) {
            return;
        }
        if (!detail) {
            close();
        } else if (*detail != m_detail) {
            m_detail = *detail;
            m_card = makeCard(detail->card);
            Q_EMIT changed();
        }
    });
    m_store.related(id).then(this, [this, isNewest](const QList<ArticleCard> &cards) {
        if (isNewest()) {
            m_related.setCards(cardsOf(cards));
        }
    });
    m_store.citing(id, MostCiting).then(this, [this, isNewest](const QList<ArticleCard> &cards) {
        if (isNewest()) {
            m_citing.setCards(cardsOf(cards));
        }
    });
}

void OpenArticle::refresh(const QList<ArticleId> &changed)
{
    // Whoever changed may be its neighbour, or have become one.
    if (isOpen() && !changed.isEmpty()) {
        load();
    }
}

QString OpenArticle::body() const
{
    return displayText(m_detail.body);
}

QString OpenArticle::host() const
{
    const QString host = shownHost(QUrl(m_detail.card.key));
    return host.startsWith(QLatin1String("www.")) ? host.mid(4) : host;
}

bool OpenArticle::hasAmp() const
{
    return webAddress(m_detail.ampWebUrl).has_value();
}

QString OpenArticle::pictureTitle() const
{
    return m_detail.pictures.isEmpty() ? QString()
                                       : displayLine(m_detail.pictures.first().picture.title);
}

qreal OpenArticle::pictureRatio() const
{
    const ArticleCard &card = m_detail.card;
    return card.pictureWidth.value_or(0) > 0 && card.pictureHeight.value_or(0) > 0
               ? static_cast<qreal>(*card.pictureHeight) / *card.pictureWidth
               : 0;
}

QList<ArticleFact> OpenArticle::facts() const
{
    QList<ArticleFact> facts;
    const auto add = [&facts](const QString &label, const QString &value) {
        if (!value.isEmpty()) {
            facts << ArticleFact{label, value};
        }
    };
    add(tr("Address"), displayLine(m_detail.webUrl));
    if (m_detail.originalUrl != m_detail.webUrl) {
        add(tr("Original address"), displayLine(m_detail.originalUrl));
    }
    add(tr("AMP address"), displayLine(m_detail.ampWebUrl));
    add(tr("AMP cache"), displayLine(m_detail.cdnAmpWebUrl));
    add(tr("Category"), displayLine(m_detail.category));
    add(tr("Type"), displayLine(m_detail.card.type));
    if (m_detail.card.published) {
        add(tr("Published"), *m_detail.card.published ? tr("yes") : tr("no, held back"));
    }
    add(tr("Featured content"), displayLine(m_detail.featuredContent));
    for (const StoredPicture &picture : m_detail.pictures) {
        const auto &[url, width, height, isCached, title] = picture.picture;
        add(tr("Picture"), width && height ? tr("%1 (%2 × %3)")
                                                 .arg(displayLine(url), QString::number(*width),
                                                      QString::number(*height))
                                           : displayLine(url));
    }
    if (m_detail.hasSecured) {
        add(tr("Full text"), tr("encrypted by the publisher"));
    }
    for (auto extra = m_detail.extra.constBegin(); extra != m_detail.extra.constEnd(); ++extra) {
        add(displayLine(extra.key()), jsonText(extra.value()));
    }
    for (const ArticleFile &file : m_detail.files) {
        add(file.isShown ? tr("File") : tr("Other version"),
            tr("%1, %2").arg(shownPath(file.path), bytesText(file.length)));
    }
    return facts;
}

void OpenArticle::openOriginal()
{
    openOriginalOf(m_id);
}

void OpenArticle::openAmp()
{
    if (isLoaded()) {
        openAddress(m_detail.ampWebUrl);
    }
}

void OpenArticle::openOriginalOf(qint64 articleId)
{
    withKey(articleId, [this](const QString &key) { openAddress(key); });
}

void OpenArticle::withKey(ArticleId id, const std::function<void(const QString &)> &work)
{
    if (id == m_id && isLoaded()) {
        work(m_detail.card.key);
    } else if (id > 0) {
        m_store.cards({id}).then(this, [work](const QList<ArticleCard> &cards) {
            if (!cards.isEmpty()) {
                work(cards.first().key);
            }
        });
    }
}

void OpenArticle::openAddress(const QString &address)
{
    const auto url = webAddress(address);
    if (!url) {
        setNotice(
            tr("%1 is not a web address. It was not opened.").arg(displayLine(address.left(80))));
    } else if (!m_desktop.openAddress(*url)) {
        setNotice(tr("The desktop has no program that opens web pages. Copy the link instead."));
    } else {
        setNotice({});
    }
}

void OpenArticle::copyLink()
{
    withKey(m_id, [this](const QString &key) {
        m_desktop.copyText(key);
        setNotice(tr("Link copied"));
    });
}

void OpenArticle::showSource()
{
    if (!isLoaded()) {
        return;
    }
    for (const ArticleFile &file : std::as_const(m_detail.files)) {
        if (!file.isShown) {
            continue;
        }
        const QString title = shownPath(file.path);
        m_store.original(file.version)
            .then(this, [this, title, id = m_id](const std::optional<QByteArray> &bytes) {
                if (id != m_id) {
                    return;
                }
                if (bytes) {
                    m_source.show(title, *bytes);
                } else {
                    setNotice(tr("The original of this article is damaged in the archive."));
                }
            });
        return;
    }
}

void OpenArticle::setNotice(const QString &notice)
{
    if (notice != m_notice) {
        m_notice = notice;
        Q_EMIT noticeChanged();
    }
}

} // namespace Microfiche
