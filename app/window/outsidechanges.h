// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWindow;

namespace Microfiche
{

class Store;

/// Notices what other programs, such as the command line, have written to the open archive: when
/// its window is turned to. Others are not looked for while somebody else works in front.
class OutsideChanges : public QObject
{
    Q_OBJECT

public:
    explicit OutsideChanges(Store &store, QObject *parent = nullptr);

    /// What is there by now is known. The archive is open.
    void begin(QWindow *window);

Q_SIGNALS:
    void noticed();

private:
    void look();

    Store &m_store;
};

} // namespace Microfiche
