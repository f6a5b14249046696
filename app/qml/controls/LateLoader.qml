// SPDX-License-Identifier: GPL-3.0-or-later
// LateLoader: what the first cards need not wait for. While held, what lies at the address is not even
// read; what was held is read in the background then and made when the window has a moment, or in one go.
//   address, values (of its properties, once)   held, inOneGo
//   finish(): now it is needed
// Made in one piece: what is made a little at a time (Loader.asynchronous) is destroyed in the midst of
// it if a model below it changes meanwhile, which Qt does not survive every time.
import QtQuick

Loader {
    id: root

    required property url address
    property var values: ({})
    property bool held: false
    property bool inOneGo: false
    property Component read: null // keeps what was read until it is made

    function make(): void { setSource(address, values) }
    function finish(): void {
        if (status !== Loader.Ready)
            make()
    }

    // Whatever else was read at the same time is made in a turn of its own.
    Timer {
        id: soon
        interval: 1
        onTriggered: if (!root.held)
            root.finish()
    }
    function readFirst(): void {
        read = Qt.createComponent(address, Component.Asynchronous, root)
        if (read.status === Component.Loading)
            read.statusChanged.connect(() => soon.start())
        else
            soon.start()
    }

    onHeldChanged: {
        if (held)
            source = ""
        else if (inOneGo)
            finish()
        else
            readFirst()
    }
    Component.onCompleted: if (!held)
        make()
}
