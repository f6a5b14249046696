// SPDX-License-Identifier: GPL-3.0-or-later
// ArticleGrid: the count line and the articles below it. browser, isNarrow, windowUnits (how wide the
// window is, in units of the design), aimChosen (0: what the window's size asks for);
// isHeld (the switch of views is not made yet); aimWanted(aim), opened(index), originalRequested(index),
// pictureRequested(index); goTo(id).
// What a window keeps besides: view, grouping, tableColumns.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

FocusScope {
    id: root

    required property ArchiveBrowser browser
    property bool isNarrow: false
    property bool isHeld: false
    property real windowUnits: width / Theme.unit
    property int view: ArticleViews.Cards
    property int grouping: GroupModel.NotGrouped
    property alias tableColumns: views.tableColumns
    readonly property alias countLineWidth: countLine.width
    readonly property alias currentRow: views.currentRow // -1: none
    function cardAt(row: int): var { return views.cardAt(row) }
    function stepTo(row: int): void { views.stepTo(row) }
    function jumpToDate(): void { views.jumpToDate() }
    function askForTag(id: real): void { views.askForTag(id) }
    signal aimWanted(real aim)
    signal opened(int index)
    signal originalRequested(int index)
    signal pictureRequested(int index)
    function goTo(id: real): void { views.goTo(id) }
    // One goes on where one has looked: what is open follows, and keys begin there.
    function goOnAt(id: real): void {
        views.goTo(id)
        if (browser.article.isOpen)
            browser.article.open(id)
    }

    readonly property int margin: isNarrow ? Theme.s16 : Theme.s24
    // Card size by step of the slider; the middle is the width that the window's size asks for.
    property real aimChosen: 0
    readonly property int aimDefault: windowUnits < 1100 || width - 2 * margin < Theme.px(520) ? 168
                                    : windowUnits < 2560 ? 256 : windowUnits < 3840 ? 288 : 400
    readonly property int aimUnits: aimChosen > 0 ? aimChosen : aimDefault
    readonly property real aim: Theme.px(aimUnits)

    // By so many steps of about a seventh; 0 is back to what the window's size asks for.
    function resize(steps: int): void {
        aimWanted(steps === 0 ? 0 : Math.max(168, Math.min(440, Math.round(aimUnits * Math.pow(1.15, steps)))))
    }

    // Groups are of neighbours, so the order has to be theirs.
    function group(wanted: int): void {
        const isByProvider = browser.query.sort === QueryEditor.ProviderUp || browser.query.sort === QueryEditor.ProviderDown
        if (wanted === GroupModel.ByProvider && !isByProvider)
            browser.query.sort = QueryEditor.ProviderUp
        else if ((wanted === GroupModel.ByDay || wanted === GroupModel.ByMonth) && !browser.places.isByDate)
            browser.query.sort = QueryEditor.Newest
        grouping = wanted
    }

    // The wall asks for articles with a picture, by a chip that says so and can be taken away. What it
    // asked goes with it, unless the user has asked the same.
    property bool hasWallAsked: false
    onViewChanged: {
        const isWall = view === ArticleViews.Wall
        if (isWall && browser.query.asksForPictures || !isWall && !hasWallAsked)
            return
        hasWallAsked = isWall
        views.reach = 48
        browser.query.askForPictures(isWall)
    }
    Connections {
        target: root.browser
        function onAnswered(): void { views.reach = 0 }
    }

    Binding {
        target: root.browser.groups
        property: "grouping"
        value: root.grouping
    }
    CountLine {
        id: countLine
        x: root.margin
        y: Theme.s16
        width: root.width - 2 * root.margin
        headline: root.browser.headline
        sentence: root.browser.sentence
        isNarrow: root.isNarrow
        opacity: chosen.active ? 0 : 1
        enabled: !chosen.active

        LateLoader {
            held: root.isHeld
            address: Qt.resolvedUrl("GridViewSwitch.qml")
            values: ({ grid: root })
        }
    }
    Loader {
        id: chosen
        active: root.browser.selection.count > 0
        x: countLine.x
        y: countLine.y + Math.round((countLine.height - height) / 2)
        width: countLine.width
        sourceComponent: SelectionLine {
            selection: root.browser.selection
            isNarrow: root.isNarrow
            onTagWanted: views.askForTag(0)
        }
    }
    ArticleViews {
        id: views
        // Rings and plates stand out 8 px over the cards, so the grid reaches that far out.
        anchors { top: countLine.bottom; topMargin: Theme.s8 - 4; left: parent.left; right: parent.right; bottom: parent.bottom }
        focus: true
        browser: root.browser
        view: root.view
        margin: root.margin
        aim: root.aim
        onOpened: index => root.opened(index)
        onOriginalRequested: index => root.originalRequested(index)
        onPictureRequested: index => root.pictureRequested(index)
    }
    Loader {
        active: root.browser.state === ArchiveBrowser.Ready && root.browser.articles.count === 0
        anchors { top: countLine.bottom; topMargin: Theme.s24; left: parent.left; leftMargin: root.margin }
        width: Math.min(parent.width - 2 * root.margin, Theme.px(520))
        sourceComponent: Column {
            spacing: Theme.s16

            PlainText {
                width: parent.width
                text: root.browser.nothingText === "" ? qsTr("No article matches.")
                                                      : qsTr("No article matches. %1").arg(root.browser.nothingText)
                font: Theme.reading
                lineHeight: Theme.readingLine
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                color: Theme.ink2
            }
            ActionButton {
                text: qsTr("Show all articles")
                onClicked: root.browser.query.clear()
            }
        }
    }
}
