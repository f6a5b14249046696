// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/carriedpictures.h"
#include "pictures/picturestore.h"

namespace Microfiche
{

/// Puts the pictures that a folder carries into the archive's picture store.
class CarriedPictureKeeper final : public CarriedPictures
{
public:
    explicit CarriedPictureKeeper(PictureStore store)
        : m_store(std::move(store))
    {
    }

    QByteArray keep(const QByteArray &bytes) override { return m_store.keep(bytes); }

private:
    PictureStore m_store;
};

} // namespace Microfiche
