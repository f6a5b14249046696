// SPDX-License-Identifier: GPL-3.0-or-later
// PicturesServers: the user's own servers, which may be asked though they are on this machine or
// network. servers.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Column {
    id: root

    required property LocalServers servers

    topPadding: Theme.s16
    bottomPadding: Theme.s16
    spacing: Theme.s8

    function take(): void { servers.setText(field.text) }

    SectionLabel { width: parent.width; text: qsTr("Servers of your own") }
    EntryField {
        id: field
        objectName: "localServers"
        width: parent.width
        name: qsTr("Servers of your own")
        description: why.text
        maximumLength: 400
        placeholderText: qsTr("archive.lan, 192.168.1.20")
        problem: root.servers.problem
        Component.onCompleted: text = root.servers.text
        Component.onDestruction: root.servers.forgetProblem()
        onEdited: root.servers.forgetProblem()
        onAccepted: root.take()
        onFocusLeft: root.take()
    }
    PlainText {
        objectName: "problem"
        width: parent.width
        visible: text !== ""
        text: root.servers.problem
        color: Theme.error
        wrapMode: Text.Wrap
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
    PlainText {
        id: why
        width: parent.width
        text: qsTr("No picture is asked for on this machine or network, for an article from elsewhere could reach into it that way. Name the servers that hold pictures of yours. They hold for all archives that you open, not for this one alone.")
        font: Theme.fact
        lineHeight: Theme.factLine
        color: Theme.ink3
        wrapMode: Text.Wrap
    }
}
