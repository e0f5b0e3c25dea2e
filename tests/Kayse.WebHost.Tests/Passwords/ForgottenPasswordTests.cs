using System.Diagnostics;
using System.Net;
using Kayse.Grains.Members;
using Kayse.Grains.Users;
using Kayse.WebHost.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.Passwords;

/// <summary>Asking for a reset link, and using it (US-3).</summary>
public sealed class ForgottenPasswordTests(SharedApp shared) : AppTests(shared)
{
    private const string NewPassword = "a plum tram for the otter";
    private Person _person = null!;

    public override async Task InitializeAsync() => _person = await App.SignUpAsync();

    [Fact]
    public async Task The_link_replaces_the_password_and_ends_every_session()
    {
        var token = await AskedAsync();

        (await ResetAsync(token, NewPassword)).ShouldBe(HttpStatusCode.NoContent);

        (await App.Client(_person.Token).GetAsync("session"))
            .ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended")
            .At("reason")
            .ShouldBe("password_changed");
        (await TrySignInAsync(Person.Password)).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");
        (await TrySignInAsync(NewPassword)).ShouldBe(HttpStatusCode.OK);
        await App.MailAsync(_person.Email, "Your Kayse password was changed");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task API_keys_go_on_unless_they_are_to_be_revoked_too(bool revokeApiKeys)
    {
        var key = (await App.Client(_person.Token).PostAsync("me/api-keys", new { name = "Reports", permissions = new[] { "read" } })).At(
            "key"
        );
        var token = await AskedAsync();

        (
            await App.Client()
                .PostAsync(
                    "auth/reset-password",
                    new
                    {
                        token,
                        newPassword = NewPassword,
                        revokeApiKeys,
                    }
                )
        ).ShouldBe(HttpStatusCode.NoContent);

        (await App.Client(key).GetAsync("session")).ShouldBe(revokeApiKeys ? HttpStatusCode.Unauthorized : HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_link_signs_nobody_in()
    {
        var answer = await App.Client()
            .PostAsync(
                "auth/reset-password",
                new { token = await AskedAsync(), newPassword = NewPassword },
                ("Sec-Fetch-Site", "same-origin")
            );

        answer.ShouldBe(HttpStatusCode.NoContent).Text.ShouldBeEmpty();
        answer.Header("Set-Cookie").ShouldBeNull();
    }

    [Fact]
    public async Task Asking_changes_nothing()
    {
        await AskedAsync();

        (await App.Client(_person.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
        (await TrySignInAsync(Person.Password)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_link_works_once()
    {
        var token = await AskedAsync();
        (await ResetAsync(token, NewPassword)).ShouldBe(HttpStatusCode.NoContent);

        (await ResetAsync(token, "another plum tram for the otter")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await TrySignInAsync(NewPassword)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_password_that_is_refused_does_not_use_the_link_up()
    {
        var token = await AskedAsync();
        (await ResetAsync(token, "weak")).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "password_too_weak").Json["errors"]!
            ["newPassword"]
            .ShouldNotBeNull();
        (await ResetAsync(token, Person.Password)).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "password_reused");

        (await ResetAsync(token, NewPassword)).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_link_works_for_60_minutes()
    {
        var token = await AskedAsync();
        App.Clock.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromMilliseconds(1));
        (await ResetAsync(token, "weak")).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "password_too_weak");
        App.Clock.Advance(TimeSpan.FromMilliseconds(1));

        (await ResetAsync(token, NewPassword)).ShouldRefuse(HttpStatusCode.Gone, "password_reset_expired");
    }

    [Fact]
    public async Task Only_the_latest_link_works()
    {
        var first = await AskedAsync();
        var second = await AskedAsync(otherThan: first);

        (await ResetAsync(first, NewPassword)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await ResetAsync(second, NewPassword)).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_changed_password_voids_the_link()
    {
        var token = await AskedAsync();
        (
            await App.Client(_person.Token).PostAsync("me/password", new { currentPassword = Person.Password, newPassword = NewPassword })
        ).ShouldBe(HttpStatusCode.OK);

        (await ResetAsync(token, "another plum tram for the otter")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("06axv7m2k4p9r3t8w1y5z0gh.qLUpYHkB1fY0v0Sx3m8cR5nE7wT2aJ9dG4hK6iO1uXs")]
    public async Task A_token_of_nobody_is_not_found(string token) =>
        (await ResetAsync(token, NewPassword)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");

    [Fact]
    public async Task The_token_of_one_person_opens_nobody_elses_account()
    {
        var other = await App.SignUpAsync();
        var token = await AskedAsync();

        (await ResetAsync($"{other.UserId}.{token.Split('.')[1]}", NewPassword)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Of_simultaneous_uses_of_one_link_one_wins()
    {
        var token = await AskedAsync();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(number => Task.Run(() => ResetAsync(token, $"{NewPassword} {number}")))
        );

        var winner = Array.FindIndex(answers, answer => answer.Status == HttpStatusCode.NoContent);
        answers.Count(answer => answer.Status == HttpStatusCode.NoContent).ShouldBe(1);
        foreach (var loser in answers.Where(answer => answer.Status != HttpStatusCode.NoContent))
            loser.ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await TrySignInAsync($"{NewPassword} {winner}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_answer_is_the_same_for_everybody()
    {
        var deactivated = await App.JoinAsync(_person);
        await DeactivateAsync(deactivated);
        foreach (var email in new[] { _person.Email, deactivated.Email, "nobody@firm.example", "no address", "" })
        {
            var start = Stopwatch.GetTimestamp();
            var answer = await AskAsync(email);
            answer.ShouldBe(HttpStatusCode.Accepted).Text.ShouldBeEmpty();
            Stopwatch.GetElapsedTime(start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(240));
        }
    }

    [Fact]
    public async Task Somebody_who_may_not_sign_in_may_not_with_a_link_either()
    {
        var deactivated = await App.JoinAsync(_person);
        await DeactivateAsync(deactivated);
        await AskAsync(deactivated.Email);
        var token = await App.MailedTokenAsync(deactivated.Email, "Reset your Kayse password", otherThan: null);
        (await ResetAsync(token, NewPassword)).ShouldBe(HttpStatusCode.NoContent);

        (await App.Client().PostAsync("auth/sign-in", new { email = deactivated.Email, password = NewPassword })).ShouldRefuse(
            HttpStatusCode.Unauthorized,
            "invalid_credentials"
        );
    }

    [Fact]
    public async Task A_missing_address_is_named() =>
        (await App.Client().PostAsync("auth/forgot-password", new { })).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json[
            "errors"
        ]!
            ["email"]
            .ShouldNotBeNull();

    private async Task<string> AskedAsync(string? otherThan = null)
    {
        (await AskAsync(_person.Email)).ShouldBe(HttpStatusCode.Accepted);
        return await App.MailedTokenAsync(_person.Email, "Reset your Kayse password", otherThan);
    }

    private Task<ApiAnswer> AskAsync(string email) => App.Client().PostAsync("auth/forgot-password", new { email });

    private Task<ApiAnswer> ResetAsync(string token, string newPassword) =>
        App.Client().PostAsync("auth/reset-password", new { token, newPassword });

    private Task<ApiAnswer> TrySignInAsync(string password) =>
        App.Client().PostAsync("auth/sign-in", new { email = _person.Email, password });

    private Task DeactivateAsync(Person person)
    {
        var user = App.Services.GetRequiredService<IGrainFactory>().GetGrain<IMembershipsGrain>(person.UserId);
        return user.PutMembershipAsync(
            new Membership(_person.CompanyId, "Vale Law", long.MaxValue, Role.User, [], CaseTypes: null, MemberStatus.Deactivated)
        );
    }
}
