// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/articlefacts.h"

#include "article/displaytext.h"
#include "models/numbers.h"
#include "models/problemmodel.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace Microfiche
{

namespace
{
struct FactWords {
    Q_DECLARE_TR_FUNCTIONS(ArticleFact)
};

QString jsonText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String: return displayLine(value.toString());
    case QJsonValue::Bool: return value.toBool() ? FactWords::tr("yes") : FactWords::tr("no");
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

QList<ArticleFact> factsOf(const ArticleDetail &detail)
{
    QList<ArticleFact> facts;
    const auto add = [&facts](const QString &label, const QString &value) {
        if (!value.isEmpty()) {
            facts << ArticleFact{label, value};
        }
    };
    add(FactWords::tr("Address"), displayLine(detail.webUrl));
    if (detail.originalUrl != detail.webUrl) {
        add(FactWords::tr("Original address"), displayLine(detail.originalUrl));
    }
    add(FactWords::tr("AMP address"), displayLine(detail.ampWebUrl));
    add(FactWords::tr("AMP cache"), displayLine(detail.cdnAmpWebUrl));
    add(FactWords::tr("Category"), displayLine(detail.category));
    add(FactWords::tr("Type"), displayLine(detail.card.type));
    if (detail.card.published) {
        add(FactWords::tr("Published"),
            *detail.card.published ? FactWords::tr("yes") : FactWords::tr("no, held back"));
    }
    add(FactWords::tr("Featured content"), displayLine(detail.featuredContent));
    for (const StoredPicture &picture : detail.pictures) {
        const auto &[url, width, height, isCached, title] = picture.picture;
        add(FactWords::tr("Picture"),
            width && height
                ? FactWords::tr("%1 (%2 × %3)")
                      .arg(displayLine(url), QString::number(*width), QString::number(*height))
                : displayLine(url));
    }
    if (detail.hasSecured) {
        add(FactWords::tr("Full text"), FactWords::tr("encrypted by the publisher"));
    }
    for (auto extra = detail.extra.constBegin(); extra != detail.extra.constEnd(); ++extra) {
        add(displayLine(extra.key()), jsonText(extra.value()));
    }
    for (const ArticleFile &file : detail.files) {
        add(file.isShown ? FactWords::tr("File") : FactWords::tr("Other version"),
            FactWords::tr("%1, %2").arg(shownPath(file.path), bytesText(file.length)));
    }
    return facts;
}

} // namespace Microfiche
