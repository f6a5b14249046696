// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/list/markdownexport.h"

#include "export/exportname.h"
#include "export/list/newsfields_p.h"
#include "store/waitfor.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>
#include <QSaveFile>

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;

struct MarkdownWords {
    Q_DECLARE_TR_FUNCTIONS(MarkdownExport)
};

/// Whether YAML takes it as it stands (YAML 1.2, 5.1): others are written by their numbers.
bool isPrintable(QChar character)
{
    const char16_t code = character.unicode();
    constexpr char16_t LineSeparator = 0x2028;
    constexpr char16_t ParagraphSeparator = 0x2029;
    constexpr char16_t ByteOrderMark = 0xfeff;
    return code >= 0x20 && !(code >= 0x7f && code < 0xa0) && code != LineSeparator &&
           code != ParagraphSeparator && code < 0xfffe && code != ByteOrderMark;
}

/// In double quotes, in which YAML knows no exceptions.
QByteArray scalar(const QString &text)
{
    QString quoted = u"\""_s;
    for (const QChar character : text) {
        if (character == u'"' || character == u'\\') {
            quoted += u'\\' + QString(character);
        } else if (character == u'\n') {
            quoted += "\\n"_L1;
        } else if (isPrintable(character)) {
            quoted += character;
        } else {
            quoted += u"\\u%1"_s.arg(int(character.unicode()), 4, 16, QLatin1Char('0'));
        }
    }
    return (quoted + u'"').toUtf8();
}

QByteArray scalar(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: return value.toBool() ? "true" : "false";
    case QJsonValue::Double:
        return value.toInteger(-1) == value.toInteger(1)
                   ? QByteArray::number(value.toInteger())
                   : QByteArray::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case QJsonValue::String: return scalar(value.toString());
    default: return "null";
    }
}

QByteArray members(const QJsonObject &object, const QByteArray &indent);

/// What stands behind a name or a dash that stands at `indent`.
QByteArray valueAt(const QJsonValue &value, const QByteArray &indent)
{
    const QByteArray deeper = indent + "  ";
    if (value.isObject() && !value.toObject().isEmpty()) {
        return '\n' + members(value.toObject(), deeper);
    }
    if (!value.isArray() || value.toArray().isEmpty()) {
        return ' ' +
               (value.isObject()  ? QByteArray("{}")
                : value.isArray() ? QByteArray("[]")
                                  : scalar(value)) +
               '\n';
    }
    QByteArray yaml = "\n";
    for (const QJsonValue &item : value.toArray()) {
        const bool isMap = item.isObject() && !item.toObject().isEmpty();
        // The first of its names stands behind the dash.
        yaml += deeper + '-' +
                (isMap ? ' ' + members(item.toObject(), deeper + "  ").mid(deeper.size() + 2)
                       : valueAt(item, deeper));
    }
    return yaml;
}

QByteArray members(const QJsonObject &object, const QByteArray &indent)
{
    static const QRegularExpression Plain(u"^[A-Za-z][A-Za-z0-9_]*$"_s);
    static const QStringList Known = newsFieldOrder();
    QStringList order = Known;
    for (const QString &name : object.keys()) {
        if (!Known.contains(name)) {
            order.append(name);
        }
    }
    QByteArray yaml;
    for (const QString &name : std::as_const(order)) {
        if (const auto member = object.constFind(name); member != object.constEnd()) {
            yaml += indent + (Plain.match(name).hasMatch() ? name.toUtf8() : scalar(name)) + ':' +
                    valueAt(*member, indent);
        }
    }
    return yaml;
}

QByteArray markdownOf(const ExportedArticle &article)
{
    QByteArray text = "---\n" + members(newsFields(article), {}) + "---\n";
    if (!article.detail.body.isEmpty()) {
        text += '\n' + article.detail.body.toUtf8() + '\n';
    }
    return text;
}

/// `2023-05-05-the-title.md`
QString nameOf(const ArticleCard &card)
{
    static const QRegularExpression Others(u"[^\\p{L}\\p{N}]+"_s);
    constexpr qsizetype LongestTitle = 80;
    QString title = card.title.left(LongestTitle).toLower().replace(Others, u"-"_s);
    if (title.startsWith(u'-')) {
        title.remove(0, 1);
    }
    if (title.endsWith(u'-')) {
        title.chop(1);
    }
    const QString day =
        card.publishedAt ? dayOf(*card.publishedAt).toString(Qt::ISODate) : u"undated"_s;
    return safeFileName(
        (day + u'-' + (title.isEmpty() ? QString::number(card.id) : title) + ".md"_L1).toUtf8());
}

QString freePath(const QDir &folder, const QString &name)
{
    QString free = name;
    for (int number = 2; QFileInfo(folder.filePath(free)).exists(); ++number) {
        free = numberedName(name, number);
    }
    return folder.filePath(free);
}

} // namespace

ExportReport exportMarkdown(Store &store, const QList<ArticleId> &ids, const QString &folder,
                            const ExportProgress &goOn)
{
    ExportReport report;
    const QDir target(folder);
    try {
        for (const ArticleId id : ids) {
            const auto detail = waitFor(store.detail(id));
            if (!detail) {
                continue; // it went while this was written
            }
            const QByteArray text = markdownOf({*detail, waitFor(store.related(id))});
            QSaveFile file(freePath(target, nameOf(detail->card)));
            file.setDirectWriteFallback(false);
            if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() ||
                !file.commit()) {
                report.problem = file.errorString();
                return report;
            }
            if (!detail->card.problem.isEmpty()) {
                report.damaged.append(partlyRead(detail->card));
            }
            if (!goOn(++report.written)) {
                report.problem = MarkdownWords::tr("The export was cancelled.");
                return report;
            }
        }
    } catch (const StoreError &error) {
        report.problem = error.message();
    }
    return report;
}

} // namespace Microfiche
