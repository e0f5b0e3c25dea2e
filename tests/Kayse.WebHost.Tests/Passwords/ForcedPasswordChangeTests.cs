using System.Net;
using Kayse.Grains.Passwords;
using Kayse.Grains.Users;
using Kayse.WebHost.Tests.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.Passwords;

/// <summary>A password that an admin has set is good for choosing another, and for nothing else (IN-9, ME-5).</summary>
public sealed class ForcedPasswordChangeTests(SharedApp shared) : AppTests(shared)
{
    private const string Initial = "an initial plum tram";
    private const string NewPassword = "a plum tram for the otter";
    private Person _owner = null!;
    private Person _member = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        var member = await App.JoinAsync(_owner);
        await SetPasswordAsync(member);
        (await App.Client(member.Token).GetAsync("session"))
            .ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended")
            .At("reason")
            .ShouldBe("password_changed");
        _member = await App.SignInAsync(member.Email, Initial);
    }

    [Fact]
    public async Task Sign_in_says_what_is_to_be_done()
    {
        (await SignInAsync(_member, Initial)).At("restriction").ShouldBe("password_change");
        (await SignInAsync(_owner, Person.Password)).Json.ContainsKey("restriction").ShouldBeFalse();
    }

    [Fact]
    public async Task Every_route_for_the_signed_in_but_the_way_out_is_refused()
    {
        string[] wayOut = ["POST /me/password", "POST /auth/sign-out", "GET /me"];
        var routes = App
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint =>
                endpoint.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal)
                && endpoint.Metadata.GetMetadata<Kayse.WebHost.Http.Callers.Access>()?.Caller
                    == Kayse.WebHost.Http.Callers.AccessKind.SignedIn
            )
            .Select(endpoint =>
                (
                    Method: endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single(),
                    Path: endpoint.RoutePattern.RawText!["/api/v1".Length..].TrimEnd('/')
                )
            )
            .ToList();

        foreach (var (method, path) in routes.Where(route => !wayOut.Contains($"{route.Method} {route.Path}")))
        {
            var url = path.Replace("{company}", "current", StringComparison.Ordinal)
                .Replace("{id}", _member.SessionId, StringComparison.Ordinal);
            (await App.Client(_member.Token).SendAsync(new HttpMethod(method), url[1..], null)).ShouldRefuse(
                HttpStatusCode.Forbidden,
                "password_change_required"
            );
        }

        routes.Count.ShouldBeGreaterThan(wayOut.Length);
        (await App.Client(_member.Token).GetAsync("me")).ShouldBe(HttpStatusCode.OK);
        (await App.Client(_member.Token).PostAsync("auth/sign-out")).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task After_the_change_the_next_request_is_served()
    {
        var token = (await ChangeAsync(_member.Token, NewPassword)).ShouldBe(HttpStatusCode.OK).At("session.token");

        (await App.Client(token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
        (await App.Client(token).GetAsync("companies/current")).ShouldBe(HttpStatusCode.OK);
        (await SignInAsync(_member, NewPassword)).Json.ContainsKey("restriction").ShouldBeFalse();
    }

    [Fact]
    public async Task The_password_that_was_set_can_not_be_kept()
    {
        (await ChangeAsync(_member.Token, Initial)).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "password_reused");
        (await App.Client(_member.Token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Forbidden, "password_change_required");
    }

    [Fact]
    public async Task Neither_the_session_nor_the_password_proves_anything_to_an_invitation_or_a_sign_up()
    {
        var other = await App.SignUpAsync(company: "Another Firm");
        await App.InviteAsync(other, _member.Email);
        var token = await App.MailedTokenAsync(_member.Email, "join Another Firm on Kayse", otherThan: null);

        (await App.Client(_member.Token).PostAsync("invitations/accept", new { token })).ShouldRefuse(
            HttpStatusCode.Unauthorized,
            "invalid_credentials"
        );
        (await App.Client().PostAsync("invitations/accept", new { token, password = Initial })).ShouldRefuse(
            HttpStatusCode.Forbidden,
            "password_change_required"
        );
        (
            await App.Client()
                .PostAsync(
                    "companies",
                    new
                    {
                        companyName = "Third Firm",
                        fullName = "Ben Ito",
                        email = _member.Email,
                        password = Initial,
                    }
                )
        ).ShouldRefuse(HttpStatusCode.Forbidden, "password_change_required");

        await ChangeAsync(_member.Token, NewPassword);
        (await App.Client().PostAsync("invitations/accept", new { token, password = NewPassword })).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_reset_link_is_a_way_out_too()
    {
        await App.Client().PostAsync("auth/forgot-password", new { email = _member.Email });
        var token = await App.MailedTokenAsync(_member.Email, "Reset your Kayse password", otherThan: null);
        (await App.Client().PostAsync("auth/reset-password", new { token, newPassword = NewPassword })).ShouldBe(
            HttpStatusCode.NoContent
        );

        (await App.Client((await App.SignInAsync(_member.Email, NewPassword)).Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
    }

    private async Task SetPasswordAsync(Person member)
    {
        var hash = await App
            .Services.GetRequiredService<PasswordHashing>()
            .HashAsync(Initial, new PasswordContext(member.Email), "newPassword", HashingCaller.Of(null), default);
        await App
            .Services.GetRequiredService<IGrainFactory>()
            .GetGrain<ICredentialsGrain>(member.UserId)
            .SetPasswordAsync(new SetPassword(member.CompanyId, "Vale Law", hash));
    }

    private async Task<ApiAnswer> SignInAsync(Person person, string password) =>
        (await App.Client().PostAsync("auth/sign-in", new { email = person.Email, password })).ShouldBe(HttpStatusCode.OK);

    private Task<ApiAnswer> ChangeAsync(string token, string newPassword) =>
        App.Client(token).PostAsync("me/password", new { currentPassword = Initial, newPassword });
}
