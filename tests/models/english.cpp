// SPDX-License-Identifier: GPL-3.0-or-later
#include "english.h"

#include <QCoreApplication>
#include <QLocale>

namespace Microfiche::Test
{

English::English()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    if (!m_words.load(QStringLiteral(":/translations/microfiche_en.qm"))) {
        qFatal("The English words are not built in.");
    }
    QCoreApplication::installTranslator(&m_words);
}

} // namespace Microfiche::Test
