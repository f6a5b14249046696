// SPDX-License-Identifier: GPL-3.0-or-later
// ZoomStage: one picture, fitted in or at a scale of its own, moved by hand. Never mirrored.
//   source, standIn (shown until it is there), pixels (its size; else that of what was loaded)
//   dragged (what is dragged out, by MIME type)
//   zoom (1: a pixel of it on one of the screen), isFit, canPan, isLoading, hasFailed
//   fitIn() showActual() zoomAt(x, y, factor) zoomBy(factor) pan(dx, dy)   dragPrepared()
import QtQuick
import QtQuick.Window
import Microfiche.Ui

Item {
    id: root

    property string source
    property string standIn
    property size pixels: Qt.size(0, 0)
    property var dragged: ({})
    signal dragPrepared()

    property bool isFit: true
    property real chosen: 1
    property real shiftX: 0 // of the picture's middle from that of the stage
    property real shiftY: 0

    readonly property size known: pixels.width > 0 && pixels.height > 0 ? pixels
                                : Qt.size(whole.implicitWidth, whole.implicitHeight)
    readonly property real pixel: 1 / Screen.devicePixelRatio
    readonly property real fit: known.width > 0 && known.height > 0
        ? Math.min(1, width / (known.width * pixel), height / (known.height * pixel)) : 1
    readonly property real most: 8
    readonly property real zoom: isFit ? fit : chosen
    readonly property real shownWidth: Math.max(1, known.width * pixel * zoom)
    readonly property real shownHeight: Math.max(1, known.height * pixel * zoom)
    readonly property real roomX: Math.max(0, (shownWidth - width) / 2)
    readonly property real roomY: Math.max(0, (shownHeight - height) / 2)
    readonly property bool canPan: roomX > 0.5 || roomY > 0.5
    readonly property bool isLoading: whole.status === Image.Loading
    readonly property bool hasFailed: whole.status === Image.Error

    clip: true

    function fitIn(): void {
        isFit = true
        shiftX = 0
        shiftY = 0
    }
    function showActual(): void { zoomAt(width / 2, height / 2, 1 / zoom) }
    function zoomBy(factor: real): void { zoomAt(width / 2, height / 2, factor) }
    // What is at x, y stays there.
    function zoomAt(x: real, y: real, factor: real): void {
        const wanted = Math.max(fit, Math.min(most, zoom * factor))
        if (wanted <= fit * 1.0001 && (factor < 1 || fit === 1)) {
            fitIn()
            return
        }
        const grown = wanted / zoom
        const dx = x - width / 2
        const dy = y - height / 2
        const atX = dx - (dx - held(shiftX, roomX)) * grown
        const atY = dy - (dy - held(shiftY, roomY)) * grown
        chosen = wanted
        isFit = false
        shiftX = held(atX, roomX)
        shiftY = held(atY, roomY)
    }
    function pan(dx: real, dy: real): void {
        shiftX = held(shiftX + dx, roomX)
        shiftY = held(shiftY + dy, roomY)
    }
    function held(shift: real, room: real): real { return Math.max(-room, Math.min(room, shift)) }
    onSourceChanged: fitIn()

    Item {
        id: picture
        objectName: "shownPicture"
        width: root.shownWidth
        height: root.shownHeight
        // On device pixels, where a picture that is shown as it is stays sharp.
        x: Math.round(((root.width - width) / 2 + root.held(root.shiftX, root.roomX)) / root.pixel) * root.pixel
        y: Math.round(((root.height - height) / 2 + root.held(root.shiftY, root.roomY)) / root.pixel) * root.pixel
        visible: root.known.width > 0

        Image {
            anchors.fill: parent
            visible: whole.opacity < 1
            source: root.standIn
            sourceSize { width: 640; height: root.known.width > 0 ? Math.round(640 * root.known.height / root.known.width) : 0 }
            asynchronous: true
            fillMode: Image.PreserveAspectCrop
        }
        Loader {
            anchors.fill: parent
            active: root.isLoading
            sourceComponent: LoadingPlace {}
        }
        Image {
            id: whole
            objectName: "whole"
            anchors.fill: parent
            source: root.source
            asynchronous: true
            cache: false // one picture in full may be as large as all others together
            mipmap: root.zoom < 1
            smooth: root.zoom < 3 // beyond, one looks at pixels
            opacity: status === Image.Ready ? 1 : 0
            Behavior on opacity {
                enabled: whole.status === Image.Ready
                NumberAnimation { duration: Theme.fadeTime }
            }
        }
    }
    component LoadingPlace: Item {
        Rectangle {
            width: parent.width
            height: 2
            color: Theme.edge
            opacity: 0.5
        }
    }

    DragHandler {
        id: hand
        property point last
        target: null
        enabled: root.canPan
        cursorShape: active ? Qt.ClosedHandCursor : Qt.OpenHandCursor
        onActiveChanged: last = Qt.point(0, 0)
        onTranslationChanged: {
            root.pan(translation.x - last.x, translation.y - last.y)
            last = Qt.point(translation.x, translation.y)
        }
    }
    DragOut {
        anchors.fill: picture
        enabled: !root.canPan
        dragged: root.dragged
        picture: root.standIn
        onPrepared: root.dragPrepared()
    }
    WheelHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        target: null
        onWheel: event => root.zoomAt(event.x, event.y, Math.pow(2, event.angleDelta.y / 360))
    }
    PinchHandler {
        property real before: 1
        target: null
        onActiveChanged: before = 1
        onActiveScaleChanged: {
            root.zoomAt(centroid.position.x, centroid.position.y, activeScale / before)
            before = activeScale
        }
    }
    TapHandler {
        acceptedButtons: Qt.LeftButton
        onDoubleTapped: eventPoint => {
            if (root.isFit && root.fit < 1)
                root.zoomAt(eventPoint.position.x, eventPoint.position.y, 1 / root.zoom)
            else
                root.fitIn()
        }
    }
}
