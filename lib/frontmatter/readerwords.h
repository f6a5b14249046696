// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace Microfiche
{

/// The translation context of every sentence that this room says.
class ReaderWords
{
    Q_DECLARE_TR_FUNCTIONS(ArticleReader)
};

} // namespace Microfiche
