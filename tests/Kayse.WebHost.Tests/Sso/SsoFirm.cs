using System.Net;
using Kayse.Grains.Domains;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Sso;
using Kayse.WebHost.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.Sso;

/// <summary>A company with a verified domain and an identity provider, for which the tests speak.</summary>
internal sealed class SsoFirm(KayseApp app, Person owner, string domain)
{
    private static int _count;

    public Person Owner => owner;

    public string Domain => domain;

    public ICompanySsoGrain Sso => Grains.GetGrain<ICompanySsoGrain>(owner.CompanyId);

    public ApiClient Admin => app.Client(owner.Token);

    public string ConnectionId => SsoConnectionIds.Of(owner.CompanyId, SsoProtocol.Oidc);

    private IGrainFactory Grains => app.Services.GetRequiredService<IGrainFactory>();

    private Actor Actor => new(owner.UserId, owner.SessionId, null) { IsProved = true };

    /// <summary>One whose people may sign in by single sign-on.</summary>
    public static async Task<SsoFirm> FoundAsync(KayseApp app)
    {
        var domain = $"sso{Interlocked.Increment(ref _count)}.example";
        var firm = new SsoFirm(app, await app.SignUpAsync($"owner@{domain}"), domain);
        await firm.Grains.GetGrain<IDomainGrain>(domain).ClaimAsync(firm.Owner.CompanyId);
        await firm.ConfigureAsync();
        await firm.UseAsync(SsoProtocol.Oidc);
        return firm;
    }

    /// <summary>One whose people have to.</summary>
    public static async Task<SsoFirm> FoundEnforcingAsync(KayseApp app)
    {
        var firm = await FoundAsync(app);
        await firm.PassTestAsync();
        await firm.UseAsync(SsoProtocol.Oidc, enforced: true);
        return firm;
    }

    public Task<SsoConnection> ConfigureAsync(string clientId = "kayse") =>
        Sso.ConfigureAsync(
            Actor,
            new ConfigureSso(owner.CompanyId, SsoProtocol.Oidc)
            {
                Oidc = new OidcSettings($"https://idp.{domain}", clientId) { ClientSecret = "secret" },
            }
        );

    public Task<SsoOverview> UseAsync(SsoProtocol? protocol, bool enforced = false, bool justInTime = true) =>
        Sso.SetUseAsync(Actor, new SetSsoUse(protocol, enforced, justInTime));

    public async Task<SsoTestReport> PassTestAsync(string? email = null)
    {
        var connection = await Sso.BeginTestAsync(Actor, SsoProtocol.Oidc);
        var report = new SsoTestReport([new SsoCheck("Signature", true)], []);
        return await Sso.CompleteTestAsync(
            Actor,
            new CompleteSsoTest(SsoProtocol.Oidc, connection.Version, report, IdentityOf(email ?? owner.Email))
        );
    }

    public VerifiedIdentity IdentityOf(string email, string? subject = null) =>
        new(ConnectionId, $"https://idp.{domain}", subject ?? email) { Email = email, FullName = "Ben Ito" };

    /// <summary>Somebody whom the provider vouches for, signed in.</summary>
    public Task<Person> SignInAsync(string email, string? subject = null, DateTimeOffset? authenticatedAt = null) =>
        SignInAsync(IdentityOf(email, subject) with { AuthenticatedAt = authenticatedAt });

    public async Task<Person> SignInAsync(VerifiedIdentity identity)
    {
        var device = new ClientDevice(DeviceKinds.Desktop, "Firefox", "Windows", "203.0.113.7");
        var signedIn = await Sso.SignInAsync(new SsoSignIn(identity, app.Clock.GetUtcNow(), device, RememberMe: false));
        return new Person(identity.Email!, signedIn.User.Id, signedIn.ActiveCompanyId, signedIn.Session.Id, signedIn.Session.Token);
    }

    /// <summary>Somebody who has joined by invitation, with a password.</summary>
    public async Task<Person> JoinAsync(string name, string role = "user")
    {
        await app.InviteAsync(owner, $"{name}@{domain}", role);
        return await app.AcceptAsync($"{name}@{domain}");
    }

    /// <summary>Has a member of this company join another one as well.</summary>
    public async Task WorksAlsoInAsync(Person member, Person inviter)
    {
        var token = await InvitedByAsync(inviter, member.Email);
        (await app.Client(member.Token).PostAsync("invitations/accept", new { token })).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>The token of one more invitation of somebody who had one before.</summary>
    public async Task<string> InvitedByAsync(Person inviter, string email)
    {
        var before = await app.MailedTokenAsync(email);
        await app.InviteAsync(inviter, email);
        return await app.MailedTokenAsync(email, otherThan: before);
    }

    /// <summary>What the audit log says of single sign-on, oldest first.</summary>
    public async Task<IReadOnlyList<string>> AuditAsync() =>
        [
            .. (await Admin.GetAsync("companies/current/audit-log?limit=200")).ShouldBe(HttpStatusCode.OK).Json["items"]!
                .AsArray()
                .Select(entry => entry!["action"]!.GetValue<string>())
                .Where(action => action.StartsWith("sso.", StringComparison.Ordinal))
                .Reverse(),
        ];
}
