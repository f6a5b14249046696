// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/list/listwriter_p.h"

#include "article/displaytext.h"

#include <QCoreApplication>
#include <QLocale>

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;

struct PageWords {
    Q_DECLARE_TR_FUNCTIONS(HtmlList)
};

// What comes from articles is text here and nothing else; no browser that shows the page is to ask
// anybody for anything.
constexpr char Policy[] =
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action "
    "'none'";

constexpr char Style[] = R"(
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 62rem; padding: 0 1rem; }
article { display: grid; grid-template-columns: 15rem 1fr; gap: 0 1.25rem; padding: 1.25rem 0;
  border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); break-inside: avoid; }
img, .none { width: 15rem; aspect-ratio: 16 / 9; object-fit: cover; border-radius: 4px; grid-row: span 3; }
.none { background: color-mix(in srgb, currentColor 10%, transparent); }
h2 { font-size: 1.125rem; line-height: 1.35; margin: 0; }
h2 a { color: inherit; }
p { margin: .25rem 0 0; }
.facts { opacity: .75; font-size: .875rem; }
@media (max-width: 40rem) { article { grid-template-columns: 1fr; } img, .none { width: 100%; margin-bottom: .5rem; } }
)";

QString html(const QString &text)
{
    return text.toHtmlEscaped();
}

QString picture(const QByteArray &bytes)
{
    if (bytes.isEmpty()) {
        return u"<div class=\"none\"></div>\n"_s;
    }
    const QString type = bytes.startsWith("\x89PNG") ? u"png"_s : u"jpeg"_s;
    return u"<img alt=\"\" src=\"data:image/%1;base64,"_s.arg(type) +
           QString::fromLatin1(bytes.toBase64()) + u"\">\n"_s;
}

QString title(const ArticleCard &card)
{
    const QString line = displayLine(card.title);
    const QString text = html(line.isEmpty() ? PageWords::tr("Untitled") : line);
    return ArticleKey::fromAddress(card.address)
               ? u"<a rel=\"noreferrer noopener\" href=\"%1\">%2</a>"_s.arg(html(card.address),
                                                                            text)
               : text;
}

QString facts(const ArticleCard &card)
{
    const QLocale locale;
    QStringList said;
    said += displayLine(card.providerName.isEmpty() ? card.providerDomain : card.providerName);
    said += card.publishedAt ? locale.toString(dayOf(*card.publishedAt), QLocale::ShortFormat)
                             : PageWords::tr("undated");
    said += card.quality ? PageWords::tr("quality %1").arg(locale.toString(*card.quality))
                         : PageWords::tr("unrated");
    for (const QString &topic : card.topics) {
        said += displayLine(topic);
    }
    said.removeAll(QString());
    return html(said.join(u" · "_s));
}

class HtmlList final : public ListWriter
{
public:
    HtmlList(QString heading, qsizetype articles)
        : m_heading(std::move(heading))
        , m_articles(articles)
    {
    }

    bool wantsPictures() const override { return true; }

    QByteArray begin() override
    {
        const QString heading = html(displayLine(m_heading));
        return (u"<!doctype html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta http-equiv=\"Content-Security-Policy\" content=\"%2\">\n"
                "<meta name=\"referrer\" content=\"no-referrer\">\n"
                "<meta name=\"viewport\" content=\"width=device-width\">\n"
                "<title>%3</title>\n<style>%4</style>\n</head>\n<body>\n"
                "<h1 dir=\"auto\">%3</h1>\n<p class=\"facts\">%5</p>\n"_s)
            .arg(QLocale().bcp47Name(), QLatin1StringView(Policy), heading,
                 QLatin1StringView(Style),
                 html(PageWords::tr("Articles: %1").arg(QLocale().toString(m_articles))))
            .toUtf8();
    }

    QByteArray article(const ExportedArticle &article) override
    {
        const ArticleCard &card = article.detail.card;
        QString written = u"<article>\n"_s + picture(article.picture);
        written += u"<h2 dir=\"auto\">"_s + title(card) + u"</h2>\n"_s;
        written += u"<p class=\"facts\">"_s + facts(card) + u"</p>\n"_s;
        written +=
            u"<p dir=\"auto\">"_s + html(displayText(card.excerpt)) + u"</p>\n</article>\n"_s;
        return written.toUtf8();
    }

    QByteArray end() override { return "</body>\n</html>\n"; }

private:
    QString m_heading;
    qsizetype m_articles;
};

} // namespace

std::unique_ptr<ListWriter> htmlList(const QString &heading, qsizetype articles)
{
    return std::make_unique<HtmlList>(heading, articles);
}

} // namespace Microfiche
