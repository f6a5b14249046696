// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/importquestion.h"
#include "models/localservers.h"
#include "pictures/source/picturesource.h"
#include "window/appearance.h"
#include "window/broughtpaths.h"
#include "window/closing.h"
#include "window/keys/keybindings.h"
#include "window/preferences.h"
#include "window/samplearchive.h"
#include "window/systemdesktop.h"
#include "window/upkeep.h"

#include <QObject>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace Microfiche
{

class Session;

/// Which archive is open in the window, and the change to another one.
class Workspace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main()")
    Q_PROPERTY(bool isSample READ isSample NOTIFY archiveChanged)
    Q_PROPERTY(int sampleCount READ sampleCount CONSTANT)
    Q_PROPERTY(QString sampleProblem READ sampleProblem NOTIFY sampleProblemChanged)
    Q_PROPERTY(QList<QUrl> samplePictures READ samplePictures CONSTANT)
    Q_PROPERTY(QString archive READ archive NOTIFY archiveChanged)
    Q_PROPERTY(Microfiche::Preferences *preferences READ preferences CONSTANT)
    Q_PROPERTY(Microfiche::KeyBindings *keys READ keys CONSTANT)
    Q_PROPERTY(Microfiche::LocalServers *localServers READ localServers CONSTANT)
    Q_PROPERTY(Microfiche::Upkeep *upkeep READ upkeep CONSTANT)
    Q_PROPERTY(Microfiche::ImportQuestion *question READ question CONSTANT)

public:
    /// `archive` is the user's own; `preferences` the file that they are kept in, if they are.
    explicit Workspace(QString archive, const QString &preferences = {});
    /// How the network is asked for pictures, in windows that are made from now on.
    void setPictureSettings(const PictureSource::Settings &settings);
    ~Workspace() override;

    /// Opens the user's own archive; false if there is no window to be had.
    bool start();
    bool isSample() const { return m_sample != nullptr; }
    int sampleCount() const { return SampleFiles::count(); }
    /// Why the sample was not opened; empty if it was, or was not asked for.
    const QString &sampleProblem() const { return m_sampleProblem; }
    QList<QUrl> samplePictures() const { return SampleFiles::pictures(); }
    QString archive() const { return m_archive; }
    /// Whether that archive is still in use by what was open before.
    bool isClosing(const QString &archive) const { return m_closing.holds(archive); }
    Session *session() { return m_session.get(); }
    Appearance &appearance() { return m_appearance; }
    Preferences *preferences() { return &m_preferences; }
    KeyBindings *keys() { return &m_keys; }
    LocalServers *localServers() { return &m_localServers; }
    Upkeep *upkeep() { return &m_upkeep; }
    ImportQuestion *question() { return &m_question; }

    Q_INVOKABLE void openSample();
    /// Back from the sample to the user's own archive; the sample is deleted.
    Q_INVOKABLE void closeSample();
    Q_INVOKABLE void openArchive(const QUrl &file);
    const QString &ownArchive() const { return m_own; }
    /// Imports what a person chose or dropped, after a question if it is very much. The sample
    /// archive is deleted when it is left, so that the user's own comes back for this.
    Q_INVOKABLE void importUrls(const QList<QUrl> &urls);
    /// Imports what a second start brought, in the same way, and raises the window. The reply says
    /// why they are not imported, or nothing: once it is known.
    void takePaths(const QByteArrayList &paths, const ImportReply &reply = {});

Q_SIGNALS:
    void archiveChanged();
    void sampleProblemChanged();
    void ownArchiveChanged(); ///< another archive is the user's own

private:
    void takeSample(const std::shared_ptr<SampleFiles> &files);
    void import(const BroughtPaths &brought);
    void change(const QString &archive, const std::shared_ptr<SampleFiles> &sample);
    bool open(const QString &archive, std::shared_ptr<SampleFiles> sample);
    void openWhenFree();
    void arrange(Session &session, const Session *before);

    Appearance m_appearance;
    Preferences m_preferences;
    KeyBindings m_keys;
    SystemDesktop m_desktop;
    LocalServers m_localServers;
    PictureSource::Settings m_pictures;
    ImportQuestion m_question;
    QString m_own;
    QString m_archive;
    bool m_isUnpacking = false;
    QString m_sampleProblem;
    std::shared_ptr<SampleFiles> m_sample; ///< there while the sample is open
    QList<BroughtPaths> m_brought; ///< to be imported into the user's own archive once it is back
    Closing m_closing;
    Upkeep m_upkeep; ///< of the user's own archive
    std::unique_ptr<Session> m_session;
};

} // namespace Microfiche
