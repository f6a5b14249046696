// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/appearance.h"

#include <QGuiApplication>
#include <QPalette>
#include <QSignalSpy>
#include <QTest>

using namespace Microfiche;

/// A desktop that says what a test wants.
class FakeSettings final : public DesktopSettings
{
public:
    void ask() override { isAsked = true; }
    void tell(const char *group, const char *key, const QVariant &value)
    {
        Q_EMIT told(QLatin1String(group), QLatin1String(key), value);
    }

    bool isAsked = false;
};

class AppearanceTest : public QObject
{
    Q_OBJECT

private:
    static constexpr const char *Portal = "org.freedesktop.appearance";
    static constexpr const char *Gnome = "org.gnome.desktop.interface";

    static void setPalette(Qt::GlobalColor ground, Qt::GlobalColor text)
    {
        QPalette palette;
        palette.setColor(QPalette::Window, ground);
        palette.setColor(QPalette::WindowText, text);
        QGuiApplication::setPalette(palette);
    }

    FakeSettings *m_desktop = nullptr; // the appearance's
    std::unique_ptr<Appearance> m_appearance;

private Q_SLOTS:
    void init()
    {
        setPalette(Qt::white, Qt::black);
        auto desktop = std::make_unique<FakeSettings>();
        m_desktop = desktop.get();
        m_appearance = std::make_unique<Appearance>(std::move(desktop));
    }

    void aSilentDesktopChangesNothing()
    {
        QVERIFY(m_desktop->isAsked);
        QVERIFY(!m_appearance->isHighContrast());
        QVERIFY(!m_appearance->isMotionReduced());
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
        QVERIFY(!m_appearance->isDark());
        QSignalSpy changed(m_appearance.get(), &Appearance::changed);
        setPalette(Qt::black, Qt::white);
        QTRY_VERIFY(!changed.isEmpty());
        QVERIFY(m_appearance->isDark());
#endif
    }

    void theDesktopIsFollowed_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("look"); // dark, contrast, still
        const auto row = [](const char *name, const char *group, const char *key,
                            const QVariant &value, const char *look) {
            QTest::newRow(name) << QString::fromLatin1(group) << QString::fromLatin1(key) << value
                                << QString::fromLatin1(look);
        };
        row("dark", Portal, "color-scheme", 1U, "dark");
        row("light", Portal, "color-scheme", 2U, "");
        row("a scheme of the future", Portal, "color-scheme", 7U, "");
        row("high contrast", Portal, "contrast", 1U, "contrast");
        row("usual contrast", Portal, "contrast", 0U, "");
        row("GNOME's high contrast", "org.gnome.desktop.a11y.interface", "high-contrast", true,
            "contrast");
        row("reduced motion", Portal, "reduced-motion", 1U, "still");
        row("GNOME without animations", Gnome, "enable-animations", false, "still");
        row("GNOME with animations", Gnome, "enable-animations", true, "");
        row("KDE without animations", "org.kde.kdeglobals.KDE", "AnimationDurationFactor",
            QStringLiteral("0"), "still");
        row("KDE with fast ones", "org.kde.kdeglobals.KDE", "AnimationDurationFactor",
            QStringLiteral("0.25"), "");
        row("nonsense", Gnome, "enable-animations", QStringLiteral("perhaps"), "");
        row("more nonsense", "org.kde.kdeglobals.KDE", "AnimationDurationFactor",
            QStringLiteral("none"), "");
        row("something else", Gnome, "color-scheme", 1U, "");
    }

    void theDesktopIsFollowed()
    {
        QFETCH(QString, group);
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        QFETCH(QString, look);
        m_desktop->tell(qPrintable(group), qPrintable(key), value);
        QStringList seen;
        seen += m_appearance->isDark() ? QStringLiteral("dark") : QString();
        seen += m_appearance->isHighContrast() ? QStringLiteral("contrast") : QString();
        seen += m_appearance->isMotionReduced() ? QStringLiteral("still") : QString();
        seen.removeAll(QString());
        QCOMPARE(seen.join(u' '), look);
    }

    void itIsFollowedWhileItChanges()
    {
        const QSignalSpy changed(m_appearance.get(), &Appearance::changed);
        m_desktop->tell(Portal, "contrast", 1U);
        m_desktop->tell(Portal, "contrast", 1U);
        QCOMPARE(changed.size(), 1);
        m_desktop->tell(Portal, "contrast", 0U);
        QCOMPARE(changed.size(), 2);
        QVERIFY(!m_appearance->isHighContrast());
        m_desktop->tell(Portal, "color-scheme", 1U);
        m_desktop->tell(Portal, "color-scheme", 2U);
        QVERIFY(!m_appearance->isDark());
    }

    void oneWishForStillnessIsEnough()
    {
        m_desktop->tell(Gnome, "enable-animations", false);
        m_desktop->tell(Portal, "reduced-motion", 0U); // no preference
        QVERIFY(m_appearance->isMotionReduced());
    }

    void picturesOverruleTheDesktop()
    {
        m_appearance->force({true, true});
        m_desktop->tell(Portal, "color-scheme", 2U);
        QVERIFY(m_appearance->isDark() && m_appearance->isHighContrast());
    }
};

QTEST_MAIN(AppearanceTest)
#include "tst_appearance.moc"
