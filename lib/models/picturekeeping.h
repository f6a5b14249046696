// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// Whether the one picture that somebody has in hand stays for good: fetched ones make room for
/// others, but for those that were picked by hand.
class PictureKeeping : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")
    Q_PROPERTY(bool isPicked READ isPicked NOTIFY changed)
    Q_PROPERTY(bool canPick READ canPick NOTIFY changed)
    Q_PROPERTY(QString whyNot READ whyNot NOTIFY changed)

public:
    explicit PictureKeeping(Store &store, QObject *parent = nullptr);

    bool isPicked() const { return m_keeping == StoredKeeping::Picked; }
    bool canPick() const;
    QString whyNot() const; ///< empty if it can be picked

    /// Takes another one in hand: image://picture/…; none if it is empty.
    Q_INVOKABLE void look(const QString &source);
    Q_INVOKABLE void setPicked(bool isPicked);

Q_SIGNALS:
    void changed();
    /// What may go to make room is other than before.
    void kept();
    void failed(const QString &problem); ///< in words

private:
    void setKeeping(StoredKeeping keeping);

    Store &m_store;
    PictureId m_picture = 0;
    StoredKeeping m_keeping = StoredKeeping::Nothing;
};

} // namespace Microfiche
