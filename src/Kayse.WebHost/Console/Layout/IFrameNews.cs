namespace Kayse.WebHost.Console.Layout;

/// <summary>What is new in the product, for the frame of a page.</summary>
internal interface IFrameNews
{
    /// <summary>What there is for who looks at the page of a request.</summary>
    Task<FrameNews> FindAsync(HttpContext context);
}

/// <summary>What is new for somebody.</summary>
/// <param name="Unread">How many release notes they haven't read.</param>
/// <param name="Title">That of the note that is shown by itself; null for none.</param>
/// <param name="Html">Its text, made by us; null for none.</param>
public sealed record FrameNews(int Unread, string? Title, string? Html)
{
    /// <summary>Nothing.</summary>
    public static readonly FrameNews None = new(0, Title: null, Html: null);
}
