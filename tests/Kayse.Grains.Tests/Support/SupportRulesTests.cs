using Kayse.Grains.Errors;
using Kayse.Grains.Support;

namespace Kayse.Grains.Tests.Support;

public sealed class SupportRulesTests
{
    [Theory]
    [InlineData("Ten more seats.", "Ten more seats.")]
    [InlineData("\r\n Two lines:\r\nthis one. \r\n", "Two lines:\nthis one.")]
    public void A_message_is_kept_line_by_line(string typed, string kept) => SupportRules.CheckMessage(typed).ShouldBe(kept);

    [Theory, InlineData(null), InlineData(""), InlineData(" \n\u200B\n"), InlineData("a\u0000b"), InlineData("a\u202Eb")]
    public void One_that_says_nothing_or_shows_as_something_else_is_refused(string? typed) =>
        Should.Throw<RefusedException>(() => SupportRules.CheckMessage(typed)).Refusal.Fields!.Keys.ShouldBe(["message"]);

    [Fact]
    public void A_message_has_up_to_2000_characters()
    {
        SupportRules.CheckMessage(new string('x', 2_000)).Length.ShouldBe(2_000);
        Should.Throw<RefusedException>(() => SupportRules.CheckMessage(new string('x', 2_001)));
    }

    [Theory]
    [InlineData("support@kayse.example", "https://chat.example", "https://help.example/kayse", true)]
    [InlineData("", "", "", true)]
    [InlineData("support", "", "", false)]
    [InlineData("", "javascript:alert(1)", "", false)]
    [InlineData("", "", "http://help.example", false)]
    public void Channels_are_checked(string email, string chat, string centre, bool areValid) =>
        new SupportOptionsValidator()
            .Validate(
                null,
                new SupportOptions
                {
                    Email = email,
                    ChatUrl = chat,
                    HelpCentreUrl = centre,
                }
            )
            .Succeeded.ShouldBe(areValid);
}
