// SPDX-License-Identifier: GPL-3.0-or-later
// FileDialogs: the desktop's dialogs. choose(what): "files", "folder" or "archive"; savePicture(name,
// suffix); filesChosen(urls), archiveChosen(url), pictureFileChosen(url).
import QtQuick
import QtQuick.Dialogs

Item {
    id: root
    objectName: "fileDialogs"

    signal filesChosen(var urls)
    signal archiveChosen(url archive)
    signal pictureFileChosen(url file)

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
            onAccepted: root.pictureFileChosen(selectedFile)
        }
    }
}
