// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/openarticle.h"

#include "article/displaytext.h"
#include "async/whenanswered.h"
#include "models/problemmodel.h"

#include <algorithm>
#include <utility>

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

struct Prepared {
    std::optional<ArticleDetail> detail;
    QStringList body;
};

// A text may be a megabyte, and is cut into parts where no frame waits for it.
Prepared prepared(const std::optional<ArticleDetail> &detail)
{
    return {detail, detail ? paragraphsOf(detail->body) : QStringList()};
}

/// As if nobody had said anything of it.
ArticleDetail unmarked(ArticleDetail detail)
{
    detail.card.isSeen = detail.card.isStarred = detail.card.hasNote = false;
    detail.card.tags.clear();
    detail.note.clear();
    return detail;
}

// What is shown of an article that nothing is known of.
std::optional<ArticleDetail> unreadable(ArticleId id, const std::exception &error)
{
    ArticleDetail detail;
    detail.card.id = id;
    detail.card.problem = reasonOf(error);
    return detail;
}

} // namespace

OpenArticle::OpenArticle(Store &store, ArticleMarks &marks, Desktop &desktop, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_marks(marks)
    , m_desktop(desktop)
{
    connect(&m_marks, &ArticleMarks::changed, this, &OpenArticle::showMarks);
    connect(&m_marks, &ArticleMarks::tagsChanged, this, &OpenArticle::showAllMarks);
    connect(&m_marks, &ArticleMarks::manyKept, this, &OpenArticle::keepMarks);
    for (CardListModel *model : {&m_related, &m_citing}) {
        model->setMarking([this](const Card &card) { return m_marks.marked(card); });
    }
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
        show(m_back.takeLast(), true);
    }
}

void OpenArticle::forward()
{
    if (canGoForward()) {
        m_back << m_id;
        show(m_forward.takeLast(), true);
    }
}

void OpenArticle::show(ArticleId id, bool isRevisited)
{
    m_id = id;
    m_isRevisited = isRevisited;
    m_isJustOpened = true;
    m_inquiry.begin();
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
    const auto isNewest = [this, question = m_inquiry.begin()] {
        return m_inquiry.isNewest(question);
    };
    m_answersToCome = 3;
    whenAnswered(
        this, m_store.detail(m_id).then(QtFuture::Launch::Async, prepared),
        [this, isNewest](const Prepared &answer) {
            if (isNewest()) {
                takeDetail(answer.detail, answer.body);
            }
        },
        [this, isNewest, id = m_id](const std::exception &error) {
            if (isNewest()) {
                takeDetail(unreadable(id, error), {});
            }
        });
    loadNeighbours(m_store.related(m_id), m_related, isNewest);
    loadNeighbours(m_store.citing(m_id, MostCiting), m_citing, isNewest);
}

void OpenArticle::loadNeighbours(const QFuture<QList<ArticleCard>> &answer, CardListModel &model,
                                 const std::function<bool()> &isNewest)
{
    const auto take = [this, &model, isNewest](const QList<ArticleCard> &cards) {
        if (isNewest()) {
            model.setCards(cardsOf(cards));
            endAnswer();
        }
    };
    whenAnswered(this, answer, take, [this, take, isNewest](const std::exception &error) {
        if (isNewest()) {
            setNotice(reasonOf(error));
        }
        take({});
    });
}

void OpenArticle::takeDetail(const std::optional<ArticleDetail> &detail, const QStringList &body)
{
    if (!detail) {
        close();
        return;
    }
    if (*detail != m_detail) {
        const bool isOther = unmarked(*detail) != unmarked(m_detail);
        const QString note = this->note();
        m_detail = *detail;
        const Card card = std::exchange(m_card, m_marks.marked(makeCard(detail->card)));
        if (isOther) {
            m_body.setParagraphs(body);
        }
        if (isOther || m_card != card || this->note() != note) {
            Q_EMIT changed();
        }
    }
    if (!detail->card.problem.isEmpty()) {
        setNotice(detail->card.problem);
    }
    // Only now is it known whether it was seen before: a mark that is there already is not written
    // again, and one that is taken back stays so until the article is opened anew.
    if (std::exchange(m_isJustOpened, false) && !m_card.isSeen) {
        m_marks.noteSeen(m_id);
    }
    endAnswer();
}

