// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/list/citationkeys_p.h"
#include "export/list/listwriter_p.h"

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;

QString escaped(QChar character)
{
    switch (character.unicode()) {
    case u'\\': return u"\\textbackslash{}"_s;
    case u'~': return u"\\textasciitilde{}"_s;
    case u'^': return u"\\textasciicircum{}"_s;
    case u'{':
    case u'}':
    case u'$':
    case u'&':
    case u'#':
    case u'%':
    case u'_': return u'\\' + QString(character);
    default: return character;
    }
}

/// Text that TeX sets as it stands: nothing in it is a command.
QString texText(const QString &text)
{
    QString tex;
    for (const QChar character : text.simplified()) {
        tex += escaped(character);
    }
    return tex;
}

/// An address is set by \url, which takes everything but what would end the field.
QString texUrl(const QString &address)
{
    return QString(address)
        .replace(u'{', "%7B"_L1)
        .replace(u'}', "%7D"_L1)
        .replace(u'\\', "%5C"_L1);
}

class BibtexList final : public ListWriter
{
public:
    QByteArray article(const ExportedArticle &article) override
    {
        const ArticleCard &card = article.detail.card;
        QString entry = u"@misc{"_s + m_keys.keyOf(card);
        const auto add = [&entry](QLatin1StringView name, const QString &value) {
            if (!value.isEmpty()) {
                entry += u",\n  %1 = {%2}"_s.arg(name, value);
            }
        };
        // Styles put titles in lower case but for what stands in braces.
        add("title"_L1, u'{' + texText(card.title) + u'}');
        const QString house =
            texText(card.providerName.isEmpty() ? card.providerDomain : card.providerName);
        add("author"_L1, house.isEmpty() ? QString() : u'{' + house + u'}');
        if (card.publishedAt) {
            const QDate day = dayOf(*card.publishedAt);
            add("year"_L1, QString::number(day.year()));
            add("month"_L1, QString::number(day.month()));
            add("date"_L1, day.toString(Qt::ISODate));
        }
        add("url"_L1, texUrl(card.address));
        if (const auto seen = firstImport(article.detail)) {
            add("urldate"_L1, dayOf(*seen).toString(Qt::ISODate));
        }
        add("keywords"_L1, texText(card.topics.join(", "_L1)));
        add("abstract"_L1, texText(card.excerpt));
        return (entry + "\n}\n\n"_L1).toUtf8();
    }

private:
    CitationKeys m_keys;
};

} // namespace

std::unique_ptr<ListWriter> bibtexList()
{
    return std::make_unique<BibtexList>();
}

} // namespace Microfiche
