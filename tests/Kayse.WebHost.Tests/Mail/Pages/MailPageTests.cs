using System.Net;
using Kayse.WebHost.Mail;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Mail.Pages;

/// <summary>The mail that a newcomer finds their way by.</summary>
public sealed class MailPageTests : OwnAppTests
{
    [Fact]
    public async Task An_invitation_can_be_followed()
    {
        var owner = await App.SignUpAsync(company: "Vale & <b>Söhne</b>");
        var email = Journeys.NewEmail("invitee");
        await App.InviteAsync(owner, email);
        var token = await App.MailedTokenAsync(email);

        var page = await App.Browser().GetAsync("/development/mail");
        page.ShouldBe(HttpStatusCode.OK).ShouldSay("Ada Vale invited you to join Vale & <b>Söhne</b> on Kayse").ShouldSay(email);
        page.Links.ShouldContain(link => link.Url == $"http://localhost:5080/invitations/accept#token={token}");
        page.Html.ShouldNotContain("<b>S");
        (await App.Browser().GetAsync("/sign-in")).Links.ShouldContain(link => link.Url == "/development/mail");
    }

    [Theory]
    [InlineData("environment", "Production")]
    [InlineData("Kayse:Mail:Transport", "Smtp")]
    public async Task It_is_there_only_in_development_while_mail_goes_to_a_folder(string setting, string value)
    {
        await using var app = new KayseApp((setting, value), ("Kayse:Mail:Smtp:Host", "localhost"));

        (await app.Browser().GetAsync("/development/mail")).ShouldBe(HttpStatusCode.NotFound);
        (await app.Browser().GetAsync("/sign-up")).ShouldBe(HttpStatusCode.OK);
        (await app.Browser().GetAsync("/sign-in")).Links.ShouldNotContain(link => link.Url == "/development/mail");
    }

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("203.0.113.9", HttpStatusCode.NotFound)]
    public async Task It_is_shown_on_this_machine_alone(string from, HttpStatusCode status) =>
        (await App.Client().GetAsync("/development/mail", (KayseApp.RemoteAddressHeader, from))).ShouldBe(status);

    [Fact]
    public async Task Only_links_into_the_console_can_be_followed()
    {
        System.IO.Directory.CreateDirectory(App.MailDirectory);
        await File.WriteAllTextAsync(
            Path.Combine(App.MailDirectory, "a.eml"),
            "Subject: <i>Hi</i>\r\nTo: b@firm.example\r\n\r\nhttp://localhost:50801/ http://localhost:5080.evil.example/ http://localhost:5080/x javascript:alert(1) http://localhost:5080@evil.example/"
        );

        var page = await App.Browser().GetAsync("/development/mail");
        page.Links.Select(link => link.Url)
            .Where(url => url.StartsWith("http", StringComparison.Ordinal) || url.StartsWith("javascript", StringComparison.Ordinal))
            .ShouldBe(["http://localhost:5080/x"]);
        page.ShouldSay("<i>Hi</i>");
    }

    [Fact]
    public async Task Headers_are_read_in_any_script()
    {
        using var file = new MemoryStream(
            System.Text.Encoding.UTF8.GetBytes(
                "To: =?utf-8?Q?J=C3=BCrgen_100%?=\r\n <j@firm.example>\r\nSubject: =?utf-8?B?w5w=?=\r\n =?utf-8?B?YmVy?= uns\r\nContent-Type: multipart/alternative;\r\n boundary=--b\r\n\r\n\r\n----b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nw5xiZXI=\r\n\r\n----b\r\nContent-Type: text/html\r\n\r\n<p>\r\n----b--\r\n"
            )
        );

        var mail = await PickedUpMail.ParseAsync(file, DateTimeOffset.UnixEpoch, CancellationToken.None);

        mail.ShouldBe(new PickedUpMail(DateTimeOffset.UnixEpoch, "Jürgen 100% <j@firm.example>", "Über uns", "Über"));
    }
}
