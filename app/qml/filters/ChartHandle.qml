// SPDX-License-Identifier: GPL-3.0-or-later
// ChartHandle: one end of a brush: a line over the whole height and a grip. x is the line's middle
// less 12, for 24 are the hand's; gripShift moves the grip aside where two would overlap.
//   name, spoken; value, minimumValue, maximumValue (bars, for a screen reader)
//   stepped(bars)  toStart()  toEnd()  cleared()  typeRequested()
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.Control {
    id: root

    required property string name
    required property string spoken
    property real gripShift: 0
    property bool isHeld: false
    // As a screen reader asks a slider for them.
    property real value: 0
    property real minimumValue: 0
    property real maximumValue: 0
    readonly property real stepSize: 1

    signal stepped(int bars)
    signal toStart()
    signal toEnd()
    signal cleared()
    signal typeRequested()

    width: 24
    hoverEnabled: false // else the brush beneath would not hear that the pointer has left
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Slider
    Accessible.name: qsTr("%1: %2").arg(name).arg(spoken)
    Accessible.focusable: true
    Accessible.onIncreaseAction: root.stepped(1)
    Accessible.onDecreaseAction: root.stepped(-1)

    Keys.onPressed: event => {
        const stride = event.modifiers & Qt.ShiftModifier ? 10 : 1
        event.accepted = true
        switch (event.key) {
        // Early and low stay left whatever the reading direction.
        case Qt.Key_Left: case Qt.Key_Down: return root.stepped(-stride)
        case Qt.Key_Right: case Qt.Key_Up: return root.stepped(stride)
        case Qt.Key_Home: return root.toStart()
        case Qt.Key_End: return root.toEnd()
        case Qt.Key_Delete: return root.cleared()
        case Qt.Key_Return: case Qt.Key_Enter: return root.typeRequested()
        default: event.accepted = false
        }
    }

    Rectangle {
        x: 11
        width: 2
        height: parent.height
        color: Theme.accent
    }
    Rectangle {
        id: grip
        objectName: "grip"
        x: 7 + root.gripShift
        y: Math.round((parent.height - height) / 2)
        width: 10
        height: Math.min(22, root.height - 6)
        radius: Theme.radius - 1
        color: root.isHeld ? Theme.soft : Theme.raised
        border { width: 2; color: root.isHeld ? Theme.accentPressed : Theme.accent }

        Repeater {
            model: 2
            Rectangle {
                required property int index
                x: index === 0 ? 3 : 6
                y: Math.round((grip.height - height) / 2)
                width: 1
                height: 8
                color: Theme.accent
            }
        }
        FocusRing { shown: root.visualFocus; distance: 3 }
    }
}
