// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/preferences.h"

#include <QMetaEnum>

namespace Microfiche
{

// A width and what is sensible for it; the page has limits of its own.
struct Preferences::Width {
    QLatin1String name;
    qreal least;
    qreal most;

    qreal sensible(qreal width) const { return width >= least && width <= most ? width : 0; }
};

namespace
{

constexpr int SaveMs = 500;
constexpr QLatin1String WindowSize("window/size");
constexpr QLatin1String Maximized("window/maximized");
constexpr QLatin1String Sort("cards/sort");
constexpr QLatin1String LaidOut("cards/view");
constexpr QLatin1String Grouped("cards/grouping");
constexpr QLatin1String Columns("table/columns");
constexpr QLatin1String NamedServers("pictures/localServers");
constexpr QLatin1String KeysOfActions("keys/actions");
constexpr QLatin1String SidebarHidden("window/sidebarHidden");
constexpr QLatin1String MenuBarShown("window/menuBar");
constexpr qsizetype MostKeysText = 20'000;
constexpr qsizetype MostColumnsText = 1000;
constexpr QSize LeastWindow(200, 200);
constexpr QSize MostWindow(16384, 16384);

// Enumerators are kept by their names, which outlive a change of their order.
template <typename Enum>
QString nameOf(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(value));
}

template <typename Enum>
Enum named(const QVariant &name, Enum otherwise)
{
    bool isOne = false;
    const int value =
        QMetaEnum::fromType<Enum>().keyToValue(name.toByteArray().constData(), &isOne);
    return isOne ? static_cast<Enum>(value) : otherwise;
}

// Half a line would say something else.
QString wholeLines(const QString &text, qsizetype most)
{
    return text.size() <= most
               ? text
               : text.left(std::max<qsizetype>(0, text.lastIndexOf(QLatin1Char('\n'), most)));
}

bool isSensible(QSize size)
{
    return size == size.expandedTo(LeastWindow).boundedTo(MostWindow);
}

} // namespace

const Preferences::Width Preferences::Sidebar{QLatin1String("window/sidebarWidth"), 100, 4000};
const Preferences::Width Preferences::Pane{QLatin1String("window/paneWidth"), 100, 8000};
const Preferences::Width Preferences::Card{QLatin1String("cards/width"), 100, 1000};

Preferences::Preferences(const QString &file, QObject *parent)
    : QObject(parent)
{
    if (file.isEmpty()) {
        return;
    }
    m_soon.setSingleShot(true);
    m_soon.setInterval(SaveMs);
    connect(&m_soon, &QTimer::timeout, this, &Preferences::save);
    m_settings = std::make_unique<QSettings>(file, QSettings::IniFormat);
    m_sidebarWidth = read(Sidebar);
    m_paneWidth = read(Pane);
    m_cardWidth = read(Card);
    const QSize size = m_settings->value(WindowSize).toSize();
    m_windowSize = isSensible(size) ? size : QSize();
    m_isMaximized = m_settings->value(Maximized).toBool();
    m_sort = named(m_settings->value(Sort), QueryEditor::Newest);
    m_view = named(m_settings->value(LaidOut), Cards);
    m_grouping = named(m_settings->value(Grouped), GroupModel::NotGrouped);
    m_tableColumns = m_settings->value(Columns).toString().left(MostColumnsText);
    m_localServers = m_settings->value(NamedServers).toString().left(MostColumnsText);
    m_keys = wholeLines(m_settings->value(KeysOfActions).toString(), MostKeysText);
    m_isSidebarHidden = m_settings->value(SidebarHidden).toBool();
    m_isMenuBarShown = m_settings->value(MenuBarShown).toBool();
}

Preferences::~Preferences()
{
    save();
}

qreal Preferences::read(const Width &width) const
{
    return width.sensible(m_settings->value(width.name).toReal());
}

void Preferences::setSidebarWidth(qreal width)
{
    set(&Preferences::m_sidebarWidth, width, Sidebar);
}

void Preferences::setPaneWidth(qreal width)
{
    set(&Preferences::m_paneWidth, width, Pane);
}

void Preferences::setCardWidth(qreal width)
{
    set(&Preferences::m_cardWidth, width, Card);
}

void Preferences::setView(View view)
{
    if (view != m_view) {
        m_view = view;
        keep(LaidOut, nameOf(view));
        Q_EMIT changed();
    }
}

void Preferences::setGrouping(GroupModel::Grouping grouping)
{
    if (grouping != m_grouping) {
        m_grouping = grouping;
        keep(Grouped, nameOf(grouping));
        Q_EMIT changed();
    }
}

void Preferences::setTableColumns(const QString &columns)
{
    if (columns != m_tableColumns) {
        m_tableColumns = columns;
        keep(Columns, columns);
        Q_EMIT changed();
    }
}

void Preferences::setWindowSize(QSize size)
{
    if (size != m_windowSize && isSensible(size)) {
        m_windowSize = size;
        keep(WindowSize, size);
    }
}

void Preferences::setMaximized(bool isMaximized)
{
    if (isMaximized != m_isMaximized) {
        m_isMaximized = isMaximized;
        keep(Maximized, isMaximized);
    }
}

void Preferences::setSort(QueryEditor::Sort sort)
{
    if (sort != m_sort) {
        m_sort = sort;
        keep(Sort, nameOf(sort));
    }
}

void Preferences::setLocalServers(const QString &servers)
{
    if (servers != m_localServers) {
        m_localServers = servers;
        keep(NamedServers, servers);
    }
}

void Preferences::setKeys(const QString &keys)
{
    if (keys != m_keys) {
        m_keys = keys;
        keep(KeysOfActions, keys);
    }
}

void Preferences::setSidebarHidden(bool isHidden)
{
    if (isHidden != m_isSidebarHidden) {
        m_isSidebarHidden = isHidden;
        keep(SidebarHidden, isHidden);
        Q_EMIT changed();
    }
}

void Preferences::setMenuBarShown(bool isShown)
{
    if (isShown != m_isMenuBarShown) {
        m_isMenuBarShown = isShown;
        keep(MenuBarShown, isShown);
        Q_EMIT changed();
    }
}

void Preferences::set(qreal Preferences::*member, qreal wanted, const Width &width)
{
    const qreal sensible = width.sensible(wanted);
    if (sensible != this->*member) {
        this->*member = sensible;
        keep(width.name, sensible);
        Q_EMIT changed();
    }
}

void Preferences::keep(const QString &name, const QVariant &value)
{
    if (m_settings) {
        m_unsaved.insert(name, value);
        m_soon.start();
    }
}

void Preferences::save()
{
    for (auto it = m_unsaved.cbegin(); it != m_unsaved.cend(); ++it) {
        m_settings->setValue(it.key(), it.value());
    }
    m_unsaved.clear();
}

} // namespace Microfiche
