using System.Globalization;
using System.Net;
using Kayse.Testing;
using Kayse.WebHost.Tests.Passkeys;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Members;

/// <summary>
/// An admin helps members who have lost their second factor, or whose first password they choose: a company each, on one
/// host.
/// </summary>
[Collection(PasskeyScene.Name)]
public sealed class LostSecondFactorTests(PasskeyScene scene)
{
    private const string Initial = "an initial plum tram";

    private KayseApp App => scene.App;

    [Fact]
    public async Task One_that_was_not_used_for_a_week_is_reset_at_once()
    {
        var (owner, enrolment) = await EnrolledAsync();
        var member = enrolment.Person;
        App.Clock.Advance(TimeSpan.FromDays(7));
        owner = await App.SignInAsync(owner.Email);

        var answer = await ResetAsync(owner, member);

        answer.ShouldBe(HttpStatusCode.OK).At("status").ShouldBe("done");
        answer.Json["resetAt"].ShouldBeNull();
        (await PasswordAloneAsync(member)).ShouldBe("signed_in");
        (await App.MailAsync(member.Email, "Subject: Your second factor was reset")).ShouldContain("Vale Law");
        (await ActionsAsync(owner)).Take(2).ShouldBe(["member.two_factor_reset", "member.two_factor_disabled"], ignoreOrder: true);
        (await ResetAsync(owner, member)).ShouldRefuse(HttpStatusCode.Conflict, "two_factor_not_enabled");
    }

