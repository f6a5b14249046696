// SPDX-License-Identifier: GPL-3.0-or-later
// FacetRow: a topic or provider with its counts.
//   name, count (of the answer), total (in the archive), largest (total of the longest bar)
//   isChosen, isExcluded; hue, hasLogo, logo, letter, dot (a tag's colour); menuRequested(); toggled(keep): Ctrl or Shift keeps the others
//   exclusionToggled(): Alt with a click or a key, or Delete
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.AbstractButton {
    id: root

    required property string name
    required property int count
    required property int total
    required property int largest
    property bool isChosen: false
    property bool isExcluded: false
    property real hue: 0
    property bool hasLogo: false
    property string logo
    property string letter: name.charAt(0)
    property bool hasDot: false
    property color dot

    signal toggled(bool keep)
    signal exclusionToggled()
    signal menuRequested()

    readonly property string countText: count.toLocaleString(Qt.locale(), "f", 0)
    function barWidth(of: int): real {
        return of <= 0 ? 0 : Math.max(2, Math.round(track.width * of / Math.max(1, largest)))
    }

    implicitHeight: Theme.px(30)
    leftPadding: Theme.s16
    rightPadding: Theme.s16
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: qsTr("%1, %2 of %3 articles").arg(name).arg(countText)
        .arg(total.toLocaleString(Qt.locale(), "f", 0))
    Accessible.description: isExcluded ? qsTr("Left out") : qsTr("Alt leaves it out")
    Accessible.checkable: true
    Accessible.checked: isChosen
    Keys.onPressed: event => {
        const isPress = event.key === Qt.Key_Space || event.key === Qt.Key_Return
                        || event.key === Qt.Key_Enter
        const isMenu = event.key === Qt.Key_Menu
        event.accepted = isPress || isMenu || event.key === Qt.Key_Delete
        if (isMenu)
            menuRequested()
        else if (event.accepted && !event.isAutoRepeat)
            take(event.key === Qt.Key_Delete ? Qt.AltModifier : event.modifiers)
    }

    function keeps(modifiers: int): bool {
        return (modifiers & (Qt.ControlModifier | Qt.ShiftModifier)) !== 0
    }
    function take(modifiers: int): void {
        if ((modifiers & Qt.AltModifier) !== 0)
            exclusionToggled()
        else
            toggled(keeps(modifiers))
    }
    onClicked: root.toggled(false) // a screen reader's press; hands and keys tell more
    MouseArea {
        id: hand
        anchors.fill: parent
        acceptedButtons: Qt.LeftButton | Qt.RightButton
        onClicked: mouse => mouse.button === Qt.RightButton ? root.menuRequested() : root.take(mouse.modifiers)
    }

    background: Rectangle {
        color: hand.pressed ? Theme.line : root.hovered ? Theme.ground : "transparent"
        FocusRing { shown: root.visualFocus; distance: -2 }
    }
    contentItem: Item {
        Loader {
            id: mark
            anchors { left: parent.left; top: parent.top; topMargin: Theme.px(5) }
            width: Theme.px(16)
            height: width
            sourceComponent: root.hasLogo ? logo : root.hasDot ? dotMark : swatch
        }
        Component {
            id: dotMark
            Item {
                TagDot { anchors.centerIn: parent; color: root.dot }
            }
        }
        Component {
            id: logo
            ProviderLogo { logo: root.logo; letter: root.letter; hue: root.hue }
        }
        Component {
            id: swatch
            Rectangle {
                radius: Theme.radiusSmall
                color: !Theme.highContrast ? Theme.hueSwatch(root.hue) : root.isChosen ? Theme.accent : "transparent"
                border { width: Theme.highContrast ? 2 : 0; color: Theme.edge }
            }
        }
        PlainText {
            id: words
            objectName: "name"
            anchors { left: mark.right; leftMargin: Theme.s8; right: number.left
                      rightMargin: Theme.s8; top: parent.top; topMargin: Theme.px(4) }
            text: root.name
            font: root.isChosen ? Theme.textBold : Theme.text
            color: root.isExcluded ? Theme.ink3 : Theme.ink
        }
        Rectangle {
            visible: root.isExcluded
            x: words.x + (LayoutMirroring.enabled ? words.width - width : 0)
            y: words.y + Math.round(words.height / 2)
            width: Math.min(words.width, words.contentWidth)
            height: 1
            color: Theme.ink3
        }
        PlainText {
            id: number
            objectName: "count"
            anchors { right: parent.right; top: words.top }
            text: root.isExcluded ? qsTr("left out") : root.countText
            font: Theme.text
            color: root.isChosen ? Theme.ink : root.isExcluded ? Theme.ink3 : Theme.ink2
        }
        Item {
            id: track
            anchors { left: words.left; right: parent.right; bottom: parent.bottom
                      bottomMargin: Theme.px(4) }
            height: 3

            Rectangle {
                anchors.left: parent.left
                width: root.barWidth(root.total)
                height: parent.height
                color: Theme.highContrast ? Theme.mid : Theme.total
            }
            Rectangle {
                anchors.left: parent.left
                width: root.barWidth(root.count)
                height: parent.height
                color: Theme.accent
            }
        }
    }
}
