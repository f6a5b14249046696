// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/qualityhistogram.h"
#include "models/queryeditor.h"
#include "quick/histogrambars.h"

#include <QTest>

using namespace Microfiche;

class HistogramBarsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QueryAnswer answer;
        answer.unrated.total = 4;
        answer.unrated.count = 1;
        m_histogram.setAnswer(answer);
        m_bars = std::make_unique<HistogramBars>();
        m_bars->setSize(QSizeF(16, 40));
        m_bars->setHistogram(&m_histogram);
        m_bars->setProperty("isMissing", true);
        m_bars->setProperty("edge", QColor(Qt::red));
        m_bars->setProperty("accent", QColor(Qt::green));
    }

    void whatDoesNotMatchIsFilledUnderALine()
    {
        m_bars->setProperty("total", QColor(Qt::gray));
        QCOMPARE(drawn(),
                 (QStringList{QStringLiteral("red 0,0 16x1"), QStringLiteral("gray 0,1 16x39"),
                              QStringLiteral("green 0,30 16x10")}));
    }

    // What lies behind, such as the frame of a brush, is seen through it.
    void whatDoesNotMatchIsOutlinedWithoutAColour()
    {
        m_bars->setProperty("total", QColor(Qt::transparent));
        QCOMPARE(
            drawn(),
            (QStringList{QStringLiteral("red 0,0 16x1"), QStringLiteral("red 0,0 1x40"),
                         QStringLiteral("red 15,0 1x40"), QStringLiteral("green 0,30 16x10")}));
    }

private:
    QStringList drawn() const
    {
        QStringList all;
        for (const auto &box : m_bars->boxes(1)) {
            const QString colour = box.color == Qt::red     ? QStringLiteral("red")
                                   : box.color == Qt::green ? QStringLiteral("green")
                                                            : QStringLiteral("gray");
            all << QStringLiteral("%1 %2,%3 %4x%5")
                       .arg(colour)
                       .arg(box.rect.x())
                       .arg(box.rect.y())
                       .arg(box.rect.width())
                       .arg(box.rect.height());
        }
        return all;
    }

    QueryEditor m_query;
    QualityHistogram m_histogram{m_query};
    std::unique_ptr<HistogramBars> m_bars;
};

QTEST_MAIN(HistogramBarsTest)
#include "tst_histogrambars.moc"