    [Fact]
    public async Task One_that_was_used_is_reset_after_a_day_passkeys_included()
    {
        var (owner, enrolment) = await EnrolledAsync();
        using var passkey = new SoftwarePasskey();
        var member = await App.AddAsync(enrolment.Person, passkey);

        var answer = await ResetAsync(owner, member);

        answer.ShouldBe(HttpStatusCode.OK).At("status").ShouldBe("pending");
        var at = answer.At("resetAt");
        at.ShouldBe(After(TimeSpan.FromHours(24)));
        (await App.Client(member.Token).GetAsync("me/two-factor")).At("resetAt").ShouldBe(at);
        (await App.Client(owner.Token).GetAsync($"companies/current/members/{member.UserId}")).At("twoFactorResetAt").ShouldBe(at);
        (await App.Browser(owner).GetAsync($"/settings/staff/{member.UserId}")).ShouldSay("Reset planned for");
        (await App.MailAsync(member.Email, "Subject: Your second factor will be reset")).ShouldContain("Vale Law");
        App.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        (await PasswordAloneAsync(member)).ShouldBe("two_factor_required");
        App.Clock.Advance(TimeSpan.FromSeconds(1));

        (await PasswordAloneAsync(member)).ShouldBe("signed_in");
        (await App.SignInAsync(passkey)).ShouldRefuse(HttpStatusCode.Unauthorized, "passkey_unknown");
        (await App.Client(member.Token).GetAsync("session")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_planned_one_is_cancelled_by_the_person_or_by_an_admin(bool byPerson)
    {
        var (owner, enrolment) = await EnrolledAsync();
        var member = enrolment.Person;
        await ResetAsync(owner, member);
        if (byPerson)
        {
            var page = await App.Browser(member).SubmitAsync("/profile/security", "cancel-reset");
            page.ShouldSay("Reset canceled.");
            (await App.Client(member.Token).DeleteAsync("me/two-factor/reset")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        }
        else
        {
            (await App.Client(owner.Token).DeleteAsync($"companies/current/members/{member.UserId}/two-factor-reset")).ShouldBe(
                HttpStatusCode.NoContent
            );
        }

        App.Clock.Advance(TimeSpan.FromHours(24));
        (await PasswordAloneAsync(member)).ShouldBe("two_factor_required");
        await App.MailAsync(member.Email, "Subject: The reset of your second factor was canceled");
        (await ActionsAsync(await App.SignInAsync(owner.Email))).ShouldContain("member.two_factor_reset_cancelled");
    }

    [Fact]
    public async Task Somebody_of_two_companies_is_refused_without_a_word_about_the_other()
    {
        var (owner, enrolment) = await EnrolledAsync();
        var other = await App.SignUpAsync(company: "Secret Other Firm");
        var before = await App.MailedTokenAsync(enrolment.Person.Email);
        await App.InviteAsync(other, enrolment.Person.Email);
        var token = await App.MailedTokenAsync(enrolment.Person.Email, otherThan: before);
        (await App.Client(enrolment.Person.Token).PostAsync("invitations/accept", new { token })).ShouldBe(HttpStatusCode.OK);

        var answer = await ResetAsync(owner, enrolment.Person);

        answer.ShouldRefuse(HttpStatusCode.Conflict, "member_elsewhere");
        answer.Text.ShouldNotContain("Secret");
    }

    [Fact]
    public async Task It_takes_a_recent_proof_and_nobody_resets_their_own_or_a_superiors()
    {
        var (owner, enrolment) = await EnrolledAsync();
        var admin = await App.JoinAsync(owner, "admin");
        (await ResetAsync(admin, owner)).ShouldRefuse(HttpStatusCode.Forbidden, "forbidden");
        (await ResetAsync(owner, owner)).ShouldRefuse(HttpStatusCode.Conflict, "own_role");
        App.Clock.Advance(TimeSpan.FromMinutes(15));
        (await ResetAsync(owner, enrolment.Person)).ShouldRefuse(HttpStatusCode.Forbidden, "step_up_required");
    }

    [Fact]
    public async Task A_password_that_an_admin_chose_works_for_7_days()
    {
        var owner = await App.SignUpAsync();
        var (email, created) = await CreatedAsync(owner);
        var path = $"companies/current/members/{created}";
        var expiresAt = After(TimeSpan.FromDays(7));
        (await MemberAtAsync(owner, path, expiresAt)).ShouldBe(expiresAt);
        App.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        var inTime = await SignInAsync(email, Initial);
        inTime.ShouldBe(HttpStatusCode.OK).At("restriction").ShouldBe("password_change");
        App.Clock.Advance(TimeSpan.FromSeconds(1));

        (await SignInAsync(email, Initial)).ShouldRefuse(HttpStatusCode.Forbidden, "password_expired");
        (await SignInAsync(email, "something else")).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");
        var change = new { currentPassword = Initial, newPassword = "a plum tram for the otter" };
        (await App.Client(inTime.At("session.token")).PostAsync("me/password", change)).ShouldRefuse(
            HttpStatusCode.Forbidden,
            "password_expired"
        );
        owner = await App.SignInAsync(owner.Email);
        (await App.Browser(owner).GetAsync($"/settings/staff/{created}")).ShouldSay("Expired").ShouldSay("Set another");

        (await App.Client(owner.Token).PostAsync($"{path}/password", new { newPassword = "another plum tram" })).ShouldBe(
            HttpStatusCode.NoContent
        );
        var signedIn = (await SignInAsync(email, "another plum tram")).ShouldBe(HttpStatusCode.OK);
        var own = new { currentPassword = "another plum tram", newPassword = "a plum tram for the otter" };
        (await App.Client(signedIn.At("session.token")).PostAsync("me/password", own)).ShouldBe(HttpStatusCode.OK);
        App.Clock.Advance(TimeSpan.FromDays(8));
        (await SignInAsync(email, "a plum tram for the otter")).ShouldBe(HttpStatusCode.OK);
    }

    private string After(TimeSpan time) =>
        (App.Clock.GetUtcNow() + time).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private async Task<(Person Owner, Enrolment Member)> EnrolledAsync()
    {
        var owner = await App.SignUpAsync();
        return (owner, await App.EnrolAsync(await App.JoinAsync(owner)));
    }

    private async Task<(string Email, string UserId)> CreatedAsync(Person owner)
    {
        var member = new
        {
            fullName = "Cleo Adamu",
            email = Journeys.NewEmail("cleo"),
            role = "user",
            password = Initial,
        };
        var created = await App.Client(owner.Token).PostAsync("companies/current/members", member);
        return (member.email, created.ShouldBe(HttpStatusCode.Created).At("userId"));
    }

    // The roster follows in the background.
    private async Task<string?> MemberAtAsync(Person owner, string path, string expected)
    {
        for (var i = 0; i < 100; i++)
        {
            var member = await App.Client(owner.Token).GetAsync(path);
            if (member.Json["initialPasswordExpiresAt"]?.GetValue<string>() is { } at)
                return at;
            await Task.Delay(20);
        }

        return $"not {expected}";
    }

    private Task<ApiAnswer> ResetAsync(Person admin, Person member) =>
        App.Client(admin.Token).PostAsync($"companies/current/members/{member.UserId}/two-factor-reset");

    private Task<ApiAnswer> SignInAsync(string email, string password) => App.Client().PostAsync("auth/sign-in", new { email, password });

    private async Task<string> PasswordAloneAsync(Person member) =>
        (await SignInAsync(member.Email, Person.Password)).ShouldBe(HttpStatusCode.OK).At("status");

    private async Task<IReadOnlyList<string>> ActionsAsync(Person owner) =>
        [
            .. (await App.Client(owner.Token).GetAsync("companies/current/audit-log")).Json["items"]!
                .AsArray()
                .Select(entry => entry!["action"]!.GetValue<string>()),
        ];
}
