// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/translations.h"

#include <QCoreApplication>
#include <QLocale>

namespace Microfiche
{

Translations::Translations()
{
    const QString folder = QStringLiteral(":/translations");
    if (m_english.load(QStringLiteral("microfiche_en"), folder)) {
        QCoreApplication::installTranslator(&m_english);
    }
    if (QLocale().language() != QLocale::English &&
        m_local.load(QLocale(), QStringLiteral("microfiche"), QStringLiteral("_"), folder)) {
        QCoreApplication::installTranslator(&m_local);
    }
}

} // namespace Microfiche
