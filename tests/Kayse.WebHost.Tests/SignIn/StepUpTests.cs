using System.Globalization;
using System.Net;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Tests.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.SignIn;

/// <summary>Sensitive acts need a password within the last 15 minutes (SE-6).</summary>
public sealed class StepUpTests(SharedApp shared) : AppTests(shared)
{
    private static readonly object _newKey = new { name = "Reports", permissions = new[] { "read" } };
    private Person _owner = null!;

    public override async Task InitializeAsync() => _owner = await App.SignUpAsync();

    [Fact]
    public async Task A_session_that_has_just_begun_needs_no_step_up()
    {
        var member = await App.JoinAsync(_owner);
        foreach (var token in new[] { _owner.Token, (await App.SignInAsync(_owner.Email)).Token, member.Token })
            (await App.Client(token).PostAsync("me/api-keys", _newKey)).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task From_the_15th_minute_on_it_does_until_the_password_is_given_again()
    {
        App.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromMilliseconds(1));
        (await App.Client(_owner.Token).PostAsync("me/api-keys", _newKey)).ShouldBe(HttpStatusCode.Created);
        App.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await App.Client(_owner.Token).PostAsync("me/api-keys", _newKey)).ShouldRefuse(HttpStatusCode.Forbidden, "step_up_required");
        (await App.Client(_owner.Token).GetAsync("me/api-keys")).ShouldBe(HttpStatusCode.OK);

        var token = (await StepUpAsync(_owner.Token)).ShouldBe(HttpStatusCode.OK).At("session.token");

        (await App.Client(_owner.Token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "unauthenticated");
        (await App.Client(token).PostAsync("me/api-keys", _newKey)).ShouldBe(HttpStatusCode.Created);
        (await App.Client(token).GetAsync("session")).At("id").ShouldBe(_owner.SessionId);
    }

