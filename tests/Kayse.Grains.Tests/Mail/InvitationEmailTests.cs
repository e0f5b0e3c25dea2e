using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kayse.Grains.Mail;

namespace Kayse.Grains.Tests.Mail;

public sealed class InvitationEmailTests
{
    private static readonly InvitationEmail Email = new(
        CompanyName: "Analytical Engines Ltd",
        InviterName: "Charles Babbage",
        InviteeName: "Ada Lovelace",
        RoleLabel: "Super Admin",
        Link: new Uri("https://accounts.example.com/invitations/accept#token=0197f3c2.q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA"),
        Lifetime: TimeSpan.FromDays(1),
        ExpiresAt: new DateTimeOffset(2026, 1, 6, 11, 5, 59, TimeSpan.FromHours(2))
    );

    [Fact]
    public void The_subject_says_who_and_where() =>
        Email.Compose().Subject.ShouldBe("Charles Babbage invited you to join Analytical Engines Ltd on Kayse");

    [Fact]
    public void The_text_is_what_a_person_would_write() =>
        Email
            .Compose()
            .Text.ShouldBe(
                """
                Hello Ada Lovelace,

                Charles Babbage has invited you to join Analytical Engines Ltd on Kayse as
                Super Admin.

                Please accept within 24 hours. The invitation ends on Tuesday, 6 January 2026
                at 09:05 UTC.

                Accept the invitation:

                https://accounts.example.com/invitations/accept#token=0197f3c2.q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA

                The link is for you alone and works once. Please do not forward this mail.

                If you do not know Charles Babbage or did not expect this, you can ignore this
                mail: nothing happens unless the invitation is accepted.

                --{space}
                Kayse

                """.Replace("{space}", " ", StringComparison.Ordinal).ReplaceLineEndings("\r\n")
            );

    [Fact]
    public void The_HTML_says_the_same_and_links_to_the_same_page()
    {
        var content = Email.Compose();
        var page = Parse(content.Html);
        var said = Squeeze(page.Value);

        foreach (
            var paragraph in content.Text.Split("\r\n\r\n").Where(paragraph => !paragraph.StartsWith("-- ", StringComparison.Ordinal))
        )
            said.ShouldContain(Squeeze(paragraph).TrimEnd(':'));
        page.Descendants("a").Select(link => link.Attribute("href")!.Value).ShouldBe([Email.Link.AbsoluteUri, Email.Link.AbsoluteUri]);
    }

    [Fact]
    public void The_HTML_can_be_read_aloud_and_loads_nothing()
    {
        var content = Email.Compose();
        var page = Parse(content.Html);

        page.Attribute("lang")!.Value.ShouldBe("en");
        page.Descendants("title").Single().Value.ShouldBe(content.Subject);
        page.Descendants("table").ShouldAllBe(table => table.Attribute("role")!.Value == "presentation");
        page.Descendants("img").ShouldBeEmpty();
        Regex
            .Matches(content.Html, "https?://[^\"<#]*")
            .Select(match => match.Value)
            .Distinct()
            .ShouldBe(["https://accounts.example.com/invitations/accept"]);
        content.Html.ShouldAllBe(c => char.IsAscii(c));
    }

    [Fact]
    public void What_people_typed_cannot_become_markup_or_lines()
    {
        var content = (
            Email with
            {
                CompanyName = "<b>&\"'Acme\r\n\r\nPay here: \u202Ehttps://evil.example",
                InviterName = "</title><script>alert(1)</script>",
                InviteeName = "Zoë\u2028<img src=x>",
            }
        ).Compose();

        content.Subject.ShouldNotContain("\n");
        content.Text.ShouldNotContain("\nPay here");
        content.Text.ShouldNotContain("\u202E");
        var page = Parse(content.Html);
        page.Descendants().ShouldNotContain(element => element.Name == "script" || element.Name == "img" || element.Name == "b");
        page.Descendants("p").First().Value.ShouldBe("Hello Zoë <img src=x>,");
    }

    [Fact]
    public void No_line_of_text_is_longer_than_78_characters_but_the_link()
    {
        var content = (
            Email with
            {
                CompanyName = string.Join(' ', Enumerable.Repeat("Gesellschaft", 20)),
                InviterName = string.Join(' ', Enumerable.Repeat("Maximiliane", 10)),
            }
        ).Compose();

        content.Text.Split("\r\n").Where(line => line != Email.Link.AbsoluteUri).ShouldAllBe(line => line.Length <= 78);
        content.Text.Split("\r\n").ShouldContain(Email.Link.AbsoluteUri);
    }

    [Theory]
    [InlineData("00:01:00", "1 minute")]
    [InlineData("00:01:59", "1 minute")]
    [InlineData("01:00:00", "1 hour")]
    [InlineData("01:30:00", "90 minutes")]
    [InlineData("1.00:00:00", "24 hours")]
    [InlineData("1.12:00:00", "36 hours")]
    [InlineData("7.00:00:00", "7 days")]
    public void The_lifetime_is_said_in_words(string lifetime, string words) =>
        (Email with { Lifetime = TimeSpan.Parse(lifetime, null) }).Compose().Text.ShouldContain($"Please accept within {words}.");

    [Fact]
    public void Nothing_that_is_logged_by_mistake_shows_the_link()
    {
        var content = Email.Compose();
        var message = new EmailSender(new("no-reply@example.com")).Compose("1", new("ada@example.com"), content);

        $"{Email} {content} {message}".ShouldNotContain("token");
    }

    private static XElement Parse(string html)
    {
        var wellFormed = Regex.Replace(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "<meta([^>]*)>", "<meta$1/>");
        return XElement.Parse(wellFormed);
    }

    private static string Squeeze(string text) => Regex.Replace(text, @"\s+", " ").Trim();
}
