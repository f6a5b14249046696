// SPDX-License-Identifier: GPL-3.0-or-later
// ImportPane: the running import, or the report of the last one. status; closeWanted(),
// showAddedWanted().
import QtQuick
import QtQuick.Templates as T
import Microfiche.Models
import Microfiche.Ui

Pane {
    id: root

    required property ImportStatus status
    signal showAddedWanted()
    readonly property int shownWarnings: 100

    title: qsTr("Import")

    ListView {
        id: list
        anchors.fill: parent
        clip: true
        focus: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.status.rejectedFiles
        header: Column {
            width: list.width

            ImportProgress {
                width: parent.width
                status: root.status
            }
            ImportCounts {
                width: parent.width
                status: root.status
            }
            ImportHidden {
                width: parent.width
                text: root.status.hiddenText
                onShowWanted: root.showAddedWanted()
            }
            ProblemsHeading {
                width: parent.width
                visible: root.status.rejected > 0
                text: qsTr("%Ln file(s) could not be imported", "", root.status.rejected)
                note: root.status.rejected > root.status.rejectedFiles.count && root.status.rejectedFiles.count > 0
                      ? qsTr("the first %L1 are listed").arg(root.status.rejectedFiles.count) : ""
                canRetry: !root.status.isRunning
                onRetryWanted: root.status.retryRejected()
            }
        }
        delegate: ProblemRow {
            width: list.width
            isError: true
            onShowWanted: root.status.showRejected(index)
        }
        footer: Column {
            width: list.width
            bottomPadding: Theme.s24

            ProblemsHeading {
                width: parent.width
                visible: root.status.warnings.count > 0
                note: root.status.warningsFound > root.shownWarnings ? qsTr("the first %L1 are listed").arg(root.shownWarnings) : ""
                text: qsTr("%Ln field(s) were left out", "", root.status.warningsFound)
            }
            Repeater {
                // Warnings are many in some archives; the first ones tell the story.
                model: Math.min(root.shownWarnings, root.status.warnings.count)
                ProblemRow {
                    required property int modelData
                    width: list.width
                    index: modelData
                    place: root.status.warnings.data(root.status.warnings.index(modelData, 0), ProblemModel.PlaceRole)
                    reason: root.status.warnings.data(root.status.warnings.index(modelData, 0), ProblemModel.ReasonRole)
                    onShowWanted: root.status.showWarning(modelData)
                }
            }
        }
        T.ScrollBar.vertical: ScrollBarThin {}
    }
}
