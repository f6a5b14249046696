// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporaryarchive.h"

#include "window/picturesprovider.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QPainter>
#include <QQmlEngine>

namespace Microfiche
{

TemporaryArchive::TemporaryArchive(QObject *parent)
    : QObject(parent)
    , m_workspace(QString())
    , m_browser(m_files.store(), m_files.importer(), m_desktop)
{
    m_browser.picture()->setFiles(&m_pictureFiles);
}

void TemporaryArchive::write(const QString &name, const QString &text) const
{
    m_files.write(name.toUtf8(), text.toUtf8());
}

void TemporaryArchive::writeArticle(const QString &title, const QString &address,
                                    const QString &more) const
{
    const QByteArray name = title.toUtf8().toHex() + ".md";
    m_files.write(name, Test::articleBytes(title.toUtf8(), address.toUtf8(), more.toUtf8()));
}

QString TemporaryArchive::writePicture(const QString &name, int width, int height, int look)
{
    const QString provider = QStringLiteral("picture");
    if (QQmlEngine *engine = qmlEngine(this); engine && !engine->imageProvider(provider)) {
        engine->addImageProvider(provider, new PicturesProvider(m_source));
    }
    QImage image(width, height, QImage::Format_RGB32);
    QPainter painter(&image);
    for (int field = 0; field < 64; ++field) { // as bright as it comes
        const int brightness = (field * (17 + look * 22) + look * field * field) % 251;
        painter.fillRect(QRectF(field % 8 * width / 8.0, field / 8 * height / 8.0, width / 8.0 + 1,
                                height / 8.0 + 1),
                         QColor::fromHsv(look * 40 % 360, 90, brightness));
    }
    painter.end();
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    image.save(&bytes, "JPEG", 90);
    m_files.write(name.toUtf8(), bytes.data());
    return QString::fromLatin1(m_pictures.keep(bytes.data()).toHex());
}

void TemporaryArchive::damagePicture(const QString &hash) const
{
    QFile file(m_pictures.filePath(QByteArray::fromHex(hash.toLatin1())));
    file.resize(file.size() / 2);
}

void TemporaryArchive::removePicture(const QString &hash) const
{
    m_pictures.remove(QByteArray::fromHex(hash.toLatin1()));
}

QUrl TemporaryArchive::fileUrl(const QString &name) const
{
    return QUrl::fromLocalFile(m_files.home() + u'/' + name);
}

int TemporaryArchive::sizeOf(const QUrl &file) const
{
    const QFileInfo info(file.toLocalFile());
    return info.exists() ? int(info.size()) : -1;
}

void TemporaryArchive::importFiles()
{
    m_files.importer().start({m_files.path({})});
}

void TemporaryArchive::failImport(const QString &reason)
{
    Q_EMIT m_files.importer().failed(reason);
}

void TemporaryArchive::tellDamage(const QString &problem)
{
    m_workspace.upkeep()->setArchive({}); // it is another one
    m_workspace.upkeep()->setArchive(m_files.home() + QStringLiteral("/damaged.microfiche"));
    m_workspace.upkeep()->tellDamage(problem);
}

} // namespace Microfiche
