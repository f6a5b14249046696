// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/samplearchive.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>

namespace Microfiche
{

namespace
{
constexpr QLatin1String Source(":/sample");
constexpr QLatin1String Articles("articles");

bool copyTree(const QString &target)
{
    QDirIterator files(Source, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString from = files.next();
        const QString to = target + from.mid(Source.size());
        if (!QDir().mkpath(to.section(QLatin1Char('/'), 0, -2)) || !QFile::copy(from, to)) {
            return false;
        }
    }
    return true;
}
} // namespace

SampleFiles::SampleFiles()
    : m_isWhole(m_folder.isValid() && copyTree(m_folder.filePath(Articles)))
{
}

QString SampleFiles::folder() const
{
    return m_isWhole ? m_folder.filePath(Articles) : QString();
}

QString SampleFiles::archivePath() const
{
    return m_folder.filePath(QStringLiteral("sample.microfiche"));
}

QList<QUrl> SampleFiles::pictures()
{
    QList<QUrl> pictures;
    QDirIterator files(Source, {QStringLiteral("*.jpg")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (!path.contains(QLatin1String("/organizations/"))) {
            pictures << QUrl(QStringLiteral("qrc") + path);
        }
    }
    std::sort(pictures.begin(), pictures.end());
    return pictures;
}

int SampleFiles::count()
{
    int count = 0;
    QDirIterator files(Source, {QStringLiteral("*.md")}, QDir::Files, QDirIterator::Subdirectories);
    for (; files.hasNext(); files.next()) {
        ++count;
    }
    return count;
}

} // namespace Microfiche
