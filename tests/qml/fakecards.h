// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/card.h"

#include <QObject>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// Makes card values for tests in QML, where a value without setters cannot be made.
class FakeCards : public QObject
{
    Q_OBJECT
    QML_ELEMENT

public:
    using QObject::QObject;

    /// A loaded card of an invented article; `fields` override by property name.
    Q_INVOKABLE Microfiche::Card card(const QVariantMap &fields = {}) const;
    /// A card that has not come yet.
    Q_INVOKABLE Microfiche::Card skeleton() const { return {}; }
};

} // namespace Microfiche
