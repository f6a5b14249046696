// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSaveFile>
#include <QString>

#include <memory>

struct archive;

namespace Microfiche
{

/// Writes a .tar.zst file, whole or not at all.
class PackageWriter
{
public:
    explicit PackageWriter(const QString &path);
    ~PackageWriter(); ///< without commit(), nothing is there
    Q_DISABLE_COPY_MOVE(PackageWriter)

    /// False if it could not be written; problem() says why, and nothing more is of use.
    bool add(const QByteArray &name, const QByteArray &bytes, qint64 modifiedAt);
    bool commit();
    const QString &problem() const { return m_problem; }

private:
    struct Free {
        void operator()(archive *writer) const;
    };
    bool fail();

    QSaveFile m_file;
    std::unique_ptr<archive, Free> m_writer;
    QString m_problem;
};

} // namespace Microfiche
