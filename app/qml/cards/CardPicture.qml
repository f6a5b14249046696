// SPDX-License-Identifier: GPL-3.0-or-later
// CardPicture: an article's picture, over its fiche until it is there; a mention's frame. What is
// named but not there is asked for as far as the user allows; why it does not come, a strip says; a
// small mark, that nobody was asked for it.
// What is too small to be looked at, such as a pixel that counts readers, is none.
// card, showsBadge, showsState. Reads: isLoading, hasPicture, stateText (why there is none), stateIcon.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property ShownCard card
    property bool showsBadge: height >= Theme.px(64)
    property bool showsState: true
    // On its way for this card, or for whoever loads them all.
    readonly property bool isLoading: !hasPicture && (face.state === ShownPicture.Loading
                                                      || picture.status === Image.Loading && card.picture !== "")
    readonly property bool hasPicture: picture.status === Image.Ready && !isTiny
    readonly property bool isTiny: picture.status === Image.Ready
                                   && (picture.implicitWidth < Math.min(tiny, picture.sourceSize.width)
                                       || picture.implicitHeight < Math.min(tiny, picture.sourceSize.height))
    readonly property int tiny: 32 // as the store has it of what articles say
    // Small ones have no room to say that nobody was asked.
    readonly property bool isHeldBack: Pictures.isCounted && height >= Theme.px(64) && face.words === "" && card.missingPicture > 0
                                       && (face.source === "" || face.state === ShownPicture.NotAllowed)
    readonly property string stateText: hasPicture || isFrame || !card.isLoaded ? ""
        : face.words !== "" ? face.words : isHeldBack ? qsTr("Picture not loaded") : ""
    readonly property string stateIcon: face.state === ShownPicture.Offline ? "clock"
        : face.state === ShownPicture.Gone ? "close" : face.state === ShownPicture.Failed ? "retry"
        : face.state === ShownPicture.Refused ? "warning" : "picture"
    readonly property bool isFrame: card.isMention && card.picture === "" && picture.opacity < 1
    readonly property ShownPicture face: ShownPicture {
        id: face
        states: Pictures.states
        there: root.card.picture
        missing: root.card.missingPicture
        isInView: root.visible
    }

    clip: true

    Loader {
        anchors.fill: parent
        active: !root.isFrame && picture.opacity < 1
        sourceComponent: Fiche {
            hue: root.card.topicHue
            look: root.card.fiche
        }
    }
    Loader {
        anchors.fill: parent
        active: root.isLoading && !root.isFrame
        sourceComponent: LoadingBand {}
    }
    Image {
        id: picture
        // In steps, so that a grid that grows with its window does not ask for every size between.
        readonly property int stepped: Math.ceil(root.width / 32) * 32
        anchors.fill: parent
        source: root.width > 0 ? face.source : ""
        sourceSize {
            width: picture.stepped
            height: root.width > 0 ? Math.ceil(picture.stepped * root.height / root.width) : 0
        }
        asynchronous: true
        fillMode: Image.PreserveAspectCrop
        opacity: root.hasPicture ? 1 : 0
        Behavior on opacity {
            enabled: picture.status === Image.Ready
            NumberAnimation { duration: Theme.fadeTime }
        }
    }
    Loader {
        anchors.fill: parent
        active: root.isFrame
        sourceComponent: MentionFrame { pointing: root.card.citedCount }
    }
    Loader {
        readonly property bool isSmall: root.height < Theme.px(64)
        readonly property bool isThumb: isSmall || root.isHeldBack
        // A small fiche's letters begin at the leading edge.
        x: isSmall !== LayoutMirroring.enabled ? root.width - width : 0
        width: isSmall ? Theme.px(14) : isThumb ? Theme.px(18) : root.width
        active: root.showsState && root.stateText !== ""
        sourceComponent: PictureStrip {
            icon: root.stateIcon
            text: root.stateText
            isThumb: (parent as Loader)?.width < root.width
            isSmall: root.height < Theme.px(64)
        }
    }
    Loader {
        // The fiche has its letters where a picture has the badge.
        readonly property real end: root.width - width - Theme.s8
        readonly property bool isAtStart: root.hasPicture !== LayoutMirroring.enabled
        x: isAtStart ? Theme.s8 : end
        y: root.height - height - Theme.s8
        active: root.card.isVideo && root.showsBadge && !root.isFrame
        sourceComponent: VideoBadge {}
    }
}
