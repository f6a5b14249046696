// SPDX-License-Identifier: GPL-3.0-or-later
// Which keys do what, without a window.
#include "window/keys/actionmatch.h"
#include "window/keys/actionmodel.h"
#include "window/keys/fixedkeys.h"
#include "window/keys/keybindings.h"
#include "window/keys/pressedkey.h"
#include "window/preferences.h"
#include "window/workspace.h"

#include <QAbstractItemModelTester>
#include <QKeySequence>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Microfiche;
using namespace Qt::StringLiterals;

class KeyBindingsTest : public QObject
{
    Q_OBJECT

private:
    static QStringList names(const ActionModel &model)
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row) {
            all << model.index(row).data(ActionModel::NameRole).toString();
        }
        return all;
    }

private Q_SLOTS:
    void theListIsSound_data()
    {
        QTest::addColumn<KeyPreset>("preset");
        QTest::newRow("standard") << KeyPreset::Standard;
        QTest::newRow("classic reader") << KeyPreset::ClassicReader;
    }

    void theListIsSound()
    {
        QFETCH(KeyPreset, preset);
        QStringList ids;
        QStringList taken;
        for (const WindowAction &action : windowActions()) {
            const QString id = QLatin1String(action.id);
            QVERIFY2(!ids.contains(id), action.id);
            ids << id;
            QVERIFY2(!actionName(action).isEmpty(), action.id);
            for (const QString &key : defaultKeys(action, preset)) {
                QCOMPARE(normalKey(key), key); // written as keys are compared
                QVERIFY2(!taken.contains(key), qPrintable(key));
                taken << key;
            }
        }
    }

    void thePresetsHaveTheKeysThatPeopleKnow()
    {
        KeyBindings keys;
        const QList<std::pair<QString, QString>> wanted{{u"J"_s, u"next"_s},
                                                        {u"K"_s, u"previous"_s},
                                                        {u"N"_s, u"next-unread"_s},
                                                        {u"P"_s, u"previous-unread"_s},
                                                        {u"Space"_s, u"read-on"_s},
                                                        {u"Return"_s, u"open"_s},
                                                        {u"Alt+Left"_s, u"back"_s},
                                                        {u"Ctrl+Return"_s, u"original"_s},
                                                        {u"S"_s, u"star"_s},
                                                        {u"M"_s, u"seen"_s},
                                                        {u"T"_s, u"tag"_s},
                                                        {u"/"_s, u"search"_s},
                                                        {u"Ctrl+F"_s, u"search"_s},
                                                        {u"Ctrl+O"_s, u"import-files"_s},
                                                        {u"Ctrl+Z"_s, u"undo"_s},
                                                        {u"Ctrl+Shift+Z"_s, u"redo"_s},
                                                        {u"Ctrl+4"_s, u"view-wall"_s},
                                                        {u"Ctrl++"_s, u"larger"_s},
                                                        {u"F9"_s, u"sidebar"_s},
                                                        {u"F11"_s, u"full-screen"_s},
                                                        {u"Esc"_s, u"step-back"_s},
                                                        {u"Ctrl+Q"_s, u"quit"_s},
                                                        {u"Ctrl+K"_s, u"palette"_s},
                                                        {u"?"_s, u"keys"_s}};
        for (const auto preset : {KeyBindings::Standard, KeyBindings::ClassicReader}) {
            keys.setPreset(preset);
            for (const auto &[key, id] : wanted) {
                QCOMPARE(keys.ownerOf(key), id);
            }
        }
        QCOMPARE(keys.ownerOf(u"V"_s), u"original"_s);
        keys.setPreset(KeyBindings::Standard);
        QCOMPARE(keys.ownerOf(u"V"_s), QString());
        QCOMPARE(keys.ownerOf(u"Ctrl+N"_s), QString()); // there are no more windows yet
    }

    void aKeyGoesOverToWhoeverTakesIt()
    {
        KeyBindings keys;
        const QSignalSpy changed(&keys, &KeyBindings::changed);
        keys.add(u"tag"_s, u"S"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(keys.ownerOf(u"S"_s), u"tag"_s);
        QCOMPARE(keys.keysOf(u"star"_s), QStringList());
        QCOMPARE(keys.keysOf(u"tag"_s), (QStringList{u"T"_s, u"S"_s}));
        keys.add(u"seen"_s, u"S"_s); // now from one that the user gave it
        QCOMPARE(keys.keysOf(u"tag"_s), QStringList{u"T"_s});
        QVERIFY(!keys.isEditedOf(u"tag"_s)); // as usual again
        QVERIFY(keys.isEditedOf(u"star"_s));
        keys.reset(u"star"_s);
        QCOMPARE(keys.ownerOf(u"S"_s), u"star"_s);
        QCOMPARE(keys.keysOf(u"seen"_s), QStringList{u"M"_s});
        QVERIFY(!keys.isEdited());
    }

    void aKeyCanBeTakenAwayAndAllComeBack()
    {
        KeyBindings keys;
        keys.remove(u"search"_s, u"/"_s);
        QCOMPARE(keys.keysOf(u"search"_s), QStringList{u"Ctrl+F"_s});
        keys.remove(u"search"_s, u"Ctrl+F"_s);
        QCOMPARE(keys.textOf(u"search"_s), QString());
        keys.add(u"quit"_s, u"Ctrl+W"_s);
        QVERIFY(keys.isEdited());
        keys.resetAll();
        QCOMPARE(keys.keysOf(u"search"_s), (QStringList{u"Ctrl+F"_s, u"/"_s}));
        QCOMPARE(keys.keysOf(u"quit"_s), QStringList{u"Ctrl+Q"_s});
        QVERIFY(!keys.isEdited());
    }

    void whatTheUserHasSaidStaysInAnotherPreset()
    {
        KeyBindings keys;
        keys.add(u"copy-link"_s, u"V"_s);
        keys.setPreset(KeyBindings::ClassicReader); // where V is the original's
        QCOMPARE(keys.ownerOf(u"V"_s), u"copy-link"_s);
        keys.resetAll();
        QCOMPARE(keys.ownerOf(u"V"_s), u"original"_s);
    }

    void theyAreKeptOverARestart()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"microfiche.ini"_s);
        const QString archive = folder.filePath(u"archive.microfiche"_s);
        {
            Workspace workspace(archive, file);
            workspace.keys()->setPreset(KeyBindings::ClassicReader);
            workspace.keys()->add(u"tag"_s, u"Ctrl+\\"_s);
            workspace.keys()->add(u"tag"_s, u";"_s);
            workspace.keys()->remove(u"quit"_s, u"Ctrl+Q"_s);
        }
        Workspace workspace(archive, file);
        const KeyBindings &keys = *workspace.keys();
        QCOMPARE(keys.preset(), KeyBindings::ClassicReader);
        QCOMPARE(keys.keysOf(u"tag"_s), (QStringList{u"T"_s, u"Ctrl+\\"_s, u";"_s}));
        QCOMPARE(keys.keysOf(u"quit"_s), QStringList());
    }

    void nonsenseInTheFileIsLeftOut()
    {
        KeyBindings keys;
        keys.restore(
            u"preset\tother\nno-such-action\tX\nstar\tnonsense key\tCtrl+B\tCtrl+E, Ctrl+F\n"
            "tag\tCtrl+B\n\nstar\tX\n"_s);
        QCOMPARE(keys.preset(), KeyBindings::Standard);
        QCOMPARE(keys.keysOf(u"star"_s), QStringList{u"Ctrl+B"_s});
        QCOMPARE(keys.keysOf(u"tag"_s), QStringList()); // it was somebody's already
        QCOMPARE(keys.ownerOf(u"X"_s), QString());
    }

    void whatAnotherVersionKnowsIsKept()
    {
        const QString later = u"fold-away\tCtrl+J\tsome later spelling"_s;
        KeyBindings keys;
        keys.restore(u"tag\tCtrl+B\n"_s + later + u"\nstar\tX"_s);
        keys.add(u"quit"_s, u"Ctrl+W"_s);
        const QStringList lines = keys.text().split(u'\n');
        QVERIFY(lines.contains(later));
        QVERIFY(lines.contains(u"star\tX"_s) && lines.contains(u"quit\tCtrl+Q\tCtrl+W"_s));
        QCOMPARE(lines.size(), 4);
        keys.restore({});
        QCOMPARE(keys.text(), QString());
    }

    void aTextThatIsTooLongIsCutBetweenLines()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"microfiche.ini"_s);
        QString text;
        while (text.size() < 30'000) {
            text += u"some-action\tCtrl+B\n"_s;
        }
        {
            QSettings settings(file, QSettings::IniFormat);
            settings.setValue(u"keys/actions"_s, text);
        }
        const QString kept = Preferences(file).keys();
        QVERIFY(kept.size() > 19'900 && kept.size() <= 20'000);
        QVERIFY(kept.endsWith(u"\tCtrl+B"));
        QSettings(file, QSettings::IniFormat)
            .setValue(u"keys/actions"_s, QString(30'000, u'x')); // no line at all
        QCOMPARE(Preferences(file).keys(), QString());
    }

    void aPressedKeyIsNamedAsItIsHeard_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *tag, int key, Qt::KeyboardModifiers with,
                            const QString &name) { QTest::newRow(tag) << key << with << name; };
        row("letter", Qt::Key_B, {}, u"B"_s);
        row("capital", Qt::Key_B, Qt::ShiftModifier, u"Shift+B"_s);
        row("with Ctrl", Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier, u"Ctrl+Shift+B"_s);
        row("a sign behind Shift", Qt::Key_Question, Qt::ShiftModifier, u"?"_s);
        row("plus", Qt::Key_Plus, Qt::ControlModifier | Qt::ShiftModifier, u"Ctrl++"_s);
        row("of the number pad", Qt::Key_5, Qt::KeypadModifier, u"5"_s);
        row("function", Qt::Key_F6, Qt::ShiftModifier, u"Shift+F6"_s);
        row("arrow with Alt", Qt::Key_Up, Qt::AltModifier, u"Alt+Up"_s);
        row("Shift alone", Qt::Key_Shift, Qt::ShiftModifier, {});
        row("half a letter", Qt::Key_Dead_Acute, {}, {});
        row("Tab", Qt::Key_Tab, {}, {});
        row("Tab with Ctrl", Qt::Key_Tab, Qt::ControlModifier, {});
        row("arrow", Qt::Key_Up, {}, {});
        row("page", Qt::Key_PageDown, Qt::ShiftModifier, {});
        row("Escape", Qt::Key_Escape, {}, {});
    }

    void aPressedKeyIsNamedAsItIsHeard()
    {
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(QString, name);
        QCOMPARE(KeyBindings::pressed(key, int(modifiers)), name);
        const bool isHalf = key == Qt::Key_Shift || key == Qt::Key_Dead_Acute;
        QCOMPARE(KeyBindings::whyNot(key, int(modifiers)).isEmpty(), !name.isEmpty() || isHalf);
    }

    void controlsKeepTheirKeys()
    {
        KeyBindings keys;
        QCOMPARE(keys.freeKeysOf(u"read-on"_s), QStringList());
        QCOMPARE(keys.controlsKeysOf(u"read-on"_s), QStringList{u"Space"_s});
        keys.add(u"read-on"_s, u"B"_s);
        QCOMPARE(keys.freeKeysOf(u"read-on"_s), QStringList{u"B"_s});
        QVERIFY(!isControlsKey(u"Ctrl+Return"_s));
    }

    void theModelListsAllByGroups()
    {
        KeyBindings keys;
        ActionModel model;
        const QAbstractItemModelTester tester(&model);
        model.setBindings(&keys);
        QCOMPARE(model.rowCount(), int(windowActions().size()));
        model.setProperty("hasFixed", true);
        model.setSearch(u" "_s);
        QCOMPARE(model.rowCount(), int(windowActions().size() + fixedKeys().size()));
        const QModelIndex first = model.index(0);
        QCOMPARE(first.data(ActionModel::NameRole).toString(), u"Import files…"_s);
        QCOMPARE(first.data(ActionModel::GroupRole).toString(), u"File"_s);
        QCOMPARE(first.data(ActionModel::KeyTextsRole).toStringList(), QStringList{u"Ctrl+O"_s});
        const QSignalSpy changed(&model, &ActionModel::dataChanged);
        keys.add(u"import-files"_s, u"Ctrl+I"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(first.data(ActionModel::KeysRole).toStringList(),
                 (QStringList{u"Ctrl+O"_s, u"Ctrl+I"_s}));
        QVERIFY(first.data(ActionModel::EditedRole).toBool());
    }

    void theModelIsSearchedByNameAndKey()
    {
        KeyBindings keys;
        ActionModel model;
        model.setBindings(&keys);
        model.setProperty("isRanked", true);
        model.setSearch(u"STAR"_s);
        QCOMPARE(names(model).constFirst(), u"Star, or take the star away"_s);
        model.setSearch(u"wall pic"_s);
        QCOMPARE(names(model).constFirst(), u"Wall of pictures"_s);
        model.setSearch(u"flscr"_s); // letters left out
        QCOMPARE(names(model), QStringList{u"Full screen"_s});
        model.setSearch(u"ctrl+g"_s);
        QCOMPARE(names(model), QStringList{u"Jump to date…"_s});
        model.setSearch(u"t"_s); // a key goes before all names that begin so
        QCOMPARE(names(model).constFirst(), u"Tag…"_s);
        QVERIFY(model.rowCount() > 5);
        model.setSearch(u"12 articles"_s);
        QCOMPARE(model.rowCount(), 0);
        model.setProperty("words", QVariantMap{{u"undo"_s, u"Undo Star 12 articles"_s}});
        QCOMPARE(names(model), QStringList{u"Undo"_s});
        model.setSearch(u"xyzzy"_s);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.actionAt(0), QString());
    }

    void accentsAndCaseMakeNoDifference()
    {
        QCOMPARE(matchRank(foldedForSearch(u"ECRAN"_s), foldedForSearch(u"Plein Écran"_s)), 1);
        QCOMPARE(matchRank(u"rch"_s, u"search"_s), 2);
        QCOMPARE(matchRank(u"hcr"_s, u"search"_s), std::nullopt);
    }
};

QTEST_MAIN(KeyBindingsTest)
#include "tst_keybindings.moc"
