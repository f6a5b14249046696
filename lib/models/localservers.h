// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <memory>

namespace Microfiche
{

/// Servers on this machine or network that the user has named as their own: all others there are
/// refused, since an article may come from anybody. It is a word about the machine, so no archive
/// brings it along, and it holds for all of them.
class LocalServers : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workspace")
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    explicit LocalServers(QObject *parent = nullptr);
    ~LocalServers() override;

    QString text() const; ///< "archive.lan, 192.168.1.20"
    const QString &problem() const { return m_problem; }
    QSet<QString> hosts() const; ///< as hostName() writes them
    /// Whether a host is among them, as they are when it is asked: on any thread, and also after
    /// this is gone.
    std::function<bool(const QString &)> rule() const;

    /// Takes what was typed, or leaves all as it is and tells the problem.
    Q_INVOKABLE void setText(const QString &text);
    /// Takes what text() gave another time, without what does not count as a name any more.
    void restore(const QString &text);
    Q_INVOKABLE void forgetProblem() { setProblem({}); }

Q_SIGNALS:
    void changed();
    void problemChanged();

private:
    struct Shared;
    void take(const QStringList &names);
    void setProblem(const QString &problem);

    std::shared_ptr<Shared> m_shared;
    QStringList m_names; ///< as they were typed
    QString m_problem;
};

} // namespace Microfiche
