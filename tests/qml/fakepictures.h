// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivepictures.h"
#include "importfixture.h"
#include "models/localservers.h"
#include "models/picturesettings.h"
#include "models/picturestates.h"
#include "models/picturetask.h"
#include "pictures/source/picturesource.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace Microfiche
{

/// An archive whose pictures are not there, and whoever would fetch them: on no server.
class FakePictures : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Microfiche::PictureStates *states READ states CONSTANT)
    Q_PROPERTY(Microfiche::PictureSettings *settings READ settings CONSTANT)
    Q_PROPERTY(Microfiche::LocalServers *servers READ servers CONSTANT)
    Q_PROPERTY(Microfiche::PictureTask *task READ task CONSTANT)

public:
    explicit FakePictures(QObject *parent = nullptr);
    ~FakePictures() override;

    PictureStates *states() { return &m_states; }
    PictureSettings *settings() { return &m_settings; }
    LocalServers *servers() { return &m_servers; }
    PictureTask *task() { return &m_task; }

    /// As if nobody had decided anything, and no picture were there.
    Q_INVOKABLE void reset();
    Q_INVOKABLE void allow(const QString &domain) { m_settings.allow(domain, true); }
    /// What whoever fetches would say of a picture.
    Q_INVOKABLE void tell(qint64 id, const QString &state);
    Q_INVOKABLE void fetchOne();
    /// The same, and nobody counts.
    Q_INVOKABLE void fetchBehind();
    /// From now on nothing can be kept.
    Q_INVOKABLE void breakDown();

private:
    Test::ImportFixture m_files;
    PictureStore m_pictures{m_files.home() + QStringLiteral("/pictures")};
    PictureLoader m_loader{m_pictures};
    ArchivePictures m_catalog{m_files.store()};
    PictureSource m_source{m_pictures, m_loader, m_catalog};
    PictureStates m_states;
    LocalServers m_servers;
    PictureSettings m_settings;
    PictureTask m_task;
};

} // namespace Microfiche
