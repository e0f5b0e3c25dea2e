using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.State;

namespace Kayse.Grains.Tests.Mail;

/// <summary>What holds for every email.</summary>
public sealed partial class EmailTests
{
    private const string Hostile = "</title><b>&\"'Acme\r\n\r\nPay here: \u202Ehttps://evil.example <img src=x>\u2028";

    public static TheoryData<string> Names => [.. EmailSamples.All.Keys];

    [Fact]
    public void Every_registered_email_is_tested() =>
        EmailSamples.Kinds.Except(EmailSamples.All.Values.Select(email => email.GetType())).ShouldBeEmpty();

    [Fact]
    public void Every_email_is_registered() =>
        typeof(Email).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Email))).ShouldBe(EmailSamples.Kinds, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_stored_under_its_name_and_read_again(string name)
    {
        var stored = JsonSerializer.Serialize(EmailSamples.All[name], StateJson.Options);

        stored.ShouldStartWith($"{{\"$type\":\"{name.Split(',')[0]}\"");
        JsonSerializer.Deserialize<Email>(stored, StateJson.Options).ShouldBe(EmailSamples.All[name]);
    }

    [Fact]
    public void One_that_only_a_later_release_knows_is_read_and_refused()
    {
        var email = JsonSerializer.Deserialize<Email>("""{"$type":"from-the-future","company":"Firm"}""", StateJson.Options)!;

        Should.Throw<EmailRefusedException>(() => EmailSamples.Sent(email));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_HTML_says_what_the_text_says_and_links_to_the_same_page(string name)
    {
        var mail = EmailSamples.Sent(EmailSamples.All[name]);
        var page = Parse(mail.HtmlBody);
        var said = Squeeze(page.Value);

        var paragraphs = mail.TextBody.Split("\r\n\r\n").Where(text => !text.StartsWith("-- ", StringComparison.Ordinal)).ToList();
        foreach (var paragraph in paragraphs.Where(text => !IsLink(text)))
            said.ShouldContain(Squeeze(paragraph).TrimEnd(':'));
        page.Descendants("a").Select(link => link.Attribute("href")!.Value).Distinct().ShouldBe(paragraphs.Where(IsLink));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_HTML_can_be_read_aloud_and_loads_nothing(string name)
    {
        var mail = EmailSamples.Sent(EmailSamples.All[name]);
        var page = Parse(mail.HtmlBody);

        page.Attribute("lang")!.Value.ShouldBe("en");
        page.Descendants("title").Single().Value.ShouldBe(mail.Subject);
        page.Descendants("table").ShouldAllBe(table => table.Attribute("role")!.Value == "presentation");
        page.Descendants("img").ShouldBeEmpty();
        Url()
            .Matches(mail.HtmlBody)
            .ShouldAllBe(match => match.Value.StartsWith("https://accounts.example.com", StringComparison.Ordinal));
        mail.HtmlBody.ShouldAllBe(c => char.IsAscii(c));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_line_of_text_is_longer_than_78_characters_but_the_link(string name)
    {
        var mail = EmailSamples.Sent(WithTexts(EmailSamples.All[name], string.Join(' ', Enumerable.Repeat("Gesellschaft", 20))));

        mail.TextBody.Split("\r\n")
            .Where(line => !line.StartsWith("https://", StringComparison.Ordinal))
            .ShouldAllBe(line => line.Length <= 78);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_people_typed_becomes_neither_markup_nor_a_link_nor_a_line(string name)
    {
        var mail = EmailSamples.Sent(WithTexts(EmailSamples.All[name], Hostile), toName: Hostile);

        mail.Subject.ShouldNotContain("\n");
        foreach (var said in new[] { mail.Subject, mail.TextBody })
        {
            said.ShouldNotContain("\nPay here");
            said.ShouldNotContain("\u202E");
            said.ShouldNotContain("https://evil.example");
        }

        Parse(mail.HtmlBody).Descendants().ShouldNotContain(element => element.Name == "img" || element.Name == "b");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_that_is_logged_by_mistake_shows_a_secret_or_a_name(string name)
    {
        var email = EmailSamples.All[name];

        var logged =
            $"{email} {new OutgoingMail("mail-1", "ada@example.com", EmailSamples.Person, email, default)} {EmailSamples.Sent(email)}";

        logged.ShouldNotContain(EmailSamples.Token);
        logged.ShouldNotContain(EmailSamples.Person);
        logged.ShouldNotContain(EmailSamples.Other);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_a_stable_id(string name) => EmailSamples.Sent(EmailSamples.All[name]).MessageId.ShouldBe("<mail-1@example.com>");

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_what_is_not_about_security_can_be_turned_off_by_the_mail_program_and_the_reader(string name)
    {
        var email = EmailSamples.All[name];
        var mail = EmailSamples.Sent(email);

        var type = email switch
        {
            NotificationEmail or DigestEmail => "notifications",
            ReleaseNotesEmail => "updates",
            UsageReportEmail => "reports",
            _ => null,
        };
        if (type is not null)
        {
            mail.Unsubscribe!.AbsoluteUri.ShouldBe(
                $"https://accounts.example.com/api/v1/email-subscriptions/{EmailSamples.Token}?type={type}"
            );
            mail.TextBody.ShouldContain($"\r\nhttps://accounts.example.com/email-subscriptions/{EmailSamples.Token}\r\n");
        }
        else
        {
            mail.Unsubscribe.ShouldBeNull();
            mail.TextBody.ShouldNotContain("/email-subscriptions/");
        }
    }

    /// <summary>The email with another text in the place of each of its own, but for what people don't type.</summary>
    private static Email WithTexts(Email email, string text)
    {
        var copy = JsonSerializer.Deserialize<Email>(JsonSerializer.Serialize(email, StateJson.Options), StateJson.Options)!;
        foreach (
            var property in copy.GetType()
                .GetProperties()
                .Where(property =>
                    property.PropertyType == typeof(string)
                    && property.Name is not ("Role" or nameof(SpendingAlertEmail.Currency))
                    && property.GetValue(copy) is not null
                )
        )
            property.SetValue(copy, text);
        foreach (var property in copy.GetType().GetProperties().Where(property => property.Name == "Items"))
        {
            var items = (IReadOnlyList<MailedNotification>)property.GetValue(copy)!;
            // A body has lines of its own.
            var body = text.ReplaceLineEndings(" ");
            property.SetValue(copy, items.Select(item => item with { Title = text, Body = body }).ToList());
        }

        return copy;
    }

    private static bool IsLink(string paragraph) => paragraph.StartsWith("https://", StringComparison.Ordinal);

    private static XElement Parse(string html)
    {
        var wellFormed = Meta().Replace(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "<meta$1/>");
        return XElement.Parse(wellFormed, LoadOptions.PreserveWhitespace);
    }

    private static string Squeeze(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex("<meta([^>]*)>")]
    private static partial Regex Meta();

    [GeneratedRegex("https?://[^\"<#]*")]
    private static partial Regex Url();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
