// SPDX-License-Identifier: GPL-3.0-or-later
// MarkKeys: the keys that mark an article. marks, card() (whom they mean now; undefined: nobody).
import QtQuick
import Microfiche.Models

Item {
    id: root

    required property ArticleMarks marks
    required property var card

    Shortcut {
        sequence: "S"
        onActivated: {
            const card = root.card()
            if (card)
                root.marks.setStarred(card.articleId, !card.isStarred)
        }
    }
    Shortcut {
        sequence: "M"
        onActivated: {
            const card = root.card()
            if (card)
                root.marks.setSeen(card.articleId, !card.isSeen)
        }
    }
}
