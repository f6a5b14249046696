// SPDX-License-Identifier: GPL-3.0-or-later
#include "told.h"

#include "percentile.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>

namespace Microfiche::Bench
{

double Told::percentileOf(const char *name, int percent) const
{
    if (values.value(name).isEmpty()) {
        qFatal("Nothing was told of %s", name);
    }
    return percentile(values.value(name), percent);
}

Told runProgram(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer clock;
    clock.start();
    process.start(QCoreApplication::applicationDirPath() + u'/' + program, arguments);
    Told told;
    const auto takeLines = [&] {
        while (process.canReadLine()) {
            const QList<QByteArray> words = process.readLine().trimmed().split(' ');
            told.values[words.first()] << words.value(1).toDouble();
            told.milliseconds[words.first()] = double(clock.nsecsElapsed()) / 1e6;
        }
    };
    while (process.waitForReadyRead(-1)) {
        takeLines();
    }
    process.waitForFinished(-1);
    takeLines();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        qFatal("%s %s failed", qPrintable(program), qPrintable(arguments.join(u' ')));
    }
    return told;
}

} // namespace Microfiche::Bench
