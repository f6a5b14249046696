// SPDX-License-Identifier: GPL-3.0-or-later
// FileDialogs: the desktop's dialogs. choose(what): "files", "folder" or "archive"; savePicture(name,
// suffix); filesChosen(urls), archiveChosen(url), pictureFileChosen(url).
import QtQuick
import QtQuick.Dialogs
import QtQuick.Templates as T

Item {
    id: root
    objectName: "fileDialogs"

    signal filesChosen(var urls)
    signal archiveChosen(url archive)
    signal pictureFileChosen(url file)

    property T.TextField nameField // of a dialog that knows Enter

    function choose(what: string): void {
        const loader = what === "files" ? files : what === "folder" ? folder : archive
        loader.active = true
        loader.item.open() // qmllint disable type
    }

    function savePicture(name: string, suffix: string): void {
        picture.active = true
        const dialog = picture.item as FileDialog
        dialog.defaultSuffix = suffix
        dialog.nameFilters = [qsTr("Pictures (*.%1)").arg(suffix)]
        dialog.selectedFile = dialog.currentFolder + "/" + encodeURIComponent(name + "." + suffix)
        dialog.open()
        named.start()
    }

    // Qt's own dialog, where the desktop has none: 6.4 begins in the list, where Enter goes into a
    // folder, and does not take Enter in the name for its button.
    function beginWithName(): void {
        const overlay = T.Overlay.overlay
        const field = found(overlay, item => item.objectName === "fileNameTextField")
        const box = found(overlay, item => item instanceof T.DialogButtonBox)
        if (field === null || box === null)
            return
        field.forceActiveFocus(Qt.PopupFocusReason)
        field.selectAll()
        if (field === nameField)
            return
        nameField = field
        field.accepted.connect(() => box.standardButton(T.DialogButtonBox.Open).clicked())
    }
    function found(item: Item, isSought: var): var {
        if (item === null || !item.visible)
            return null
        if (isSought(item))
            return item
        for (let i = 0; i < item.children.length; ++i) {
            const inside = found(item.children[i], isSought)
            if (inside !== null)
                return inside
        }
        return null
    }

    Timer {
        id: named
        interval: 0 // once the dialog stands
        onTriggered: root.beginWithName()
    }
    Loader {
        id: files
        active: false
        sourceComponent: FileDialog {
            title: qsTr("Import files")
            fileMode: FileDialog.OpenFiles
            onAccepted: root.filesChosen(selectedFiles)
        }
    }
    Loader {
        id: folder
        active: false
        sourceComponent: FolderDialog {
            title: qsTr("Import a folder")
            onAccepted: root.filesChosen([selectedFolder])
        }
    }
    Loader {
        id: archive
        active: false
        sourceComponent: FileDialog {
            title: qsTr("Open another archive")
            nameFilters: [qsTr("Microfiche archives (*.microfiche)")]
            onAccepted: root.archiveChosen(selectedFile)
        }
    }
    Loader {
        id: picture
        active: false
        sourceComponent: FileDialog {
            title: qsTr("Save the picture")
            fileMode: FileDialog.SaveFile
            acceptLabel: qsTr("Save")
            onAccepted: root.pictureFileChosen(selectedFile)
        }
    }
}
