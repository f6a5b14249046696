// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tokenizer_p.h"

#include "store/connection_p.h"

namespace Microfiche
{

using namespace Qt::StringLiterals;

// The rules are those of article_fts (schema.cpp).
QList<QByteArray> tokensOf(const QString &text)
{
    Connection page(u":memory:"_s, Connection::Access::Writing);
    page.runOnce(u"CREATE VIRTUAL TABLE page USING fts5"
                 " (text, tokenize='unicode61 remove_diacritics 2')"_s);
    page.runOnce(u"CREATE VIRTUAL TABLE word USING fts5vocab (page, instance)"_s);
    page.run("INSERT INTO page (text) VALUES (?)", text);
    QList<QByteArray> tokens;
    auto rows = page.run("SELECT term FROM word ORDER BY offset");
    while (rows.next()) {
        tokens.append(rows.text(0).toUtf8());
    }
    return tokens;
}

} // namespace Microfiche
