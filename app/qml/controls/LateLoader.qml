// SPDX-License-Identifier: GPL-3.0-or-later
// LateLoader: what the first cards need not wait for. While held, what lies at the address is not even
// read; what was held is made a little at a time then, or in one go.
//   address, values (of its properties, once)   held, inOneGo
//   finish(): now it is needed
import QtQuick

Loader {
    id: root

    required property url address
    property var values: ({})
    property bool held: false
    property bool inOneGo: false

    function make(): void {
        if (held)
            source = ""
        else
            setSource(address, values)
    }

    function finish(): void {
        if (status === Loader.Ready)
            return
        source = "" // what is only being read would forget its values
        asynchronous = false
        setSource(address, values)
    }

    onHeldChanged: {
        if (!held && status !== Loader.Null)
            return
        asynchronous = !inOneGo
        make()
    }
    Component.onCompleted: make()
}
