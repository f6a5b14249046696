// SPDX-License-Identifier: GPL-3.0-or-later
// PictureViewer: one picture in full over the whole window, as long as the browser's picture is open.
// browser; saveWanted(name, suffix), closedAt(articleId, isMoved).
import QtQuick
import QtQuick.Templates as T
import Microfiche.Models
import Microfiche.Ui

T.Popup {
    id: root
    objectName: "viewer"

    required property ArchiveBrowser browser
    property bool isMirrored: false
    readonly property OpenPicture picture: browser.picture
    readonly property bool isTight: width < Theme.px(980)
    property real openedAt: 0
    property Item before // that had the focus
    // One that is not here is asked for as far as the user allows.
    readonly property bool isAwaited: picture.missing > 0 && face.source !== ""
    readonly property ShownPicture face: ShownPicture {
        id: face
        states: Pictures.states
        there: root.picture.source
        missing: root.picture.isOpen ? root.picture.missing : 0
    }

    signal saveWanted(string name, string suffix)
    signal closedAt(real articleId, bool isMoved)

    function follow(): void {
        if (picture.isOpen)
            openedAt = picture.articleId // qmllint disable type
        picture.isOpen ? open() : close()
    }
    function takeInHand(): void {
        browser.keeping.look(picture.source)
        Pictures.byHand?.look(picture.missing)
    }
    function save(): void { saveWanted(picture.fileName, picture.suffix) }
    function takeKey(event: var): bool {
        const isPlain = !(event.modifiers & ~Qt.KeypadModifier)
        const step = Theme.px(80)
        const forward = isMirrored ? Qt.Key_Left : Qt.Key_Right
        if (event.matches(StandardKey.Copy))
            picture.copy()
        else if (event.matches(StandardKey.Save))
            save()
        else if (event.key === Qt.Key_Plus || event.key === Qt.Key_Equal)
            stage.zoomBy(1.25)
        else if (event.key === Qt.Key_Minus)
            stage.zoomBy(0.8)
        else if (!isPlain)
            return false
        else if (event.key === Qt.Key_0)
            stage.fitIn()
        else if (event.key === Qt.Key_1)
            stage.showActual()
        else if (stage.canPan && [Qt.Key_Left, Qt.Key_Right, Qt.Key_Up, Qt.Key_Down].includes(event.key))
            stage.pan(event.key === Qt.Key_Left ? step : event.key === Qt.Key_Right ? -step : 0,
                      event.key === Qt.Key_Up ? step : event.key === Qt.Key_Down ? -step : 0)
        else if (event.key === Qt.Key_PageDown || event.key === Qt.Key_Left || event.key === Qt.Key_Right || event.key === Qt.Key_PageUp)
            event.key === Qt.Key_PageDown || event.key === forward ? picture.next() : picture.previous()
        else if (event.key === Qt.Key_K)
            browser.keeping.setPicked(!browser.keeping.isPicked)
        else if (event.key === Qt.Key_L)
            Pictures.byHand?.load()
        else if (event.key === Qt.Key_Space)
            picture.close()
        else
            return false
        return true
    }

    parent: T.Overlay.overlay
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    modal: true
    focus: true
    margins: 0
    padding: 0
    closePolicy: T.Popup.CloseOnEscape
    T.Overlay.modal: null
    onAboutToShow: before = parent.Window.activeFocusItem
    onOpened: stage.forceActiveFocus(Qt.PopupFocusReason) // not what had it the last time
    onClosed: {
        const keyboard = before instanceof T.AbstractButton && before.visualFocus
        if (before && before.visible)
            before.forceActiveFocus(keyboard ? Qt.TabFocusReason : Qt.PopupFocusReason)
        const id = picture.articleId // qmllint disable type
        picture.close()
        closedAt(id, id !== openedAt)
    }
    Component.onCompleted: {
        follow()
        takeInHand()
    }
    Connections {
        target: root.picture
        function onIsOpenChanged(): void { root.follow() }
        function onChanged(): void { root.takeInHand() }
    }

    background: Rectangle { color: Theme.ground }
    contentItem: FocusScope {
        id: scene
        focus: true
        LayoutMirroring.enabled: root.isMirrored
        LayoutMirroring.childrenInherit: true
        Accessible.role: Accessible.Dialog
        Accessible.name: root.picture.spokenText
        Keys.onPressed: event => event.accepted = root.takeKey(event)

        PictureBar {
            id: bar
            width: parent.width
            picture: root.picture
            keeping: root.browser.keeping
            stage: stage
            isTight: root.isTight
            onSaveWanted: root.save()
            onCloseWanted: root.close()
        }
        ZoomStage {
            id: stage
            objectName: "stage"
            anchors { top: bar.bottom; bottom: words.top; left: parent.left; right: parent.right }
            focus: true
            visible: root.picture.problem === "" || root.isAwaited
            source: visible ? face.source : ""
            standIn: source
            pixels: root.picture.size // qmllint disable
            dragged: root.picture.dragged
            onDragPrepared: root.picture.prepareDrag()
            Accessible.role: Accessible.Graphic
            Accessible.name: root.picture.spokenText
            Accessible.description: root.picture.factsText
        }
        // What is not to be seen says why, on the sheet that stands for it.
        Item {
            anchors.centerIn: stage
            visible: !stage.visible || stage.hasFailed
            width: Math.min(stage.width - 2 * Theme.s24, Theme.px(560))
            height: width * 9 / 16

            Fiche {
                anchors.fill: parent
                hue: root.picture.card.topicHue
                look: parent.visible ? root.picture.card.fiche : ""
            }
            Rectangle {
                width: parent.width
                height: why.height + (load.visible ? load.height + Theme.s8 : 0) + 2 * Theme.s12
                color: Theme.raised
                border { width: 1; color: Theme.line }

                PlainText {
                    id: why
                    objectName: "why"
                    anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.s12 }
                    text: root.isAwaited && face.words !== "" ? face.words
                        : root.picture.problem !== "" ? root.picture.problem : qsTr("The picture cannot be shown.")
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                    Accessible.role: Accessible.AlertMessage
                    Accessible.name: text
                }
                LinkText {
                    id: load
                    objectName: "loadPicture"
                    readonly property PictureByHand byHand: Pictures.byHand
                    anchors { left: why.left; top: why.bottom; topMargin: Theme.s8 }
                    width: Math.min(implicitWidth, why.width)
                    visible: root.picture.missing > 0 && label !== ""
                    iconName: "retry"
                    //: %1: "Load this picture from news.example"; L is the key that does it
                    label: (byHand?.text ?? "") === "" ? "" : qsTr("%1 (L)").arg(byHand.text)
                    enabled: byHand?.canLoad ?? false
                    disabledReason: byHand?.whyNot ?? ""
                    onClicked: byHand.load()
                }
            }
        }
        PictureWords {
            id: words
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            picture: root.picture
        }
    }
}
