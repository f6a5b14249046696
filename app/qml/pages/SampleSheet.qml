// SPDX-License-Identifier: GPL-3.0-or-later
// SampleSheet: a sheet of film with the sample's pictures on it. pictures (of our own resources),
// count (of files).
import QtQuick
import Microfiche.Ui

Sheet {
    id: root

    property list<url> pictures
    property int count: 0

    readonly property int columns: 5
    readonly property int gap: Theme.s8
    readonly property real cellWidth: Math.floor((width - 40 - (columns - 1) * gap) / columns)
    readonly property var fiches: ({ 3: ["FP", 0.11], 9: ["LW", 0.6], 10: ["GT", 0.33],
                                     17: ["OG", 0.02], 21: ["ND", 0.78] })

    title: qsTr("Sample archive")
    note: qsTr("%Ln file(s)", "", count)
    implicitHeight: headHeight + cells.implicitHeight + 40
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("What an archive looks like: a sheet of pictures")

    Grid {
        id: cells
        y: 20
        anchors.horizontalCenter: parent.horizontalCenter
        columns: root.columns
        spacing: root.gap

        Repeater {
            model: 24
            Item {
                id: cell
                required property int index
                readonly property var fiche: root.fiches[index]
                readonly property int fichesBefore: Object.keys(root.fiches).filter(at => Number(at) < index).length
                readonly property url picture: root.pictures.length > 0
                                               ? root.pictures[(index - fichesBefore) % root.pictures.length] : ""

                width: root.cellWidth
                height: Math.round(width * 0.738)

                Fiche {
                    anchors.fill: parent
                    visible: cell.fiche !== undefined
                    hue: cell.fiche ? cell.fiche[1] : 0
                    look: cell.fiche ? `${hue}/${cell.index}/${cell.fiche[0]}` : ""
                }
                Image {
                    anchors.fill: parent
                    visible: cell.fiche === undefined
                    source: cell.fiche === undefined ? cell.picture : ""
                    sourceSize.width: width
                    fillMode: Image.PreserveAspectCrop
                    asynchronous: true
                    smooth: true
                }
            }
        }
        Item {
            width: root.cellWidth
            height: Math.round(width * 0.738)
            DashedFrame {
                anchors.fill: parent
                color: Theme.accent
                lineWidth: 2
                dash: 6
                gap: 4
            }
            Icon {
                anchors.centerIn: parent
                name: "plus"
                size: 28
                color: Theme.accent
            }
        }
    }
}
