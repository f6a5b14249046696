// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exportlists.h"

#include "cli/commandline.h"
#include "cli/interrupts.h"
#include "export/list/markdownexport.h"

#include <QCoreApplication>
#include <QLocale>

namespace Microfiche
{

namespace
{

struct ExportVerb {
    Q_DECLARE_TR_FUNCTIONS(ExportVerb)
};

/// Shows how many of `all` are done; false once somebody wants an end.
auto progressOn(Console &console, Interrupts &interrupts, qsizetype all)
{
    return [&console, &interrupts, all](qint64 done) {
        const QLocale locale;
        console.showProgress(
            ExportVerb::tr("%1 of %2 articles").arg(locale.toString(done), locale.toString(all)));
        return interrupts.signal() == 0;
    };
}

int tell(const QString &target, const ExportReport &report, const QString &done, Console &console)
{
    console.showProgress({});
    for (const QString &damage : report.damaged) {
        console.say(damage);
    }
    if (!report.problem.isEmpty()) {
        console.say(target + QLatin1String(": ") + report.problem);
        return NotAll;
    }
    console.print(done.arg(QLocale().toString(report.written)));
    return report.damaged.isEmpty() && report.written > 0 ? AllWell : NotAll;
}

} // namespace

int writeList(Store &store, const QString &archive, const QList<ArticleId> &ids, ListFormat format,
              const QString &heading, const QString &target, Console &console)
{
    Interrupts interrupts;
    ListExport list(store, ThumbnailStore(PictureStore(pictureFolder(archive))));
    const ExportReport report =
        list.write(ids, format, heading, target, progressOn(console, interrupts, ids.size()));
    return tell(target, report, ExportVerb::tr("Articles exported: %1."), console);
}

int writeMarkdown(Store &store, const QList<ArticleId> &ids, const QString &folder,
                  Console &console)
{
    Interrupts interrupts;
    const ExportReport report =
        exportMarkdown(store, ids, folder, progressOn(console, interrupts, ids.size()));
    return tell(folder, report, ExportVerb::tr("Files exported: %1."), console);
}

} // namespace Microfiche
