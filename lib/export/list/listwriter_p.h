// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"

#include <QDateTime>
#include <QTimeZone>

#include <memory>

namespace Microfiche
{

/// All that an export tells of an article.
struct ExportedArticle {
    ArticleDetail detail;
    QList<ArticleCard> related;
    QStringList tags = {};   ///< by name
    QByteArray picture = {}; ///< JPEG or PNG, small; empty if there is none here
};

/// Turns articles into the text of one format, a piece at a time.
class ListWriter
{
public:
    virtual ~ListWriter() = default;

    virtual bool wantsPictures() const { return false; }
    virtual QByteArray begin() { return {}; }
    virtual QByteArray article(const ExportedArticle &article) = 0;
    virtual QByteArray end() { return {}; }
};

std::unique_ptr<ListWriter> csvList();
std::unique_ptr<ListWriter> jsonList();
std::unique_ptr<ListWriter> bibtexList();
std::unique_ptr<ListWriter> cslList();
std::unique_ptr<ListWriter> htmlList(const QString &heading, qsizetype articles);

/// `2023-05-05T07:34:00Z`
inline QString isoTime(UtcSeconds seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc())
        .toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'"));
}
/// The day, in UTC.
inline QDate dayOf(UtcSeconds seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc()).date();
}

/// When its bytes were first taken in: the day on which the page was as it is told.
std::optional<UtcSeconds> firstImport(const ArticleDetail &detail);

/// Says that a part of it could not be read and so was not exported.
QString partlyRead(const ArticleCard &card);

} // namespace Microfiche
