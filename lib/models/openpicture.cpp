// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/openpicture.h"

#include "article/address.h"
#include "article/displaytext.h"
#include "async/whenanswered.h"
#include "models/chosenfile.h"
#include "models/numbers.h"
#include "models/pictureaddress.h"
#include "models/picturewords.h"

#include <algorithm>
#include <utility>

namespace Microfiche
{

namespace
{
constexpr int LookedAtOnce = 120;
constexpr int MostLooked = 6000; // a minute's walk with nothing to see

/// Which of its pictures the article's card shows; the first, if it shows none.
int shownOf(const ArticleDetail &detail)
{
    const auto isShown = [&detail](const StoredPicture &one) {
        return one.id == detail.card.picture;
    };
    const auto found = std::find_if(detail.pictures.cbegin(), detail.pictures.cend(), isShown);
    return found == detail.pictures.cend() ? 0 : int(found - detail.pictures.cbegin());
}
} // namespace

OpenPicture::OpenPicture(Store &store, ArticleListModel &articles, QueryEditor &query,
                         Desktop &desktop, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_articles(articles)
    , m_query(query)
    , m_desktop(desktop)
{
}

/// Takes an answer if nothing newer was asked since; what cannot be read is told.
template <typename Answer, typename Take>
void OpenPicture::await(const QFuture<Answer> &answer, quint64 request, Take take)
{
    whenAnswered(
        this, answer,
        [this, request, take](const Answer &given) {
            if (request == m_request) {
                take(given);
            }
        },
        [this, request](const std::exception &error) {
            if (request == m_request) {
                setNotice(reasonOf(error));
            }
        });
}

void OpenPicture::open(qint64 articleId)
{
    if (articleId > 0) {
        load(articleId, End::First, ++m_request);
    }
}

void OpenPicture::close()
{
    ++m_request;
    if (std::exchange(m_isOpen, false)) {
        Q_EMIT isOpenChanged();
        setNotice({});
    }
}

void OpenPicture::load(ArticleId id, End end, quint64 request)
{
    await(m_store.detail(id), request,
          [this, end, request](const std::optional<ArticleDetail> &detail) {
              if (detail && !detail->pictures.isEmpty()) {
                  const int last = static_cast<int>(detail->pictures.size()) - 1;
                  show(*detail, end == End::First ? shownOf(*detail) : last, request);
              }
          });
}

// Until it is known where it is, the one before stays: a flash of nothing is no news.
void OpenPicture::show(const ArticleDetail &detail, int number, quint64 request)
{
    await(m_store.pictureOrigin(detail.pictures.at(number).id), request,
          [this, detail, number, request](const std::optional<PictureOrigin> &origin) {
              take(detail, number, origin, request);
          });
}

void OpenPicture::take(const ArticleDetail &detail, int number,
                       const std::optional<PictureOrigin> &origin, quint64 request)
{
    m_detail = detail;
    m_card = makeCard(detail.card);
    m_row = m_articles.indexOf(detail.card.id);
    m_number = m_target = number;
    m_content = origin ? origin->content : ContentHash();
    m_keeping = origin ? origin->keeping : StoredKeeping::Nothing;
    m_facts = {};
    m_dragged.clear();
    setNotice({});
    if (!m_content.isEmpty() && m_files) {
        m_facts.problem = PictureProblem::None; // as far as anyone knows
        await(m_files->facts(m_content), request,
              [this](const PictureFacts &facts) { takeFacts(facts); });
    }
    Q_EMIT changed();
    Q_EMIT factsChanged();
    Q_EMIT draggedChanged();
    if (!std::exchange(m_isOpen, true)) {
        Q_EMIT isOpenChanged();
    }
}

void OpenPicture::lookAgain()
{
    const double wanted = missing();
    if (!m_isOpen || wanted == 0) {
        return;
    }
    whenAnswered(this, m_store.pictureOrigin(picture()->id),
                 [this, wanted](const std::optional<PictureOrigin> &origin) {
                     if (m_isOpen && missing() == wanted && origin && !origin->content.isEmpty()) {
                         take(m_detail, m_number, origin, m_request);
                     }
                 });
}

void OpenPicture::takeFacts(const PictureFacts &facts)
{
    m_facts = facts;
    Q_EMIT factsChanged();
}

void OpenPicture::step(int by)
{
    if (!m_isOpen) {
        return;
    }
    const int target = m_target + by;
    const quint64 request = ++m_request;
    if (target >= 0 && target < m_detail.pictures.size()) {
        m_target = target;
        show(m_detail, target, request);
    } else if (m_row >= 0) {
        lookOn(m_row + by, by, 0, request);
    }
}

// Only to articles that have a picture here: in most archives many have none.
void OpenPicture::lookOn(int row, int by, int looked, quint64 request)
{
    QList<ArticleId> ids;
    for (int at = row; ids.size() < LookedAtOnce && m_articles.idAt(at) > 0; at += by) {
        ids << m_articles.idAt(at);
    }
    if (ids.isEmpty() || looked >= MostLooked) {
        m_target = m_number;
        setNotice(ids.isEmpty()
                      ? by > 0 ? tr("No article after this one has a picture here.")
                               : tr("No article before this one has a picture here.")
                      : tr("None of the next %Ln article(s) has a picture here.", nullptr, looked));
        return;
    }
    await(m_store.cards(ids), request, [=, this](const QList<ArticleCard> &cards) {
        const auto found = std::find_if(cards.cbegin(), cards.cend(), [](const ArticleCard &card) {
            return card.isPictureCarried;
        });
        if (found != cards.cend()) {
            load(found->id, by > 0 ? End::First : End::Last, request);
        } else {
            const int all = static_cast<int>(ids.size());
            lookOn(row + by * all, by, looked + all, request);
        }
    });
}

const StoredPicture *OpenPicture::picture() const
{
    return m_number >= 0 && m_number < m_detail.pictures.size() ? &m_detail.pictures.at(m_number)
                                                                : nullptr;
}

QString OpenPicture::source() const
{
    return picture() && !m_content.isEmpty() ? pictureAddress(picture()->id) : QString();
}

double OpenPicture::missing() const
{
    return picture() && m_content.isEmpty() ? double(picture()->id) : 0;
}

QString OpenPicture::caption() const
{
    return picture() ? displayLine(picture()->picture.title) : QString();
}

QString OpenPicture::placeText() const
{
    const auto count = m_detail.pictures.size();
    return count > 1 ? tr("%L1 of %L2").arg(m_number + 1).arg(count) : QString();
}

QString OpenPicture::spokenText() const
{
    const QString what = caption().isEmpty() ? tr("Picture of “%1”").arg(m_card.title)
                                             : tr("Picture: %1").arg(caption());
    return placeText().isEmpty() ? what : what + QStringLiteral(", ") + placeText();
}

QString OpenPicture::address() const
{
    return picture() ? picture()->picture.url : QString();
}

QString OpenPicture::host() const
{
    const auto url = webAddress(address());
    return url ? shownHost(*url) : QString();
}

bool OpenPicture::hasNext() const
{
    return m_number + 1 < m_detail.pictures.size() || m_articles.idAt(m_row + 1) > 0;
}

bool OpenPicture::hasPrevious() const
{
    return m_number > 0 || (m_row > 0 && m_articles.idAt(m_row - 1) > 0);
}

QSize OpenPicture::size() const
{
    if (!m_facts.size.isEmpty() || !picture()) {
        return m_facts.size;
    }
    const Picture &said = picture()->picture;
    return {said.width.value_or(0), said.height.value_or(0)};
}

QString OpenPicture::factsText() const
{
    return pictureFactsText(m_facts);
}

QString OpenPicture::problem() const
{
    return !picture()            ? QString()
           : m_content.isEmpty() ? pictureNotHereText()
                                 : pictureProblemText(m_facts.problem, m_keeping);
}

bool OpenPicture::hasBytes() const
{
    return m_facts.bytes > 0;
}

QString OpenPicture::fileName() const
{
    return pictureFileName(address(), m_card.title);
}

QString OpenPicture::suffix() const
{
    return pictureSuffix(m_facts.format);
}

void OpenPicture::copy()
{
    if (!m_files || !hasBytes()) {
        return;
    }
    await(m_files->whole(m_content), m_request, [this](const LoadedPicture &picture) {
        if (picture.image.isNull()) {
            setNotice(pictureProblemText(picture.problem, m_keeping));
        } else {
            m_desktop.copyPicture(picture.image);
            setNotice(tr("Picture copied"));
        }
    });
}

void OpenPicture::save(const QUrl &chosen)
{
    if (!m_files || !hasBytes()) {
        return;
    }
    const QUrl file = chosenFile(chosen);
    if (!file.isLocalFile()) {
        setNotice(tr("A picture can be saved in a folder of this machine only."));
        return;
    }
    await(m_files->save(m_content, file.toLocalFile()), m_request,
          [this](const GivenPicture &given) { setNotice(savedText(given, m_keeping)); });
}

void OpenPicture::prepareDrag()
{
    if (!m_files || !hasBytes() || !m_dragged.isEmpty()) {
        return;
    }
    await(m_files->lend(m_content, fileName()), m_request, [this](const GivenPicture &given) {
        if (given.outcome != GivenPicture::Outcome::Done) {
            setNotice(savedText(given, m_keeping));
            return;
        }
        m_dragged = {{QStringLiteral("text/uri-list"),
                      QStringList{QUrl::fromLocalFile(given.path).toString(QUrl::FullyEncoded)}},
                     {QStringLiteral("image/") + QString::fromLatin1(readerName(given.format)),
                      given.bytes}};
        Q_EMIT draggedChanged();
    });
}

void OpenPicture::openAddress()
{
    const auto url = webAddress(address());
    if (!url) {
        setNotice(
            tr("%1 is not a web address. It was not opened.").arg(displayLine(address().left(80))));
    } else if (!m_desktop.openAddress(*url)) {
        setNotice(tr("The desktop has no program that opens web pages."));
    } else {
        setNotice({});
    }
}

void OpenPicture::findArticles()
{
    if (picture()) {
        const QString address = this->address();
        close();
        m_query.choosePicture(address);
    }
}

void OpenPicture::findArticlesOf(qint64 articleId)
{
    close();
    await(m_store.detail(articleId), m_request, [this](const std::optional<ArticleDetail> &detail) {
        if (detail && !detail->pictures.isEmpty()) {
            m_query.choosePicture(detail->pictures.at(shownOf(*detail)).picture.url);
        }
    });
}

void OpenPicture::tell(const QString &notice)
{
    if (m_isOpen) {
        setNotice(notice);
    }
}

void OpenPicture::setNotice(const QString &notice)
{
    if (notice != m_notice) {
        m_notice = notice;
        Q_EMIT noticeChanged();
    }
}

} // namespace Microfiche
