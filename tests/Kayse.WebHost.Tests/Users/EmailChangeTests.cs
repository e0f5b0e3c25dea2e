using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Users;

/// <summary>Another email address (US-1).</summary>
public sealed class EmailChangeTests(SharedApp shared) : AppTests(shared)
{
    private const string ConfirmMail = "Confirm your new email address for Kayse";
    private const string ChangedMail = "Your Kayse email address was changed";
    private Person _person = null!;

    public override async Task InitializeAsync() => _person = await App.SignUpAsync();

    [Fact]
    public async Task The_new_address_signs_in_and_the_old_one_does_not()
    {
        var email = await ChangeAsync();

        (await SignInAsync(email)).ShouldBe(HttpStatusCode.OK);
        (await SignInAsync(_person.Email)).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");
        var session = (await App.Client(_person.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
        session.At("user.email").ShouldBe(email);
        (await App.Client(_person.Token).GetAsync("companies/current/members")).Text.ShouldContain(email);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_answered_like_one_that_is_free()
    {
        var other = await App.JoinAsync(_person);

        var (taken, free) = (await AskAsync(other.Email), await AskAsync(Journeys.NewEmail()));

        taken.ShouldBe(HttpStatusCode.Accepted);
        (taken.Status, taken.Text).ShouldBe((free.Status, free.Text));
        taken.Headers.Keys.ShouldBe(free.Headers.Keys, ignoreOrder: true);
        await AskAsync(other.Email);
        var token = await App.MailedTokenAsync(other.Email, ConfirmMail, otherThan: null);
        (await UseAsync("confirm", await LastTokenAsync(other.Email, token))).ShouldRefuse(HttpStatusCode.Conflict, "email_in_use");
    }

    [Fact]
    public async Task The_password_is_asked_for()
    {
        var wrong = await App.Client(_person.Token).PostAsync("me/email", new { newEmail = Journeys.NewEmail(), password = "not it" });

        wrong
            .ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials")
            .At("detail")
            .ShouldBe("The password is incorrect. Try again.");
        (await AskAsync("nowhere")).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "email_invalid");
        (await AskAsync(_person.Email)).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
        (await App.Client(_person.Token).GetAsync("me")).Json["pendingEmail"].ShouldBeNull();
    }

    [Fact]
    public async Task Undoing_signs_out_everywhere_and_leads_to_a_new_password()
    {
        var email = await ChangeAsync();

        (await UseAsync("undo", await App.MailedTokenAsync(_person.Email, ChangedMail, otherThan: null))).ShouldBe(
            HttpStatusCode.NoContent
        );

        (await App.Client(_person.Token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended");
        foreach (var address in new[] { email, _person.Email })
            (await SignInAsync(address)).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");
        var token = await App.MailedTokenAsync(_person.Email, "Reset your Kayse password", otherThan: null);
        (await App.Client().PostAsync("auth/reset-password", new { token, newPassword = "a plum tram for the otter" })).ShouldBe(
            HttpStatusCode.NoContent
        );
        (await SignInAsync(_person.Email, "a plum tram for the otter")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_link_past_its_time_says_so()
    {
        var email = Journeys.NewEmail();
        await AskAsync(email);
        var token = await App.MailedTokenAsync(email);
        App.Clock.Advance(TimeSpan.FromDays(1));

        (await UseAsync("confirm", token)).ShouldRefuse(HttpStatusCode.Gone, "email_link_expired");
        (await UseAsync("confirm", "no token")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await UseAsync("undo", token)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task While_an_address_is_kept_nobody_signs_up_with_it()
    {
        await ChangeAsync();

        var answer = await App.Client()
            .PostAsync(
                "companies",
                new
                {
                    companyName = "Other",
                    fullName = "Eve",
                    email = _person.Email,
                    password = Person.Password,
                }
            );

        answer.ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");
    }

    private async Task<string> ChangeAsync()
    {
        var email = Journeys.NewEmail();
        (await AskAsync(email)).ShouldBe(HttpStatusCode.Accepted);
        (await UseAsync("confirm", await App.MailedTokenAsync(email))).ShouldBe(HttpStatusCode.NoContent);
        return email;
    }

    private Task<ApiAnswer> AskAsync(string newEmail) =>
        App.Client(_person.Token).PostAsync("me/email", new { newEmail, password = Person.Password });

    private Task<ApiAnswer> UseAsync(string link, string token) => App.Client().PostAsync($"me/email/{link}", new { token });

    private async Task<string> LastTokenAsync(string email, string first) =>
        (await UseAsync("confirm", first)).Status == HttpStatusCode.NotFound
            ? await App.MailedTokenAsync(email, ConfirmMail, otherThan: first)
            : first;

    private Task<ApiAnswer> SignInAsync(string email, string password = Person.Password) =>
        App.Client().PostAsync("auth/sign-in", new { email, password });
}
