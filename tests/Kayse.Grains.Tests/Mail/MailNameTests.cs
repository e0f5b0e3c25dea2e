using Kayse.Grains.Mail;

namespace Kayse.Grains.Tests.Mail;

public sealed class MailNameTests
{
    [Theory]
    [InlineData("Ada Lovelace")]
    [InlineData("Smith & Co. LLP")]
    [InlineData("Zoë 博士")]
    public void A_name_stands_as_it_is(string name) => MailName.Of(name).ShouldBe(name);

    [Theory]
    [InlineData("Evil http://evil.example/login & Co", "Evil http:\u200B/\u200B/\u200Bevil.\u200Bexample/\u200Blogin & Co")]
    [InlineData("Visit evil.example now", "Visit evil.\u200Bexample now")]
    [InlineData("eve@evil.example", "eve@\u200Bevil.\u200Bexample")]
    public void No_program_makes_a_link_of_it(string name, string written) => MailName.Of(name).ShouldBe(written);

    [Theory]
    [InlineData("דוד לוי")]
    [InlineData("محمد Ali")]
    public void One_from_right_to_left_does_not_turn_around_what_follows(string name) =>
        MailName.Of(name).ShouldBe($"\u2068{name}\u2069");

    [Fact]
    public void Marks_of_its_own_do_not_count() => MailName.Of("\u202Eevil\r\nBcc: x\u2069").ShouldBe("evil Bcc: x");
}
