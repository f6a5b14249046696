// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importfixture.h"
#include "models/archivebrowser.h"
#include "models/importquestion.h"
#include "recordingdesktop.h"
#include "window/workspace.h"

#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// What the pages show: an archive in a temporary folder, with a desktop that opens nothing.
class TemporaryArchive : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Microfiche::ArchiveBrowser *browser READ browser CONSTANT)
    Q_PROPERTY(Microfiche::Workspace *workspace READ workspace CONSTANT)
    Q_PROPERTY(Microfiche::ImportQuestion *question READ question CONSTANT)

public:
    explicit TemporaryArchive(QObject *parent = nullptr);

    ArchiveBrowser *browser() { return &m_browser; }
    Workspace *workspace() { return &m_workspace; }
    ImportQuestion *question() { return &m_question; }

    /// A file for the next importFiles().
    Q_INVOKABLE void write(const QString &name, const QString &text) const;
    Q_INVOKABLE void writeArticle(const QString &title, const QString &address,
                                  const QString &more = {}) const;
    Q_INVOKABLE void importFiles();
    /// Asks whether they are to be imported if there are more than two.
    Q_INVOKABLE void considerFiles() { m_question.consider({m_files.path({})}, {}); }
    /// What a full disk does to an import.
    Q_INVOKABLE void failImport(const QString &reason);
    /// Opens it in the browser, which is loading until then.
    Q_INVOKABLE void start() { m_browser.start(); }
    Q_INVOKABLE void refuse(const QString &problem) { m_browser.refuse(problem); }
    Q_INVOKABLE QStringList opened() const { return m_desktop.opened; }
    Q_INVOKABLE QStringList copied() const { return m_desktop.copied; }

private:
    Test::ImportFixture m_files;
    Test::RecordingDesktop m_desktop;
    Workspace m_workspace; ///< of no window
    ImportQuestion m_question{2};
    ArchiveBrowser m_browser;
};

} // namespace Microfiche