void OpenArticle::endAnswer()
{
    if (--m_answersToCome == 0 && m_inquiry.end()) {
        load();
    }
}

void OpenArticle::refresh(const QList<ArticleId> &changed)
{
    // Whoever changed may be its neighbour, or have become one.
    if (isOpen() && !changed.isEmpty() && m_inquiry.mayRepeat()) {
        load();
    }
}

QString OpenArticle::host() const
{
    return knownHost(QUrl(m_detail.card.key));
}

bool OpenArticle::hasAmp() const
{
    return webAddress(m_detail.ampWebUrl).has_value();
}

QString OpenArticle::pictureTitle() const
{
    const auto isShown = [this](const StoredPicture &one) {
        return one.id == m_detail.card.picture;
    };
    const auto shown = std::find_if(m_detail.pictures.cbegin(), m_detail.pictures.cend(), isShown);
    return shown == m_detail.pictures.cend() ? QString() : displayLine(shown->picture.title);
}

qreal OpenArticle::pictureRatio() const
{
    const ArticleCard &card = m_detail.card;
    return card.pictureWidth.value_or(0) > 0 && card.pictureHeight.value_or(0) > 0
               ? static_cast<qreal>(*card.pictureHeight) / *card.pictureWidth
               : 0;
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
    withAddress(articleId, [this, articleId](const QString &address) {
        if (openAddress(address)) {
            m_marks.noteSeen(articleId);
        }
    });
}

void OpenArticle::withAddress(ArticleId id, const std::function<void(const QString &)> &work)
{
    if (id == m_id && isLoaded()) {
        work(m_detail.card.address);
    } else if (id > 0) {
        whenAnswered(
            this, m_store.cards({id}),
            [this, work](const QList<ArticleCard> &cards) {
                if (!cards.isEmpty() && !cards.first().address.isEmpty()) {
                    work(cards.first().address);
                } else if (!cards.isEmpty()) {
                    setNotice(cards.first().problem);
                }
            },
            [this](const std::exception &error) { setNotice(reasonOf(error)); });
    }
}

void OpenArticle::takeArrived(const QSet<qint64> &pictures)
{
    if (Microfiche::takeArrived(m_card, pictures)) {
        m_detail.card.isPictureCarried = m_card.missingPicture == 0;
        m_detail.card.isLogoCarried = m_card.missingLogo == 0;
        Q_EMIT changed();
    }
}

void OpenArticle::showMarks(const IdSet &ids)
{
    m_related.showMarks(ids);
    m_citing.showMarks(ids);
    if (ids.contains(m_card.articleId)) {
        m_card = m_marks.marked(makeCard(m_detail.card));
        Q_EMIT changed();
    }
}

void OpenArticle::showAllMarks()
{
    m_related.showAllMarks();
    m_citing.showAllMarks();
    if (m_card.articleId > 0) {
        m_card = m_marks.marked(makeCard(m_detail.card));
        Q_EMIT changed();
    }
}

// It stays as it is now until it has been read again.
void OpenArticle::keepMarks()
{
    const Card marked = m_marks.marked(makeCard(m_detail.card));
    m_detail.card.isSeen = marked.isSeen;
    m_detail.card.isStarred = marked.isStarred;
    m_detail.card.tags = marked.tagIds;
    m_related.keepMarks();
    m_citing.keepMarks();
}

QString OpenArticle::note() const
{
    return m_marks.noteOf(m_card.articleId, m_detail.note); // of what is shown, as the card is
}

bool OpenArticle::openAddress(const QString &address)
{
    const auto url = webAddress(address);
    if (!url) {
        setNotice(
            tr("%1 is not a web address. It was not opened.").arg(displayLine(address.left(80))));
    } else if (!m_desktop.openAddress(*url)) {
        setNotice(tr("The desktop has no program that opens web pages. Copy the link instead."));
    } else {
        setNotice({});
        return true;
    }
    return false;
}

void OpenArticle::copyLink()
{
    copyLinkOf(m_id);
}

void OpenArticle::copyLinkOf(qint64 articleId)
{
    withAddress(articleId, [this](const QString &address) {
        m_desktop.copyText(address);
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
        whenAnswered(
            this, m_store.original(file.version),
            [this, title, request = m_source.request()](const std::optional<QByteArray> &bytes) {
                if (!m_source.isNewest(request)) {
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
