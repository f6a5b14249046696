// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QString>

namespace Draw
{

struct Scene {
    QString name; ///< of the file, without ending
    QSize size;
    QImage (*paint)(QSize size);
};

/// Sceneries, each in a file of its kind.
QList<Scene> airScenes();
QList<Scene> closeScenes();
QList<Scene> fieldScenes();
QList<Scene> indoorScenes();
QList<Scene> landScenes();
QList<Scene> roadScenes();
QList<Scene> skyScenes();
QList<Scene> tableScenes();
QList<Scene> townScenes();
QList<Scene> waterScenes();

} // namespace Draw
