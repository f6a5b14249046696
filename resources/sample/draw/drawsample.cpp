// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the pictures of the sample archive: draw_sample FOLDER [NAME…]
#include "logos.h"
#include "scenes.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImageWriter>
#include <QTextStream>

namespace
{

constexpr qsizetype MostBytes = 70 * 1024;

QByteArray encode(const QImage &image, const QByteArray &format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    writer.setOptimizedWrite(true);
    return writer.write(image) ? bytes : QByteArray();
}

/// The best quality that stays within MostBytes, or nothing if none does.
QByteArray encodeWithin(const QImage &image)
{
    for (int quality = 90; quality >= 44; quality -= 2) {
        const QByteArray bytes = encode(image, QByteArrayLiteral("jpeg"), quality);
        if (bytes.size() <= MostBytes)
            return bytes;
    }
    return {};
}

bool save(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return !bytes.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    QTextStream err(stderr);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() < 2) {
        err << "Usage: draw_sample FOLDER [NAME…]\n";
        return 2;
    }
    const QDir folder(arguments.at(1));
    const QStringList wanted = arguments.mid(2);
    const QString pictures = QStringLiteral("assets/images/pictures");
    const QString logos = QStringLiteral("assets/images/organizations");
    bool allWell = folder.mkpath(pictures) && folder.mkpath(logos);
    for (const auto &scenes :
         {Draw::airScenes(), Draw::closeScenes(), Draw::fieldScenes(), Draw::indoorScenes(),
          Draw::landScenes(), Draw::roadScenes(), Draw::skyScenes(), Draw::tableScenes(),
          Draw::townScenes(), Draw::waterScenes()}) {
        for (const Draw::Scene &scene : scenes) {
            if (!wanted.isEmpty() && !wanted.contains(scene.name))
                continue;
            const QByteArray bytes = encodeWithin(scene.paint(scene.size));
            const QString path = pictures + u'/' + scene.name + QStringLiteral(".jpg");
            allWell = save(folder.filePath(path), bytes) && allWell;
            err << path << ' ' << bytes.size() << Qt::endl;
        }
    }
    for (const Draw::Logo &logo : Draw::logos()) {
        if (wanted.isEmpty() || wanted.contains(QStringLiteral("logos"))) {
            const QString path = logos + u'/' + logo.domain + QStringLiteral("-50x50.png");
            allWell =
                save(folder.filePath(path), encode(logo.image, QByteArrayLiteral("png"), 0)) &&
                allWell;
        }
    }
    return allWell ? 0 : 1;
}
