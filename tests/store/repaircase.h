// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/repair/repair.h"
#include "support/archivebuilder.h"

#include <QTest>

#include <map>
#include <memory>
#include <optional>

namespace Microfiche::Test
{

/// What a person has in an archive, by what it is known by outside of it.
struct Treasure {
    std::map<QString, QList<QByteArray>> files; ///< path -> hash and bytes of what it was
    QStringList marks;
    QStringList searches;
    QStringList recent;
    qint64 rejected = 0;
    QString policy;
    QStringList kept;

    friend bool operator==(const Treasure &, const Treasure &) = default;
};

Treasure treasureOf(const QString &path);

QByteArray bytesOf(const QString &path);
void write(const QString &path, const QByteArray &bytes);
QStringList namesIn(const QString &folder);

/// What tests of repairs have in common: an archive of everything that one may hold, a copy of it
/// for each test, and what it held before it was damaged.
class RepairCase : public QObject
{
protected:
    using Outcome = RepairReport::Outcome;
    /// A bit in a number that has no hash may be flipped unseen.
    enum class Told { Everything, BytesAlone };
    static constexpr int Articles = 400;

    static Article articleOf(int number);
    /// What the builder's originals hold: a number in their first line.
    static std::optional<Article> parsed(const QByteArray &bytes);

    void makeSound();
    void setUp();
    RepairReport repair() { return repairArchive(m_path, parsed); }
    /// The first file beside the archive with that word in its name; empty if there is none.
    QString besides(const QString &word) const;
    /// That all but what the report names is as it was.
    void compare(const RepairReport &report, Told told = Told::Everything);

    std::unique_ptr<QTemporaryDir> m_place;
    QString m_path;
    QByteArray m_sound;
    Treasure m_before;
};

} // namespace Microfiche::Test
