// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/list/newsfields_p.h"

#include <QJsonDocument>

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;

class JsonList final : public ListWriter
{
public:
    QByteArray begin() override { return "{\"news\":["; }
    QByteArray article(const ExportedArticle &article) override
    {
        QJsonObject fields = newsFields(article);
        if (!article.detail.body.isEmpty()) {
            fields.insert(u"body"_s, article.detail.body);
        }
        const QByteArray text = QJsonDocument(fields).toJson(QJsonDocument::Compact);
        return (std::exchange(m_isFirst, false) ? "\n" : ",\n") + text;
    }
    QByteArray end() override { return "\n]}\n"; }

private:
    bool m_isFirst = true;
};

} // namespace

std::unique_ptr<ListWriter> jsonList()
{
    return std::make_unique<JsonList>();
}

} // namespace Microfiche
