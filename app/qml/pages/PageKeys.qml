// SPDX-License-Identifier: GPL-3.0-or-later
// PageKeys: what can be done with the page by a key, from a menu or by name. page.
import QtQuick
import Microfiche.Ui

ActionScope {
    id: root
    objectName: "pageKeys"

    required property BrowsePage page

    bindings: page.workspace.keys // qmllint disable

    EditKeys { page: root.page }
    ViewKeys { page: root.page }
    GoKeys { page: root.page }
    ArticleKeys { page: root.page }
}
