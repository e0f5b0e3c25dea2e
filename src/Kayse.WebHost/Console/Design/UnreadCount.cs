using System.Globalization;

namespace Kayse.WebHost.Console.Design;

/// <summary>A number of unread things, as a badge has room for it.</summary>
public static class UnreadCount
{
    private const int MaxShown = 99;

    /// <summary>The number; <c>99+</c> for more than 99.</summary>
    public static string LabelOf(int unread) => unread > MaxShown ? $"{MaxShown}+" : unread.ToString(CultureInfo.InvariantCulture);
}
