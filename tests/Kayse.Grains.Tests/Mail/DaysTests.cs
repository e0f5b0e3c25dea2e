using System.Globalization;
using Kayse.Grains.Mail;

namespace Kayse.Grains.Tests.Mail;

public sealed class DaysTests
{
    [Theory]
    [InlineData("2026-10-01", "2026-10-02", "1 October 2026")]
    [InlineData("2026-10-01", "2026-11-01", "1 to 31 October 2026")]
    [InlineData("2026-10-15", "2026-11-15", "15 October to 14 November 2026")]
    [InlineData("2026-12-31", "2027-01-31", "31 December 2026 to 30 January 2027")]
    public void Days_are_named_as_people_do(string from, string to, string words) =>
        Days.Of(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture)).ShouldBe(words);
}
