// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace Microfiche::Test
{

/// British English as long as it lives: its plurals are translations of "%n file(s)", its days and
/// numbers come from the locale.
class English final
{
public:
    English();

private:
    QTranslator m_words;
};

} // namespace Microfiche::Test
