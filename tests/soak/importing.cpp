// SPDX-License-Identifier: GPL-3.0-or-later
#include "importing.h"

#include "import/carriedpictures.h"
#include "import/importer.h"

#include <QEventLoop>
#include <QFile>

namespace Microfiche::Soak
{

namespace
{

class NoPictures final : public CarriedPictures
{
public:
    QByteArray keep(const QByteArray & /*bytes*/) override { return {}; }
};

} // namespace

bool open(Store &store, const QString &archive)
{
    return answerOf(store.open(archive)).opening == Store::Opening::Opened;
}

bool importWhole(Store &store, const QStringList &paths,
                 const std::function<void(const IndexBatch &)> &committed)
{
    NoPictures pictures;
    Importer importer(store, pictures);
    QEventLoop loop;
    bool isWhole = false;
    QObject::connect(&importer, &Importer::committed, &loop, [&](const IndexBatch &batch) {
        if (committed) {
            committed(batch);
        }
    });
    QObject::connect(&importer, &Importer::finished, &loop, [&](const ImportSummary &summary) {
        isWhole = summary.isFinished;
        loop.quit();
    });
    QObject::connect(&importer, &Importer::failed, &loop, &QEventLoop::quit);
    QByteArrayList names;
    for (const QString &path : paths) {
        names.append(QFile::encodeName(path));
    }
    importer.start(names);
    loop.exec();
    return isWhole;
}

} // namespace Microfiche::Soak
