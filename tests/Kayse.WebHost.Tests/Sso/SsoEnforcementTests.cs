using System.Net;
using Kayse.Grains.Sso;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Sso;

/// <summary>A company that has its members use single sign-on.</summary>
public sealed class SsoEnforcementTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "companies/current/sso";

    [Fact]
    public async Task It_takes_a_test_that_the_same_admin_passed_within_the_hour()
    {
        var firm = await SsoFirm.FoundAsync(App);
        var enforce = new { inUse = "oidc", enforced = true };
        (await PutAsync(firm, enforce)).ShouldRefuse(HttpStatusCode.Conflict, "sso_test_required");

        (await firm.PassTestAsync("somebody@else.example")).Passed.ShouldBeFalse();
        (await PutAsync(firm, enforce)).ShouldRefuse(HttpStatusCode.Conflict, "sso_test_required");

        (await firm.PassTestAsync()).Passed.ShouldBeTrue();
        await firm.ConfigureAsync("another-client");
        (await PutAsync(firm, enforce)).ShouldRefuse(HttpStatusCode.Conflict, "sso_test_required");

        await firm.PassTestAsync();
        (await PutAsync(firm, new { inUse = "saml", enforced = true })).ShouldRefuse(HttpStatusCode.Conflict, "sso_not_configured");
        var set = (await PutAsync(firm, enforce)).ShouldBe(HttpStatusCode.OK);
        set.Json["breakGlass"]!.AsArray().ShouldHaveSingleItem()!["userId"]!.GetValue<string>().ShouldBe(firm.Owner.UserId);
        (await firm.AuditAsync()).ShouldBe(["sso.configured", "sso.use_changed", "sso.configured", "sso.enforced"]);
        (await App.MailAsync(firm.Owner.Email, "Vale Law now requires single sign-on")).ShouldContain("Ada Vale");
    }

    [Fact]
    public async Task A_test_that_is_an_hour_old_is_none()
    {
        await using var app = new KayseApp();
        var firm = await SsoFirm.FoundAsync(app);
        await firm.PassTestAsync();
        app.Clock.Advance(SsoTestResult.Lifetime);

        (
            await Should.ThrowAsync<Kayse.Grains.Errors.RefusedException>(() => firm.UseAsync(SsoProtocol.Oidc, enforced: true))
        ).Code.ShouldBe("sso_test_required");
    }

    [Fact]
    public async Task Passwords_open_it_no_longer_and_sessions_by_them_end()
    {
        var firm = await SsoFirm.FoundAsync(App);
        var ben = await firm.JoinAsync("ben");
        var key = (
            await App.Client(ben.Token).PostAsync("me/api-keys", new { name = "script", permissions = new[] { "read" } })
        ).ShouldBe(HttpStatusCode.Created);
        await firm.PassTestAsync();

        await firm.UseAsync(SsoProtocol.Oidc, enforced: true);

        var ended = (await App.Client(ben.Token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended");
        ended.At("reason").ShouldBe("sso_required");
        (await SignInAsync(ben.Email, "wrong password, clearly")).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");
        (await SignInAsync(ben.Email)).ShouldRefuse(HttpStatusCode.Forbidden, "sso_required");
        (await App.Client(key.At("key")).GetAsync("companies/current")).ShouldBe(HttpStatusCode.OK);
        (await App.Client((await firm.SignInAsync(ben.Email)).Token).GetAsync("companies/current")).ShouldBe(HttpStatusCode.OK);
        var history = await firm.Admin.GetAsync($"companies/current/sign-in-history?outcome=failure");
        history.Text.ShouldContain("single_sign_on_required");

        await firm.UseAsync(SsoProtocol.Oidc);
        (await SignInAsync(ben.Email)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_works_elsewhere_too_goes_there_by_password_and_not_from_there_to_here()
    {
        var firm = await SsoFirm.FoundAsync(App);
        var ben = await firm.JoinAsync("ben");
        var other = await App.SignUpAsync();
        await firm.WorksAlsoInAsync(ben, other);
        await firm.PassTestAsync();
        await firm.UseAsync(SsoProtocol.Oidc, enforced: true);

        var elsewhere = await App.SignInAsync(ben.Email);

        elsewhere.CompanyId.ShouldBe(other.CompanyId);
        var client = App.Client(elsewhere.Token);
        (await client.PostAsync("session/company", new { companyId = firm.Owner.CompanyId })).ShouldRefuse(
            HttpStatusCode.Forbidden,
            "sso_required"
        );
        (await client.GetAsync($"companies/{firm.Owner.CompanyId}")).ShouldRefuse(HttpStatusCode.Forbidden, "sso_required");
        (await client.GetAsync($"companies/{other.CompanyId}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_super_admins_break_the_glass_and_all_are_told()
    {
        var firm = await SsoFirm.FoundAsync(App);
        var second = await firm.JoinAsync("second", "super_admin");
        var third = await firm.JoinAsync("third", "super_admin");
        await firm.PassTestAsync();
        (
            await PutAsync(
                firm,
                new
                {
                    inUse = "oidc",
                    enforced = true,
                    breakGlassUserIds = new[] { firm.Owner.UserId },
                }
            )
        ).ShouldBe(HttpStatusCode.BadRequest);
        string[] chosen = [firm.Owner.UserId, second.UserId];
        (
            await PutAsync(
                firm,
                new
                {
                    inUse = "oidc",
                    enforced = true,
                    breakGlassUserIds = chosen,
                }
            )
        ).ShouldBe(HttpStatusCode.OK);

        (await SignInAsync(third.Email)).ShouldRefuse(HttpStatusCode.Forbidden, "sso_required");
        (await SignInAsync(second.Email)).ShouldBe(HttpStatusCode.OK);

        (await firm.AuditAsync())[^1].ShouldBe("sso.break_glass_used");
        (await App.MailAsync(third.Email, "Ben Ito signed in to Vale Law without single sign-on")).ShouldNotBeEmpty();
        // Who is no Super Admin any more has to use it, and another takes their place.
        (await firm.Admin.PatchAsync($"companies/current/members/{second.UserId}", new { role = "admin" })).ShouldBe(HttpStatusCode.OK);
        (await SignInAsync(second.Email)).ShouldRefuse(HttpStatusCode.Forbidden, "sso_required");
        await EventuallyAsync(async () => (await SignInAsync(third.Email)).Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_members_have_to_use_is_neither_removed_nor_replaced()
    {
        var firm = await SsoFirm.FoundEnforcingAsync(App);
        var refusal = await Should.ThrowAsync<Kayse.Grains.Errors.RefusedException>(() => firm.ConfigureAsync("another-client"));
        refusal.Code.ShouldBe("sso_enforced");
        await firm.ConfigureAsync();
        refusal = await Should.ThrowAsync<Kayse.Grains.Errors.RefusedException>(() =>
            firm.Sso.RemoveAsync(new(firm.Owner.UserId, firm.Owner.SessionId, null) { IsProved = true }, SsoProtocol.Oidc)
        );
        refusal.Code.ShouldBe("sso_enforced");
    }

    [Fact]
    public async Task Admins_look_and_only_super_admins_change()
    {
        var firm = await SsoFirm.FoundAsync(App);
        var admin = await firm.JoinAsync("admin", "admin");
        (await App.Client(admin.Token).GetAsync(Url)).ShouldBe(HttpStatusCode.OK).Json["inUse"]!.GetValue<string>().ShouldBe("oidc");
        (await App.Client(admin.Token).SendAsync(HttpMethod.Put, Url, new { enforced = false })).ShouldRefuse(
            HttpStatusCode.Forbidden,
            "forbidden"
        );
        (await App.Client(admin.Token).PostAsync($"{Url}/test", new { protocol = "oidc" })).ShouldRefuse(
            HttpStatusCode.Forbidden,
            "forbidden"
        );
        var test = (await firm.Admin.PostAsync($"{Url}/test", new { protocol = "oidc" })).ShouldBe(HttpStatusCode.OK);
        test.At("url").ShouldEndWith("/sso/test/oidc");
        (await firm.Admin.PostAsync($"{Url}/test", new { protocol = "saml" })).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
    }

    private static async Task EventuallyAsync(Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 200; i++)
        {
            if (await isSo())
                return;
            await Task.Delay(10);
        }

        throw new TimeoutException("It never came to that.");
    }

    private static Task<ApiAnswer> PutAsync(SsoFirm firm, object body) => firm.Admin.SendAsync(HttpMethod.Put, Url, body);

    private Task<ApiAnswer> SignInAsync(string email, string password = Person.Password) =>
        App.Client().PostAsync("auth/sign-in", new { email, password });
}
