// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/source/picturecatalog.h"
#include "pictures/source/picturesource.h"
#include "store/picturerecords.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace Microfiche
{

class PictureSettings;

/// The one picture that somebody has in hand and that is not there: loads it, or tries once more.
/// To do so is leave to ask its server for this one picture, though no others may be asked for, and
/// the words name that server. Nobody is asked offline, nor whoever the user has refused.
class PictureByHand : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(bool canLoad READ canLoad NOTIFY changed)
    Q_PROPERTY(QString whyNot READ whyNot NOTIFY changed)

public:
    /// All must outlive it.
    PictureByHand(PictureSettings &settings, PictureSource &source, PictureCatalog &catalog,
                  QObject *parent = nullptr);

    QString text() const; ///< "Load this picture from news.example"; empty with none in hand
    bool canLoad() const { return m_picture && whyNot().isEmpty(); }
    QString whyNot() const; ///< empty if it can be loaded

    /// Takes another one in hand, by its id; 0: none.
    Q_INVOKABLE void look(double picture);
    Q_INVOKABLE void load();

Q_SIGNALS:
    void changed();

private:
    PictureSettings &m_settings;
    PictureSource &m_source;
    PictureCatalog &m_catalog;
    qint64 m_wanted = 0;
    std::optional<CataloguedPicture> m_picture;
};

} // namespace Microfiche
