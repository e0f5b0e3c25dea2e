namespace Kayse.Grains.Documents;

/// <summary>
/// Puts what is to be drawn on pages, one below the other. It is drawn afterwards, when it is known how many pages there
/// are.
/// </summary>
internal sealed class PdfFlow
{
    public const double PageWidth = 612;
    public const double PageHeight = 792;
    public const double Left = 54;
    public const double Width = PageWidth - (2 * Left);
    private const double Top = 54;
    private const double Bottom = PageHeight - 72;

    private readonly List<List<Action<PdfPen>>> _pages =
    [
        [],
    ];
    private double _y = Top;

    public IReadOnlyList<IReadOnlyList<Action<PdfPen>>> Pages => _pages;

    /// <summary>Whether so much still fits on this page.</summary>
    public bool HasRoomFor(double height) => _y + height <= Bottom;

    public void BreakPage()
    {
        _pages.Add([]);
        _y = Top;
    }

    /// <summary>Draws something of this height, on the next page if there is no room on this one.</summary>
    /// <param name="height">In points.</param>
    /// <param name="draw">Draws it, and gets its top.</param>
    public void Add(double height, Action<PdfPen, double> draw)
    {
        if (!HasRoomFor(height) && _y > Top)
            BreakPage();
        var y = _y;
        _pages[^1].Add(pen => draw(pen, y));
        _y += height;
    }

    /// <summary>Does what takes no room, such as to begin a table.</summary>
    public void Add(Action<PdfPen> mark) => _pages[^1].Add(mark);

    public void Space(double height) => _y += height;
}
