// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/outsidechanges.h"

#include "async/whenanswered.h"
#include "store/store.h"

#include <QWindow>

namespace Microfiche
{

OutsideChanges::OutsideChanges(Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

void OutsideChanges::begin(QWindow *window)
{
    m_store.isChangedByOthers();
    if (window) {
        connect(window, &QWindow::activeChanged, this, [this, window] {
            if (window->isActive()) {
                look();
            }
        });
    }
}

void OutsideChanges::look()
{
    whenAnswered(this, m_store.isChangedByOthers(), [this](bool isChanged) {
        if (isChanged) {
            Q_EMIT noticed();
        }
    });
}

} // namespace Microfiche