    [Theory]
    [InlineData("POST", "me/api-keys")]
    [InlineData("POST", "me/api-keys/{key}/regenerate")]
    [InlineData("DELETE", "me/api-keys/{key}")]
    [InlineData("POST", "companies/current/ownership")]
    [InlineData("PUT", "companies/current/security-policy")]
    [InlineData("PUT", "companies/current/retention")]
    [InlineData("POST", "companies/current/members/{member}/password")]
    [InlineData("POST", "me/two-factor/setup")]
    [InlineData("POST", "me/two-factor/enable")]
    [InlineData("POST", "me/two-factor/backup-codes")]
    public async Task These_acts_need_it_and_do_nothing_without(string method, string path)
    {
        var key = (await App.Client(_owner.Token).PostAsync("me/api-keys", _newKey)).ShouldBe(HttpStatusCode.Created);
        var member = await App.JoinAsync(_owner, "admin");
        App.Clock.Advance(TimeSpan.FromMinutes(15));

        var answer = await App.Client(_owner.Token)
            .SendAsync(
                new HttpMethod(method),
                path.Replace("{key}", key.At("id"), StringComparison.Ordinal)
                    .Replace("{member}", member.UserId, StringComparison.Ordinal),
                new
                {
                    userId = member.UserId,
                    name = "Another",
                    permissions = new[] { "admin" },
                }
            );

        answer.ShouldRefuse(HttpStatusCode.Forbidden, "step_up_required");
        (await App.Client(key.At("key")).GetAsync("session")).ShouldBe(HttpStatusCode.OK).At("role").ShouldBe("super_admin");
        (await App.Client(_owner.Token).GetAsync("me/api-keys")).Json["total"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public void No_route_that_needs_it_serves_an_api_key()
    {
        var endpoints = App
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<StepUpNeeded>() is { ServesKeys: false })
            .ToList();

        endpoints.ShouldNotBeEmpty();
        endpoints.ShouldAllBe(endpoint =>
            endpoint.Metadata.GetMetadata<ApiKeyAccess>() == null
            && endpoint.Metadata.GetMetadata<Access>()!.Caller == AccessKind.SignedIn
        );
    }

    [Fact]
    public async Task An_api_key_does_not_step_up()
    {
        var key = (await App.Client(_owner.Token).PostAsync("me/api-keys", new { name = "All", permissions = new[] { "admin" } })).At(
            "key"
        );

        (await StepUpAsync(key)).ShouldRefuse(HttpStatusCode.Forbidden, "forbidden");
        (await App.Client(key).PostAsync("me/api-keys", _newKey)).ShouldRefuse(HttpStatusCode.Forbidden, "forbidden");
    }

    [Theory]
    [InlineData("""{"password": "a guess"}""", HttpStatusCode.Unauthorized, "invalid_credentials")]
    [InlineData("""{"password": ""}""", HttpStatusCode.Unauthorized, "invalid_credentials")]
    [InlineData("{}", HttpStatusCode.BadRequest, "validation_failed")]
    public async Task A_wrong_password_proves_nothing_and_leaves_the_session_as_it_is(string body, HttpStatusCode status, string code)
    {
        App.Clock.Advance(TimeSpan.FromMinutes(15));

        (await App.Client(_owner.Token).PostAsync("auth/step-up", body)).ShouldRefuse(status, code);

        (await App.Client(_owner.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
        (await App.Client(_owner.Token).PostAsync("me/api-keys", _newKey)).ShouldRefuse(HttpStatusCode.Forbidden, "step_up_required");
    }

    [Fact]
    public async Task The_password_of_somebody_else_proves_nothing()
    {
        var other = await App.SignUpAsync();
        await App.Client(other.Token)
            .PostAsync("me/password", new { currentPassword = Person.Password, newPassword = "a plum tram for the otter" });

        (await StepUpAsync(_owner.Token, "a plum tram for the otter")).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");
    }

    [Fact]
    public async Task Wrong_passwords_lock_the_session_and_no_sign_in()
    {
        for (var failures = 0; failures < 10;)
        {
            var answer = await StepUpAsync(_owner.Token, "a guess");
            if (answer.Status == HttpStatusCode.TooManyRequests)
            {
                App.Clock.Advance(
                    TimeSpan.FromSeconds(int.Parse(answer.Header("Retry-After").ShouldNotBeNull(), CultureInfo.InvariantCulture))
                );
                continue;
            }

            answer.ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");
            failures++;
        }

        (await StepUpAsync(_owner.Token)).ShouldRefuse(HttpStatusCode.Locked, "account_locked");
        (await App.Client().PostAsync("auth/sign-in", new { email = _owner.Email, password = Person.Password })).ShouldBe(
            HttpStatusCode.OK
        );
        (await App.Client(_owner.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
        App.Clock.Advance(TimeSpan.FromMinutes(15));
        (await StepUpAsync(_owner.Token)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_begun_by_another_session_of_theirs_needs_it()
    {
        var other = await App.SignUpAsync(company: "Another Firm");
        var email = (await App.JoinAsync(other)).Email;
        var first = await App.MailedTokenAsync(email);
        var token = (await App.SignInAsync(email)).Token;
        await App.InviteAsync(_owner, email);
        App.Clock.Advance(TimeSpan.FromMinutes(20));

        var accepted = await App.Client(token)
            .PostAsync("invitations/accept", new { token = await App.MailedTokenAsync(email, otherThan: first) });

        (await App.Client(accepted.ShouldBe(HttpStatusCode.OK).At("session.token")).PostAsync("me/api-keys", _newKey)).ShouldRefuse(
            HttpStatusCode.Forbidden,
            "step_up_required"
        );
    }

    [Fact]
    public async Task Changing_the_password_proves_it_too()
    {
        App.Clock.Advance(TimeSpan.FromMinutes(20));
        var changed = await App.Client(_owner.Token)
            .PostAsync("me/password", new { currentPassword = Person.Password, newPassword = "a plum tram for the otter" });

        (await App.Client(changed.ShouldBe(HttpStatusCode.OK).At("session.token")).PostAsync("me/api-keys", _newKey)).ShouldBe(
            HttpStatusCode.Created
        );
    }

    [Fact]
    public async Task Browser_gets_the_new_token_as_its_cookie()
    {
        var answer = await App.Client()
            .PostAsync(
                "auth/step-up",
                new { password = Person.Password },
                ("Cookie", $"kayse_session={_owner.Token}"),
                ("Sec-Fetch-Site", "same-origin")
            );

        answer
            .ShouldBe(HttpStatusCode.OK)
            .Header("Set-Cookie")
            .ShouldNotBeNull()
            .ShouldStartWith($"kayse_session={answer.At("session.token")};");
    }

    private Task<ApiAnswer> StepUpAsync(string token, string password = Person.Password) =>
        App.Client(token).PostAsync("auth/step-up", new { password });
}
