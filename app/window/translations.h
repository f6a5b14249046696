// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace Microfiche
{

/// The program's words in the language of the locale, as long as this lives. English needs them
/// too: its plurals are translations of "%n file(s)".
class Translations final
{
public:
    Translations();

private:
    QTranslator m_english;
    QTranslator m_local;
};

} // namespace Microfiche
