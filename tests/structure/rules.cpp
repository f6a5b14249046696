// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules.h"

namespace Microfiche::Test
{

using namespace Qt::StringLiterals;

namespace
{
Rule rule(const QString &name, const QString &files, const QString &offence,
          const QString &exampleFile, const QString &exampleLine,
          const QStringList &exceptions = {})
{
    return {
        name,       QRegularExpression(files), QRegularExpression(offence), exceptions, exampleFile,
        exampleLine};
}

Rule includeRule(const QString &folder, const QString &rooms)
{
    return rule(u"%1 includes %2"_s.arg(folder, rooms), u"^%1[/.]"_s.arg(folder),
                uR"(#\s*include\s*"(?!(%1)/))"_s.arg(rooms), folder + u"/example.cpp"_s,
                u"#include \"nowhere/example.h\""_s);
}
} // namespace

QStringList Rule::offences(const QList<SourceFile> &sources) const
{
    QStringList found;
    for (const SourceFile &source : sources) {
        if (!files.match(source.path).hasMatch() || exceptions.contains(source.path)) {
            continue;
        }
        for (qsizetype i = 0; i < source.code.size(); ++i) {
            QString code = source.code.at(i);
            if (code.endsWith(u'(')) { // what it is called with stands on the next line
                code += source.code.value(i + 1);
            }
            if (offence.match(source.path + u": "_s + code).hasMatch()) {
                found
                    << u"%1:%2: %3"_s.arg(source.path).arg(i + 1).arg(source.lines.at(i).trimmed());
            }
        }
    }
    return found;
}

QList<Rule> includeRules()
{
    return {
        includeRule(u"lib/async"_s, u"async"_s),
        includeRule(u"lib/article"_s, u"article"_s),
        includeRule(u"lib/frontmatter"_s, u"article|frontmatter"_s),
        includeRule(u"lib/query"_s, u"article|query"_s),
        includeRule(u"lib/store"_s, u"article|query|store"_s),
        includeRule(u"lib/import"_s, u"article|query|store|frontmatter|import"_s),
        includeRule(u"lib/pictures"_s, u"async|pictures"_s),
        includeRule(u"lib/archive"_s, u"store|import|pictures|archive"_s),
        includeRule(u"lib/export"_s, u"article|store|import|pictures|export"_s),
        includeRule(u"lib/models"_s, u"async|article|query|store|import|pictures|archive|models"_s),
        includeRule(u"app/cli"_s, u"article|query|store|import|pictures|archive|export|cli"_s),
        includeRule(u"app/grid"_s, u"grid"_s),
        includeRule(u"app/quick"_s, u"article|models|quick"_s),
        includeRule(u"app/window"_s,
                    u"async|article|query|store|import|pictures|archive|models|cli|grid|quick|"
                    "window"_s),
        includeRule(u"app/main"_s, u"cli|window"_s),
        rule(u"another room's private header"_s, u"^(lib|app)/"_s,
             uR"(^(lib|app)/(\w+)/.*#\s*include\s*"(?!\2/)[^"]*_p\.h")"_s,
             u"lib/models/example.cpp"_s, u"#include \"store/schema_p.h\""_s),
        rule(u"a private header in a public one"_s, u"^lib/.*(?<!_p)\\.h$"_s,
             uR"(#\s*include\s*"[^"]*_p\.h")"_s, u"lib/store/store.h"_s,
             u"#include \"store/workers_p.h\""_s),
        rule(u"the product includes tests"_s, u"^(lib|app|resources)/"_s,
             uR"((#\s*include\s*["<](tests|support)/|\.\./|\btests/))"_s,
             u"lib/models/example.cpp"_s, u"#include \"support/archivebuilder.h\""_s),
    };
}

QList<Rule> libraryRules()
{
    return {
        rule(u"YAML and HTML only behind frontmatter"_s,
             u"^(app|lib/(?!frontmatter/[^/]*\\.cpp$))"_s,
             uR"(#\s*include\s*[<"](yaml-cpp|libxml))"_s, u"lib/frontmatter/example.h"_s,
             u"#include <yaml-cpp/yaml.h>"_s),
        rule(u"SQL and compression only behind the store"_s, u"^(app|resources|lib/(?!store/))"_s,
             uR"(#\s*include\s*[<"](QSql|QtSql|sqlite3|zstd))"_s, u"lib/import/example.cpp"_s,
             u"#include <QSqlQuery>"_s),
        rule(u"packages are read, and written, where files lie in others"_s,
             u"^(app|resources|lib)/(?!import/packed/|export/)"_s, uR"(#\s*include\s*<archive)"_s,
             u"lib/store/example.cpp"_s, u"#include <archive.h>"_s),
        rule(u"AVIF only behind the pictures"_s,
             u"^(app|resources|lib/(?!pictures/[^/]*\\.cpp$))"_s, uR"(#\s*include\s*[<"]avif)"_s,
             u"lib/models/example.cpp"_s, u"#include <avif/avif.h>"_s),
        rule(u"no SQL in a public header of the store"_s, u"^lib/store/.*(?<!_p)\\.h$"_s,
             uR"(QSql|sqlite3|zstd\.h)"_s, u"lib/store/store.h"_s, u"#include <QSqlDatabase>"_s),
        rule(
            u"the network only in the window and where pictures are fetched"_s,
            u"^(app|lib|resources)/(?!window/|pictures/fetch/)"_s,
            uR"(#\s*include\s*<(QtNetwork|QNetwork|QTcp|QUdp|QSsl|QAbstractSocket|QHost|QLocalS))"_s,
            u"lib/pictures/example.cpp"_s, u"#include <QNetworkAccessManager>"_s),
        rule(
            u"nothing to draw with below the pictures"_s,
            u"^(lib/(article|frontmatter|query|store|import)|app/cli)/"_s,
            uR"(#\s*include\s*<(QtGui|QtQuick|QtQml|QtWidgets|QGui|QImage|QPixmap|QPainter|QQuick|QQml|QWindow|QColor|QFont))"_s,
            u"lib/import/example.cpp"_s, u"#include <QImage>"_s),
        rule(u"pictures and models know no Quick"_s, u"^lib/(pictures|models)/"_s,
             uR"(#\s*include\s*<(QtQuick|QQuick|QtWidgets|QQmlEngine|QQmlContext))"_s,
             u"lib/models/example.cpp"_s, u"#include <QQuickItem>"_s),
        rule(
            u"models have no files and threads of their own"_s, u"^lib/models/"_s,
            uR"(#\s*include\s*<(QFile|QDir|QSaveFile|QDirIterator|QThread|QThreadPool|QtConcurrent.*|thread|fstream|filesystem)>)"_s,
            u"lib/models/example.cpp"_s, u"#include <QFile>"_s),
        rule(u"only the system's desktop opens addresses"_s, u"^(lib|app|resources)/"_s,
             u"QDesktopServices|openUrlExternally"_s, u"app/qml/pages/Example.qml"_s,
             u"onClicked: Qt.openUrlExternally(link)"_s, {u"app/window/systemdesktop.cpp"_s}),
    };
}

