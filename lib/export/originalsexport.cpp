// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/originalsexport.h"

#include "article/displaytext.h"
#include "export/exportname.h"
#include "store/waitfor.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QSaveFile>
#include <QSet>

#include <algorithm>

namespace Microfiche
{

namespace
{

struct OriginalsWords {
    Q_DECLARE_TR_FUNCTIONS(OriginalsExport)
};

class Exporter
{
public:
    Exporter(Store &store, const QDir &folder)
        : m_store(store)
        , m_folder(folder)
    {
    }

    /// Both false if writing failed, so that there is no use in going on.
    bool write(ArticleId id);
    bool write(const ArticleFile &file);

    ExportReport report;

private:
    QString freeName(const QByteArray &path, const QByteArray &bytes, bool *isThere);
    bool holds(const QString &name, const QByteArray &bytes) const;

    Store &m_store;
    QDir m_folder;
    QSet<QString> m_names;         ///< written by this export, in lower case
    QHash<QString, int> m_numbers; ///< the last number given to a name
};

// What an article says may be damaged while its files are not.
bool Exporter::write(ArticleId id)
{
    const auto detail = waitFor(m_store.detail(id));
    const bool isMention = detail && detail->card.isMention;
    const bool isRead = detail && (detail->card.problem.isEmpty() || !detail->files.isEmpty());
    if (!isRead && !isMention) {
        report.damaged.append(
            OriginalsWords::tr("Article %1 is damaged: its files were not exported.").arg(id));
        return true;
    }
    return std::all_of(detail->files.cbegin(), detail->files.cend(),
                       [this](const ArticleFile &file) { return write(file); });
}

bool Exporter::write(const ArticleFile &file)
{
    const auto bytes = waitFor(m_store.original(file.version));
    if (!bytes) {
        report.damaged.append(
            OriginalsWords::tr("%1: the original is damaged and was not exported.")
                .arg(displayLine(QFile::decodeName(file.path))));
        return true;
    }
    bool isThere = false;
    const QString name = freeName(file.path, *bytes, &isThere);
    m_names.insert(name.toLower());
    if (!isThere) {
        QSaveFile target(m_folder.filePath(name));
        target.setDirectWriteFallback(false);
        if (!target.open(QIODevice::WriteOnly) || target.write(*bytes) != bytes->size() ||
            !target.commit()) {
            report.problem = target.fileName() + QLatin1String(": ") + target.errorString();
            return false;
        }
    }
    ++report.written;
    return true;
}

/// The file's own name, or that with a number if it is taken. A file that an earlier export left
/// there with the same bytes is the one that is wanted.
QString Exporter::freeName(const QByteArray &path, const QByteArray &bytes, bool *isThere)
{
    const QString own = safeFileName(path.mid(path.lastIndexOf('/') + 1));
    int &number = m_numbers[own.toLower()];
    for (;;) {
        ++number;
        QString name = number == 1 ? own : numberedName(own, number);
        if (m_names.contains(name.toLower())) {
            continue;
        }
        const QFileInfo info(m_folder.filePath(name));
        if (!info.exists() && !info.isSymLink()) {
            return name;
        }
        if (holds(name, bytes)) {
            *isThere = true;
            return name;
        }
    }
}

bool Exporter::holds(const QString &name, const QByteArray &bytes) const
{
    const QFileInfo info(m_folder.filePath(name));
    QFile file(info.filePath());
    return !info.isSymLink() && info.isFile() && info.size() == bytes.size() &&
           file.open(QIODevice::ReadOnly) && file.readAll() == bytes;
}

} // namespace

ExportReport exportOriginals(Store &store, const QList<ArticleId> &ids, const QString &folder,
                             const ExportProgress &goOn)
{
    Exporter exporter(store, QDir(folder));
    try {
        qint64 done = 0;
        for (const ArticleId id : ids) {
            if (!exporter.write(id)) {
                break;
            }
            if (!goOn(++done)) {
                exporter.report.problem = OriginalsWords::tr("The export was cancelled.");
                break;
            }
        }
    } catch (const StoreError &error) {
        exporter.report.problem = error.message();
    }
    return exporter.report;
}

} // namespace Microfiche
