// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/list/listexport.h"

#include "article/displaytext.h"
#include "export/list/listwriter_p.h"
#include "store/waitfor.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <utility>

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;

constexpr QSize PictureSize(480, 270); // pixels: twice what a page shows
constexpr int JpegQuality = 80;

struct ListWords {
    Q_DECLARE_TR_FUNCTIONS(ListExport)
};

std::unique_ptr<ListWriter> writerOf(ListFormat format, const QString &heading, qsizetype articles)
{
    switch (format) {
    case ListFormat::Csv: return csvList();
    case ListFormat::Json: return jsonList();
    case ListFormat::Bibtex: return bibtexList();
    case ListFormat::Csl: return cslList();
    case ListFormat::Html: break;
    }
    return htmlList(heading, articles);
}

QByteArray encoded(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const bool isTransparent = image.hasAlphaChannel();
    image.save(&buffer, isTransparent ? "PNG" : "JPEG", isTransparent ? -1 : JpegQuality);
    return bytes;
}

QByteArray pictureOf(Store &store, const ThumbnailStore &pictures, PictureId picture)
{
    const auto origin = picture > 0 ? waitFor(store.pictureOrigin(picture)) : std::nullopt;
    if (!origin || origin->content.isEmpty()) {
        return {};
    }
    const LoadedPicture loaded = pictures.load(origin->content, PictureSize);
    return loaded.image.isNull() ? QByteArray() : encoded(loaded.image);
}

} // namespace

std::optional<ListFormat> listFormatOf(const QString &fileName)
{
    static constexpr std::array Endings{
        std::pair(".csl.json"_L1, ListFormat::Csl), std::pair(".csv"_L1, ListFormat::Csv),
        std::pair(".json"_L1, ListFormat::Json),    std::pair(".bib"_L1, ListFormat::Bibtex),
        std::pair(".html"_L1, ListFormat::Html),    std::pair(".htm"_L1, ListFormat::Html),
    };
    const auto ending = std::find_if(Endings.begin(), Endings.end(), [&](const auto &one) {
        return fileName.endsWith(one.first, Qt::CaseInsensitive);
    });
    return ending == Endings.end() ? std::nullopt : std::optional(ending->second);
}

std::optional<UtcSeconds> firstImport(const ArticleDetail &detail)
{
    const auto first = std::min_element(
        detail.files.cbegin(), detail.files.cend(),
        [](const ArticleFile &a, const ArticleFile &b) { return a.importedAt < b.importedAt; });
    return first == detail.files.cend() ? std::nullopt : std::optional(first->importedAt);
}

QString partlyRead(const ArticleCard &card)
{
    return ListWords::tr("%1: a part of it is damaged and was not exported.")
        .arg(displayLine(card.title.isEmpty() ? card.key : card.title));
}

ListExport::ListExport(Store &store, ThumbnailStore pictures)
    : m_store(store)
    , m_pictures(std::move(pictures))
{
}

ExportReport ListExport::write(const QList<ArticleId> &ids, ListFormat format,
                               const QString &heading, const QString &path,
                               const ExportProgress &goOn)
{
    ExportReport report;
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    const auto put = [&file](const QByteArray &bytes) { return file.write(bytes) == bytes.size(); };
    const auto writer = writerOf(format, heading, ids.size());
    bool isWritten = file.open(QIODevice::WriteOnly) && put(writer->begin());
    try {
        const QList<TagEntry> tags = waitFor(m_store.tags());
        for (qsizetype at = 0; isWritten && at < ids.size(); ++at) {
            const auto detail = waitFor(m_store.detail(ids.at(at)));
            if (!detail) {
                continue; // it went while this was written
            }
            ExportedArticle article{*detail, waitFor(m_store.related(detail->card.id))};
            for (const TagEntry &tag : tags) { // by their names
                if (detail->card.tags.contains(tag.id)) {
                    article.tags.append(tag.name);
                }
            }
            if (writer->wantsPictures()) {
                article.picture = pictureOf(m_store, m_pictures, detail->card.picture);
                report.pictures += article.picture.isEmpty() ? 0 : 1;
            }
            if (!detail->card.problem.isEmpty()) {
                report.damaged.append(partlyRead(detail->card));
            }
            isWritten = put(writer->article(article));
            if (!goOn(++report.written)) {
                report.problem = ListWords::tr("The export was cancelled.");
                return report;
            }
        }
    } catch (const StoreError &error) {
        report.problem = error.message();
        return report;
    }
    if (!isWritten || !put(writer->end()) || !file.commit()) {
        report.problem = file.errorString();
    }
    return report;
}

} // namespace Microfiche
