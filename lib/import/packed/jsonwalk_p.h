// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/packed/jsonelements_p.h"
#include "import/packed/packedfiles_p.h"

namespace Microfiche
{

/// The articles of a list in JSON, as if each were a file: `news.json/1.json`, and so on.
class JsonWalk final : public PackedFiles
{
    Q_DECLARE_TR_FUNCTIONS(JsonWalk)

public:
    JsonWalk(QByteArray root, QByteArray path, const std::atomic<bool> &stop);

    std::optional<WalkedRange> next() override;

private:
    bool readBlock();
    std::optional<WalkedFile> nextFile();
    std::optional<WalkedRange> wholeRefused(const QString &reason) const;
    void open();

    const QByteArray m_root;
    const QByteArray m_path;
    const std::atomic<bool> &m_stop;
    FileHandle m_file;
    qint64 m_modifiedNs = 0;
    QString m_refusal; ///< of what stands from here on, still to be told
    int m_refusalLine = 0;
    JsonElements m_elements;
    qint64 m_number = 0;
    bool m_hasBegun = false;
    bool m_hasEnded = false;
};

} // namespace Microfiche
