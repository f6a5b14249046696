// SPDX-License-Identifier: GPL-3.0-or-later
// Theme: every colour, size, font and duration of the window. The page sets `dark`, `highContrast`,
// `reducedMotion` and, if it follows the desktop's font while running, `fontPixelSize`.
pragma Singleton
import QtQuick

QtObject {
    id: theme

    property bool dark: false
    property bool highContrast: false
    property bool reducedMotion: false
    // Tools of Qt 6.4 do not know that the application of Quick has a font.
    readonly property font systemFont: Qt.application.font // qmllint disable type
    property real fontPixelSize: systemFont.pixelSize

    // Sizes of the design are for a 13 px font; everything that holds text grows with it.
    readonly property real unit: fontPixelSize / 13
    function px(size: real): int { return Math.round(size * theme.unit) }

    function pick(light: string, night: string, contrastLight: string, contrastDark: string): string {
        if (theme.highContrast)
            return theme.dark ? contrastDark : contrastLight
        return theme.dark ? night : light
    }
    readonly property color ground: pick("#FBFBFA", "#141716", "#FFFFFF", "#000000")
    readonly property color side: pick("#F2F4F2", "#0F1211", "#FFFFFF", "#000000")
    readonly property color raised: pick("#FFFFFF", "#1D2220", "#FFFFFF", "#000000")
    readonly property color line: pick("#DCE0DD", "#2D3431", "#000000", "#FFFFFF")
    readonly property color edge: pick("#7B8480", "#78827E", "#000000", "#FFFFFF")
    readonly property color ink: pick("#14181A", "#EDF1EF", "#000000", "#FFFFFF")
    readonly property color ink2: pick("#454D4B", "#BCC5C1", "#000000", "#FFFFFF")
    readonly property color ink3: pick("#626A67", "#97A19D", "#2B2B2B", "#D6D6D6")
    readonly property color accent: pick("#0B6B57", "#5FD0AE", "#00483A", "#7CF2CE")
    readonly property color accentHover: pick("#095A49", "#7ADDBE", "#00483A", "#7CF2CE")
    readonly property color accentPressed: pick("#07493B", "#4ABB99", "#00483A", "#7CF2CE")
    readonly property color accentText: pick("#FFFFFF", "#06231B", "#FFFFFF", "#000000")
    readonly property color soft: pick("#DCEDE7", "#17362D", "#FFFFFF", "#000000")
    readonly property color error: pick("#A3173A", "#FF8FA3", "#8A0026", "#FFB3C0")
    readonly property color errorGround: pick("#F9E6EA", "#3A1820", "#FFFFFF", "#000000")
    readonly property color warning: pick("#7A4A00", "#E9B65C", "#5C3800", "#FFD27A")
    readonly property color total: pick("#D3D9D6", "#303835", "#FFFFFF", "#000000")
    readonly property color mid: pick("#848D89", "#6C7672", "#595959", "#A6A6A6")
    // In high contrast what is chosen is outlined, for soft is the ground itself.
    readonly property int softEdge: highContrast ? 2 : 0
    // Badges on pictures stay dark in both themes.
    readonly property color badge: "#101412"
    readonly property color badgeText: "#FFFFFF"
    readonly property color toolTip: dark ? raised : ink
    readonly property color toolTipText: dark ? ink : ground

    function qualityStep(score: int): int {
        return score < 0 ? 0 : score < 50 ? 1 : score < 70 ? 2 : score < 90 ? 3 : score < 120 ? 4 : 5
    }
    function qualityColor(score: int): color {
        if (theme.highContrast)
            return theme.ink
        const steps = theme.dark ? ["#96742F", "#A8925A", "#AEB4B0", "#A6CDF2", "#D3E9FF"]
                                 : ["#B07A1E", "#8C7038", "#667071", "#2F5F94", "#0E3A7D"]
        return Qt.color(steps[Math.max(0, theme.qualityStep(score) - 1)])
    }
    // Hues run from 0 to 1.
    function hueGround(hue: real): color {
        return theme.dark ? Qt.hsla(hue, 0.18, 0.17, 1) : Qt.hsla(hue, 0.24, 0.88, 1)
    }
    function hueSwatch(hue: real): color {
        return theme.dark ? Qt.hsla(hue, 0.30, 0.48, 1) : Qt.hsla(hue, 0.34, 0.52, 1)
    }
    function hueLogo(hue: real): color {
        return theme.dark ? Qt.hsla(hue, 0.24, 0.36, 1) : Qt.hsla(hue, 0.24, 0.38, 1)
    }

    // Of tags: no green, for that says what is chosen; in high contrast the names alone tell them apart.
    function tagColor(number: int): color {
        if (theme.highContrast)
            return theme.ink
        const colors = theme.dark ? ["#E98A80", "#E0A05C", "#CDBB55", "#6FBBD3", "#8DB1EC", "#B7A1EE", "#E095CF", "#A3ACA9"]
                                  : ["#B3433B", "#A85B14", "#7D6A0C", "#1F7690", "#2F5FA8", "#6A4BB0", "#A13C8B", "#5F6866"]
        return Qt.color(colors[Math.max(0, number) % colors.length])
    }
    function tagColorName(number: int): string {
        const names = [qsTr("Red"), qsTr("Orange"), qsTr("Yellow"), qsTr("Turquoise"), qsTr("Blue"), qsTr("Violet"), qsTr("Pink"), qsTr("Grey")]
        return names[Math.max(0, number) % names.length]
    }

    readonly property int s4: 4    // icon to text
    readonly property int s8: 8    // inside a group
    readonly property int s12: 12  // between facts
    readonly property int s16: 16  // pane edge when narrow
    readonly property int s24: 24  // window margin and card gap
    readonly property int s28: 28  // between card rows
    readonly property int s32: 32  // between charts
    readonly property int controlHeight: px(36)
    readonly property int rowHeight: px(28)
    readonly property int iconSize: px(20)
    readonly property int rowIconSize: px(18)
    readonly property int factIconSize: px(14)

    readonly property int radiusSmall: 2 // logos, badges, tooltips
    readonly property int radius: 4      // buttons, fields, chips, plates, rings

    function role(size: real, bold: bool, tracking: real): font {
        return Qt.font({
            family: theme.systemFont.family,
            pixelSize: theme.px(size),
            weight: bold ? Font.DemiBold : Font.Normal,
            letterSpacing: tracking * theme.unit
        })
    }
    readonly property font display: role(44, true, -1.4)
    readonly property int displayLine: px(50)
    readonly property font headline: role(32, true, -0.8)
    readonly property int headlineLine: px(40)
    readonly property font detailTitle: role(26, true, -0.5)
    readonly property int detailTitleLine: px(32)
    readonly property font countLine: role(24, true, -0.5)
    readonly property int countLineLine: px(28)
    readonly property font countLineNarrow: role(20, true, -0.5)
    readonly property int countLineNarrowLine: px(24)
    readonly property font reading: role(15, false, 0)
    readonly property int readingLine: px(24)
    readonly property font cardTitle: role(15, true, -0.1)
    readonly property font cardTitleSeen: role(15, false, -0.1)
    readonly property int cardTitleLine: px(20)
    readonly property font cardTitleCompact: role(14, true, -0.1)
    readonly property font cardTitleSeenCompact: role(14, false, -0.1)
    readonly property int cardTitleCompactLine: px(18)
    readonly property font text: role(13, false, 0)
    readonly property font textBold: role(13, true, 0)
    readonly property int textLine: px(18)
    readonly property font fact: role(12, false, 0)
    readonly property FontMetrics factMetrics: FontMetrics { font: theme.fact }
    readonly property font factName: role(12, true, 0)
    readonly property int factLine: px(16)
    readonly property font label: role(11, false, 0)
    readonly property font labelBold: role(11, true, 0)
    readonly property int labelLine: px(16)
    // How tall the family stands by itself, to centre it in the lines above.
    readonly property real naturalLine: metrics.height / 100
    readonly property FontMetrics metrics: FontMetrics { font.pixelSize: 100; font.family: theme.systemFont.family }

    readonly property int hoverTime: reducedMotion ? 0 : 90
    readonly property int paneTime: reducedMotion ? 0 : 140
    readonly property int fadeTime: reducedMotion ? 0 : 180
    readonly property int layoutTime: reducedMotion ? 0 : 220
    readonly property int sweepTime: reducedMotion ? 0 : 1600

    readonly property CardMetrics card: CardMetrics { unit: theme.unit }
}
