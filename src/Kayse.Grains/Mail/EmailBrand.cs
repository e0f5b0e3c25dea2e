namespace Kayse.Grains.Mail;

/// <summary>How a company looks, in its mails.</summary>
/// <param name="Company">What it is called.</param>
/// <param name="Accent">Of the button and of links on white, as <c>#rrggbb</c>; null for Kayse's.</param>
/// <param name="AccentOnDark">Of links in a dark theme, likewise.</param>
/// <param name="Icon">A PNG file; null when there is none.</param>
internal sealed record EmailBrand(string Company, string? Accent, string? AccentOnDark, ReadOnlyMemory<byte>? Icon);
