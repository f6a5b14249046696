// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing that an article says makes the program ask the network.
#include "window/session.h"
#include "window/workspace.h"

#include <QDir>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Microfiche;
using namespace Qt::StringLiterals;

namespace
{

/// Remembers what it is asked for, and answers with an empty line.
class ListeningServer final
{
public:
    ListeningServer()
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, &m_server, [this, socket] {
                m_asked.append(socket->readLine().split(' ').value(1));
                socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
    }

    QByteArray address(const QByteArray &path) const
    {
        return "http://127.0.0.1:" + QByteArray::number(m_server.serverPort()) + path;
    }
    const QByteArrayList &asked() const { return m_asked; }

private:
    QTcpServer m_server;
    QByteArrayList m_asked;
};

} // namespace

class NetworkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QQuickStyle::setStyle(u"Basic"_s); }

    void anArticleAsksForNothing()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"articles"_s));
        QFile file(folder.filePath(u"articles/1.md"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(articleFile());
        file.close();
        Workspace workspace(folder.filePath(u"archive.microfiche"_s));
        QVERIFY(workspace.start());
        Session &session = *workspace.session();
        session.importWhenOpen({{QFile::encodeName(folder.filePath(u"articles"_s))}});
        QTRY_COMPARE(session.browser().articles()->rowCount(), 1);
        const auto card = [&session] {
            ArticleListModel &articles = *session.browser().articles();
            return articles.index(0).data(ArticleListModel::CardRole).value<Card>();
        };
        QTRY_VERIFY(card().title.contains(u"<img"_s));
        QVERIFY(!session.window()->grabWindow().isNull());
        OpenArticle &article = *session.browser().article();
        article.open(card().articleId);
        QTRY_VERIFY(article.body()->rowCount() > 0);
        QVERIFY(article.body()->index(0).data().toString().contains(u"Body"_s));
        QTRY_COMPARE(article.related()->rowCount(), 1);
        article.showSource();
        QTRY_VERIFY(article.source()->rowCount() > 0);
        QVERIFY(!session.window()->grabWindow().isNull());
        // What does ask comes last, so that all before it would have been heard of.
        QQmlComponent component(qmlEngine(session.window()->contentItem()->childItems().first()));
        component.setData("import QtQuick\nText { textFormat: Text.RichText; text: '<img src=\"" +
                              m_server.address("/last") + "\">' }",
                          {});
        const std::unique_ptr<QObject> asking(component.create());
        QVERIFY2(asking, qPrintable(component.errorString()));
        qobject_cast<QQuickItem *>(asking.get())->setParentItem(session.window()->contentItem());
        QTRY_VERIFY(m_server.asked().contains("/last"));
        QCOMPARE(m_server.asked(), QByteArrayList{"/last"});
    }

private:
    QByteArray picture(const QByteArray &field) const
    {
        return "'<img src=\"" + m_server.address("/" + field) + "\"> " + field + "'";
    }

    QByteArray articleFile() const
    {
        const QByteArray images = "[{url: '" + m_server.address("/image.png") +
                                  "', title: " + picture("imageTitle") + "}]";
        return "---\ntitle: " + picture("title") + "\nexcerpt: " + picture("excerpt") +
               "\nwebUrl: " + m_server.address("/article") +
               "\nampWebUrl: " + m_server.address("/amp") + "\ncategory: " + picture("category") +
               "\nfeaturedContent: " + picture("featured") + "\ntopics: [" + picture("topic") +
               "]\nimages: " + images + "\nprovider: {name: " + picture("provider") +
               ", domain: 127.0.0.1, images: " + images + "}\nunknown: " + picture("unknown") +
               "\nrelated:\n  - {title: " + picture("relatedTitle") +
               ", excerpt: " + picture("relatedExcerpt") +
               ", webUrl: " + m_server.address("/related") + ", images: " + images +
               "}\n---\nBody <img src=\"" + m_server.address("/body") + "\">\n\n![x](" +
               m_server.address("/markdown") + ")\n";
    }

    ListeningServer m_server;
};

QTEST_MAIN(NetworkTest)
#include "tst_network.moc"
