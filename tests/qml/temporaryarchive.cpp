// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporaryarchive.h"

namespace Microfiche
{

TemporaryArchive::TemporaryArchive(QObject *parent)
    : QObject(parent)
    , m_workspace(QString())
    , m_browser(m_files.store(), m_files.importer(), m_desktop)
{
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

void TemporaryArchive::importFiles()
{
    m_files.importer().start({m_files.path({})});
}

void TemporaryArchive::failImport(const QString &reason)
{
    Q_EMIT m_files.importer().failed(reason);
}

} // namespace Microfiche
