// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/keys/fixedkeys.h"

#include <QCoreApplication>

namespace Microfiche
{

namespace
{
struct Words {
    Q_DECLARE_TR_FUNCTIONS(FixedKeys)
};
using Keys = QStringList;
} // namespace

QList<FixedKeys> fixedKeys()
{
    const QString cards = Words::tr("Among the articles");
    const QString picture = Words::tr("A picture in full");
    const auto keys = [](std::initializer_list<const char *> names) {
        Keys all;
        for (const char *name : names) {
            all << QLatin1String(name);
        }
        return all;
    };
    return {
        {cards, Words::tr("To the next ones"), keys({"Left", "Right", "Up", "Down"})},
        {cards, Words::tr("By a page"), keys({"PgUp", "PgDown"})},
        {cards, Words::tr("First and last"), keys({"Home", "End"})},
        {cards, Words::tr("Select it, or no longer"), keys({"Ctrl+Space"})},
        {cards, Words::tr("Select on the way"),
         keys({"Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down"})},
        {cards, Words::tr("View the picture, while no article is open"), keys({"Space"})},
        {picture, Words::tr("Next and previous"), keys({"PgDown", "PgUp"})},
        {picture, Words::tr("Zoom"), keys({"+", "-"})},
        {picture, Words::tr("Whole, and pixel by pixel"), keys({"0", "1"})},
        {picture, Words::tr("Copy, and save"), keys({"Ctrl+C", "Ctrl+S"})},
        {picture, Words::tr("Keep it for good"), keys({"K"})},
        {picture, Words::tr("Close"), keys({"Space", "Esc"})},
    };
}

} // namespace Microfiche
