// SPDX-License-Identifier: GPL-3.0-or-later
// FileDialogs: the desktop's dialogs for files, a folder, an archive. chooseFiles(), chooseFolder(),
// chooseArchive(); filesChosen(urls), archiveChosen(url).
import QtQuick
import QtQuick.Dialogs

Item {
    id: root

    signal filesChosen(var urls)
    signal archiveChosen(url archive)

    function chooseFiles(): void { open(files) }
    function chooseFolder(): void { open(folder) }
    function chooseArchive(): void { open(archive) }
    // Made when first needed: they bring a good deal of code to the start otherwise.
    function open(loader: Loader): void {
        loader.active = true
        loader.item.open() // qmllint disable type
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
}
