// SPDX-License-Identifier: GPL-3.0-or-later
// What whoever goes through dropped paths must agree on.
#pragma once

#include <QByteArrayList>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace Microfiche
{

inline constexpr int MaxFolderDepth = 32;

/// A dropped path.
struct DropRoot {
    QByteArray path;
    QByteArray folder; ///< the path itself if it is a folder
    QByteArray name;   ///< empty for a folder
    QString refusal;   ///< why it cannot be entered or read
};

/// `paths` in byte order, without those that lie in another of them. A link stands for what it
/// leads to.
QList<DropRoot> dropRoots(const QByteArrayList &paths);

/// Names that are passed by, by their folder.
class LeftOut
{
public:
    LeftOut() = default;
    /// As if there were nothing at `paths`, which need not be there yet.
    explicit LeftOut(const QStringList &paths);

    QSet<QByteArray> in(const QByteArray &folder) const { return m_names.value(folder); }

private:
    QHash<QByteArray, QSet<QByteArray>> m_names;
};

/// Whether a folder holds what keeps versions of what lies around it.
bool isOfVersionControl(const QByteArray &name);

/// The folder and the last name of a path.
void splitPath(const QByteArray &path, QByteArray *folder, QByteArray *name);

} // namespace Microfiche