QList<Rule> qmlRules()
{
    const QString qml = u"^app/.*\\.qml$"_s;
    const QString example = u"app/qml/cards/Example.qml"_s;
    return {
        rule(u"all text through PlainText"_s, qml,
             uR"(\b(Text|Label|TextEdit|TextArea|TextField|TextInput)\s*(\{|$))"_s, example,
             u"contentItem: T.Label {"_s,
             {// PlainText is what the others use; inputs show what is typed, never markup.
              u"app/qml/controls/PlainText.qml"_s, u"app/qml/controls/NoteField.qml"_s,
              u"app/qml/controls/EntryField.qml"_s, u"app/qml/controls/SearchField.qml"_s,
              u"app/qml/controls/TypedField.qml"_s}),
        rule(u"no other text format"_s, qml,
             uR"(\btextFormat\b|\b(RichText|StyledText|MarkdownText|AutoText)\b)"_s, example,
             u"textFormat: Text.StyledText"_s,
             {u"app/qml/controls/PlainText.qml"_s, u"app/qml/controls/NoteField.qml"_s}),
        rule(u"no control that draws its own text"_s, qml,
             uR"(import QtQuick\.Controls|\bToolTip\.(text|show)\b)"_s, example,
             u"import QtQuick.Controls"_s),
        rule(u"pictures only where they are looked after"_s, qml,
             uR"(\b(Image|BorderImage|AnimatedImage|AnimatedSprite|SpriteSequence)\s*(\{|$))"_s,
             example, u"Image { source: article.picture }"_s,
             {// Their source is image://icon, image://shadow, image://fiche, or what Card,
              // OpenPicture and the sample give: image://picture and own resources.
              u"app/qml/controls/Icon.qml"_s, u"app/qml/controls/Shadow.qml"_s,
              u"app/qml/cards/Fiche.qml"_s, u"app/qml/cards/ProviderLogo.qml"_s,
              u"app/qml/cards/CardPicture.qml"_s, u"app/qml/controls/ZoomStage.qml"_s,
              u"app/qml/pages/SampleSheet.qml"_s}),
        rule(u"no address but a provider's"_s, qml, uR"(["'`](https?|file|data|ftp|blob):)"_s,
             example, u"source: \"https://news.example/pixel.png\""_s),
        rule(u"nothing is fetched, made from text or run"_s, qml,
             uR"(XMLHttpRequest|WebSocket|WebView|WebEngine|createQmlObject|FontLoader|\beval\b)"_s,
             example, u"const request = new XMLHttpRequest()"_s),
        rule(
            u"colours from Theme"_s, qml,
            uR"-(["']#[0-9a-fA-F]{3,8}["']|\bcolor: *["'](?!transparent)|Qt\.(rgba|hsla|hsva)\()-"_s,
            example, u"color: \"#0B6B57\""_s,
            {// A band of light over whatever lies below is none of the theme's colours.
             u"app/qml/theme/Theme.qml"_s, u"app/qml/cards/LoadingBand.qml"_s}),
    };
}

QList<Rule> codeRules()
{
    return {
        rule(u"LoadAll eats all memory for one comma"_s, u"^(lib|app|tests|resources)/"_s,
             uR"(\bLoadAll(FromFile)?\s*\()"_s, u"lib/frontmatter/example.cpp"_s,
             u"YAML::LoadAll(text);"_s, {u"tests/structure/rules.cpp"_s}),
        rule(u"no test sleeps"_s, u"^tests/"_s,
             uR"(\bqSleep\s*\(|\bqWait\s*\(|sleep_for|\b[mu]?sleep\s*\()"_s,
             u"tests/models/example.cpp"_s, u"QTest::qWait(100);"_s,
             {u"tests/structure/rules.cpp"_s}),
        rule(u"no events handled in the midst of a function"_s, u"^(lib|app)/"_s,
             uR"(\bprocessEvents\s*\()"_s, u"app/window/example.cpp"_s,
             u"QCoreApplication::processEvents();"_s),
        // Qt 6.4 uses the context on the answering thread while it may be destroyed.
        rule(u"answers are heard through whenAnswered"_s, u"^(lib|app)/"_s,
             uR"(\.\s*(then|onFailed|onCanceled)\s*\(\s*(this\b|&|m_))"_s,
             u"lib/models/example.cpp"_s, u"store.cards(ids).then(\n    this, take);"_s),
    };
}

} // namespace Microfiche::Test
