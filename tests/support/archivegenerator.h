// SPDX-License-Identifier: GPL-3.0-or-later
// Invented archives of any size, in the proportions of FORMAT.md: what is measured and tested on
// can be made again anywhere from a number.
#pragma once

#include "article/article.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace Microfiche::Test
{

struct GeneratedArchive {
    QString folder;
    int files = 0;
    qint64 bytes = 0;
};

/// Article files that do not depend on one another: file `i` is always the same for one seed, so
/// nothing is held in memory. Their related entries tell of the very articles of the archive.
class ArchiveGenerator final
{
public:
    explicit ArchiveGenerator(int articles, quint64 seed = 1);

    /// The bytes and the name of article file `i`, from 0. About one in a hundred is a second
    /// version of the article before it.
    QByteArray file(int i) const;
    QByteArray fileName(int i) const;
    /// What reading file `i` comes to, without what it relates to and its encrypted text: what a
    /// store is filled with where nothing is to be parsed.
    Article article(int i) const;
    /// The articles that file `i` relates to, again and again perhaps; beyond the last one are
    /// those that have no file.
    std::vector<int> relatedOf(int i) const;

    /// Writes all of them to `folder`, which is made; says how much that was. False-y (no files) if
    /// the disk would not take them.
    GeneratedArchive write(const QString &folder) const;

private:
    struct Facts;
    Facts facts(int i) const;
    int addressOf(int i) const;
    void appendRelated(QByteArray *text, int i) const;

    int m_articles;
    quint64 m_seed;
};

} // namespace Microfiche::Test
