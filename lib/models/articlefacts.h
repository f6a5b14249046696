// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"

#include <QList>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// One more thing that is known of an article.
class ArticleFact
{
    Q_GADGET
    QML_VALUE_TYPE(articleFact)
    Q_PROPERTY(QString label MEMBER label CONSTANT)
    Q_PROPERTY(QString value MEMBER value CONSTANT)

public:
    QString label;
    QString value;

    friend bool operator==(const ArticleFact &, const ArticleFact &) = default;
};

/// Everything that the article's file says besides what its card shows, and the files themselves.
QList<ArticleFact> factsOf(const ArticleDetail &detail);

} // namespace Microfiche
