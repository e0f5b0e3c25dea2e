using System.Net;
using System.Net.Http.Headers;
using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Branding;

/// <summary>Whose look mails have (CO-3).</summary>
public sealed class MailBrandingTests(SharedApp shared) : AppTests(shared)
{
    private const string Color = "bgcolor=\"#9a3412\"";
    private Person _owner = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        var client = App.Client(_owner.Token);
        (await client.PatchAsync("companies/current/branding", new { accentColor = "#9a3412" })).ShouldBe(HttpStatusCode.OK);
        var icon = new ByteArrayContent(Pictures.Png()) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        (await client.SendRawAsync(HttpMethod.Put, "companies/current/logos/icon", icon)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_invitation_has_the_look_of_the_company()
    {
        var email = Journeys.NewEmail();
        await App.InviteAsync(_owner, email);

        var mail = await App.MailAsync(email, "on Kayse");

        mail.ShouldContain(Color);
        mail.ShouldContain("<img src=\"cid:logo.");
        mail.ShouldContain("Content-Type: image/png");
    }

    [Fact]
    public async Task A_mail_about_an_account_has_it_while_the_person_works_in_no_other_company()
    {
        var ben = await App.JoinAsync(_owner);
        (await ChangedPasswordMailAsync(ben, Person.Password, "another long password")).ShouldContain(Color);

        var first = await App.MailedTokenAsync(ben.Email, "on Kayse", otherThan: null);
        await App.InviteAsync(await App.SignUpAsync(), ben.Email);
        var token = await App.MailedTokenAsync(ben.Email, "on Kayse", otherThan: first);
        var both = await App.Client().PostAsync("invitations/accept", new { token, password = "another long password" });
        both.ShouldBe(HttpStatusCode.OK);

        var mail = await ChangedPasswordMailAsync(
            ben with
            {
                Token = both.At("session.token"),
            },
            "another long password",
            "a third long password"
        );
        mail.ShouldNotContain(Color);
        mail.ShouldNotContain("cid:");
    }

    private async Task<string> ChangedPasswordMailAsync(Person person, string currentPassword, string newPassword)
    {
        const string Subject = "Your Kayse password was changed";
        var before = App.Mails(person.Email).Count;
        (await App.Client(person.Token).PostAsync("me/password", new { currentPassword, newPassword })).Status.ShouldBeOneOf(
            HttpStatusCode.NoContent,
            HttpStatusCode.OK
        );
        return await App.MailAsync(person.Email, Subject, _ => App.Mails(person.Email).Count > before);
    }
}
