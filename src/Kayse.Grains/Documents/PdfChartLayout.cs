using System.Globalization;
using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;

namespace Kayse.Grains.Documents;

/// <summary>Lays out a bar chart, drawn with lines and rectangles.</summary>
internal sealed class PdfChartLayout(DocumentChart chart, PdfFlow flow)
{
    private const double PlotHeight = 110;
    private const double AxisWidth = 52;
    private const double LabelGap = 6;
    private const double MaxBarWidth = 24;

    private static readonly XPen _grid = new(XColor.FromArgb(0xe2, 0xe8, 0xf0), 0.5);
    private static readonly XPen _zero = new(XColor.FromArgb(0x4a, 0x55, 0x68), 0.8);
    private static readonly XBrush _bar = new XSolidBrush(XColor.FromArgb(0x2b, 0x6c, 0xb0));

    private readonly ChartScale _scale = ChartScale.Of(chart.Bars.Select(bar => bar.Value));
    private readonly double _step = (PdfFlow.Width - AxisWidth) / Math.Max(1, chart.Bars.Count);

    public void Lay()
    {
        var heading = PdfTextStyle.Heading;
        var height = heading.LineHeight + LabelGap + PlotHeight + LabelGap + PdfTextStyle.Small.LineHeight;
        flow.Add(height, Draw);
    }

    private void Draw(PdfPen pen, double y)
    {
        var heading = PdfTextStyle.Heading;
        pen.Begin(PdfBlockLevelElementTag.Heading2);
        pen.Text(PdfText.Wrap(chart.Title, heading.Font, PdfFlow.Width, 1), heading, PdfFlow.Left, y, PdfFlow.Width);
        pen.End();
        var top = y + heading.LineHeight + LabelGap;
        var box = new XRect(PdfFlow.Left, top, PdfFlow.Width, PlotHeight + LabelGap + PdfTextStyle.Small.LineHeight);
        pen.BeginFigure(chart.Description, box);
        DrawGrid(pen, top);
        DrawBars(pen, top);
        pen.End();
    }

    private void DrawGrid(PdfPen pen, double top)
    {
        foreach (var tick in _scale.Ticks)
        {
            var y = top + HeightOf(tick);
            pen.Line(tick == 0 ? _zero : _grid, PdfFlow.Left + AxisWidth, y, PdfFlow.Left + PdfFlow.Width, y);
            var label = tick.ToString("#,0.######", CultureInfo.InvariantCulture);
            var style = PdfTextStyle.Small;
            pen.Text([label], style.Right, PdfFlow.Left, y - (style.LineHeight / 2), AxisWidth - LabelGap);
        }
    }

    private void DrawBars(PdfPen pen, double top)
    {
        var width = Math.Min(MaxBarWidth, _step * 0.8);
        var zero = top + HeightOf(0);
        var freeFrom = double.MinValue;
        for (var i = 0; i < chart.Bars.Count; i++)
        {
            var middle = PdfFlow.Left + AxisWidth + (_step * (i + 0.5));
            var end = top + HeightOf(chart.Bars[i].Value);
            if (end != zero)
                pen.Bar(_bar, new XRect(middle - (width / 2), Math.Min(end, zero), width, Math.Abs(end - zero)));
            freeFrom = DrawLabel(pen, chart.Bars[i].Label, middle, top + PlotHeight + LabelGap, freeFrom);
        }
    }

    // Labels that would touch the one before are left out.
    private static double DrawLabel(PdfPen pen, string label, double middle, double y, double freeFrom)
    {
        var style = PdfTextStyle.Small;
        var width = PdfText.WidthOf(label, style.Font);
        var left = Math.Min(middle - (width / 2), PdfFlow.Left + PdfFlow.Width - width);
        if (left < freeFrom || width == 0)
            return freeFrom;
        pen.Text([label], style, left, y, width);
        return left + width + LabelGap;
    }

    // From the top of the plot.
    private double HeightOf(decimal value) => PlotHeight * (double)((_scale.Max - value) / (_scale.Max - _scale.Min));
}
