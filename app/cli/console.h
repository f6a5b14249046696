// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QString>

namespace Microfiche
{

/// Where a verb's words go.
class Console
{
public:
    /// Lines are at most `width` cells; `showsProgress` if `err` is watched by a person.
    Console(QIODevice &out, QIODevice &err, int width = 100, bool showsProgress = false);

    /// A line of the answer.
    void print(const QString &line);
    /// Bytes of the answer as they are.
    void write(const QByteArray &bytes);
    /// A line beside the answer.
    void say(const QString &line);
    /// A line that the next one of these replaces; an empty one wipes it.
    void showProgress(const QString &line);
    /// The same where a person watches. Elsewhere, as in a log, one line in ten seconds is said;
    /// `elapsed` milliseconds have gone by since it began.
    void tellProgress(const QString &line, qint64 elapsed);

    int width() const { return m_width; }
    bool showsProgress() const { return m_showsProgress; }
    /// Whether all of the answer could be written.
    bool isWhole() const { return m_isWhole; }
    /// Hands on what is still held back. Of a full disk it is told only here.
    void flush();

private:
    QIODevice &m_out;
    QIODevice &m_err;
    int m_width;
    bool m_showsProgress;
    bool m_isWhole = true;
    qint64 m_toldAt = 0; ///< of what tellProgress() said last
};

} // namespace Microfiche
