using Kayse.Grains.Mail;

namespace Kayse.Grains.Tests.Mail;

public sealed class TimesTests
{
    [Theory]
    [InlineData("00:01:00", "1 minute")]
    [InlineData("00:01:59", "1 minute")]
    [InlineData("01:00:00", "1 hour")]
    [InlineData("01:30:00", "90 minutes")]
    [InlineData("1.00:00:00", "24 hours")]
    [InlineData("1.12:00:00", "36 hours")]
    [InlineData("7.00:00:00", "7 days")]
    public void Durations_are_said_in_words(string duration, string words) =>
        Times.InWords(TimeSpan.Parse(duration, null)).ShouldBe(words);

    [Fact]
    public void An_instant_is_exact_to_the_minute_and_in_UTC() =>
        Times.Instant(new(2026, 1, 6, 11, 5, 59, TimeSpan.FromHours(2))).ShouldBe("Tuesday, 6 January 2026 at 09:05 UTC");
}
