// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/keys/keybindings.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace Microfiche
{

/// The actions and their keys, for a person who looks for one. In the order of the menus, or the
/// best match first.
class ActionModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Microfiche::KeyBindings *bindings READ bindings WRITE setBindings NOTIFY
                   bindingsChanged REQUIRED)
    /// A name or a key; what holds nothing of it is left out.
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
    /// What an action would do now, by its id, where that is more than its name: it is found by
    /// either.
    Q_PROPERTY(QVariantMap words MEMBER m_words NOTIFY searchChanged)
    Q_PROPERTY(bool isRanked MEMBER m_isRanked NOTIFY searchChanged)
    /// Whether the keys that nobody can change are listed too.
    Q_PROPERTY(bool hasFixed MEMBER m_hasFixed NOTIFY searchChanged)
    Q_PROPERTY(int count READ rowCount NOTIFY countChanged)

public:
    enum Role {
        ActionRole = Qt::UserRole + 1, ///< id; empty if it is fixed
        NameRole,
        GroupRole,
        KeysRole,     ///< PortableText
        KeyTextsRole, ///< the same, as a person reads them
        EditedRole
    };
    Q_ENUM(Role)

    explicit ActionModel(QObject *parent = nullptr);

    KeyBindings *bindings() const { return m_bindings; }
    void setBindings(KeyBindings *bindings);
    const QString &search() const { return m_search; }
    void setSearch(const QString &search);
    Q_INVOKABLE QString actionAt(int row) const; ///< empty if there is none

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void bindingsChanged();
    void searchChanged();
    void countChanged();

private:
    struct Row {
        QString id;
        QString name;
        QString group;
        QStringList fixedKeys;
        int rank = 0;
    };

    void refill();
    void takeKeys();
    QStringList keysOf(const Row &row) const;
    QList<Row> all() const;
    std::optional<int> rankOf(const Row &row, const QString &typed) const;

    QPointer<KeyBindings> m_bindings;
    QString m_search;
    QVariantMap m_words;
    bool m_isRanked = false;
    bool m_hasFixed = false;
    QList<Row> m_rows;
};

} // namespace Microfiche
