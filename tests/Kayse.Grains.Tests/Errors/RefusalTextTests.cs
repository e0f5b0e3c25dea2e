using Kayse.Grains.Errors;

namespace Kayse.Grains.Tests.Errors;

public sealed class RefusalTextTests
{
    [Theory]
    [InlineData("00:00:00", "1 second")]
    [InlineData("00:00:00.2", "1 second")]
    [InlineData("00:00:58.1", "59 seconds")]
    [InlineData("00:00:59.1", "1 minute")]
    [InlineData("00:01:00", "1 minute")]
    [InlineData("00:01:01", "2 minutes")]
    [InlineData("00:59:30", "1 hour")]
    [InlineData("01:30:00", "90 minutes")]
    [InlineData("01:59:59", "2 hours")]
    [InlineData("23:01:00", "24 hours")]
    [InlineData("1.00:00:00", "24 hours")]
    [InlineData("1.23:00:01", "2 days")]
    [InlineData("30.00:00:00", "30 days")]
    public void A_refusal_says_when_to_try_again_in_the_largest_sensible_unit(string wait, string words) =>
        new Refusal("rate_limited", "Too many requests.") { RetryAfter = TimeSpan.Parse(wait, null) }
            .Text()
            .ShouldBe($"Too many requests. Try again in {words}.");

    [Fact]
    public void A_refusal_that_waiting_does_not_help_says_nothing_about_it() =>
        new Refusal("not_found", "There is no such page.").Text().ShouldBe("There is no such page.");
}
