// SPDX-License-Identifier: GPL-3.0-or-later
// Rules for the QML sources that no tool holds: article text is never markup, nothing looks like a
// desktop's stock style, files stay readable.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

class TestQmlSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data()
    {
        QTest::addColumn<QString>("path");
        const QDir root(QStringLiteral(QML_DIR));
        QDirIterator files(root.path(), {QStringLiteral("*.qml")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QTest::newRow(qPrintable(root.relativeFilePath(path))) << path;
        }
    }

    void rules()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString source = QString::fromUtf8(file.readAll());
        const bool isPlainText = path.endsWith(u"/controls/PlainText.qml");
        QVERIFY2(source.startsWith(u"// SPDX-License-Identifier: GPL-3.0-or-later\n"),
                 "starts with its licence");
        QVERIFY2(source.count(u'\n') <= 220, "about 180 lines, never many more");

        // Only PlainText may be a Text, and it must say PlainText. TextInput knows no markup.
        static const QRegularExpression text(
            QStringLiteral("\\b(Text|Label|TextArea|TextEdit|TextField)\\s*\\{"));
        // A note has several lines, and says that it is plain.
        const bool isNote = path.endsWith(u"/controls/NoteField.qml");
        if (!isPlainText && !isNote) {
            QVERIFY2(!text.match(source).hasMatch(), "text goes through PlainText");
        }
        static const QRegularExpression format(
            QStringLiteral("\\btextFormat:\\s*+(?!Text(?:Edit)?\\.PlainText)"));
        QVERIFY2(!format.match(source).hasMatch(), "no other text format");
        if (isNote) {
            QVERIFY(source.contains(u"textFormat: TextEdit.PlainText"));
        }
        if (isPlainText) {
            QVERIFY(source.contains(u"textFormat: Text.PlainText"));
        }

        // Templates have no face, so none of a style's rich-text labels or grey boxes.
        static const QRegularExpression style(QStringLiteral(
            "import QtQuick\\.Controls\\b|import Qt5Compat|import QtGraphicalEffects"));
        QVERIFY2(!style.match(source).hasMatch(), "controls stand on templates");

        // Colours come from the theme, so that high contrast and dark hold everywhere.
        static const QRegularExpression colour(QStringLiteral("\"#[0-9A-Fa-f]{3,8}\""));
        const bool mayName = path.contains(u"/theme/") || path.endsWith(u"/LoadingBand.qml");
        QVERIFY2(mayName || !colour.match(source).hasMatch(), "colours come from Theme");
    }
};

QTEST_GUILESS_MAIN(TestQmlSources)
#include "tst_qmlsources.moc"
