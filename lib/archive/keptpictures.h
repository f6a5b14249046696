// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/carriedpictures.h"
#include "pictures/picturestore.h"

#include <utility>

namespace Microfiche
{

/// Carried pictures go into the archive's picture store.
class KeptPictures final : public CarriedPictures
{
public:
    explicit KeptPictures(PictureStore store)
        : m_store(std::move(store))
    {
    }

    QByteArray keep(const QByteArray &bytes) override { return m_store.keep(bytes); }
    QString folder() const override { return m_store.folder(); }

private:
    PictureStore m_store;
};

} // namespace Microfiche
