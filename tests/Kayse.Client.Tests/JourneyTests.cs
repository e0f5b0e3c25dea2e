using System.Net;
using Kayse.Client.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Client.Tests;

/// <summary>The main job by the client alone, against a real host.</summary>
[Collection(HostCollection.Name)]
public sealed class JourneyTests(RunningHost host)
{
    private readonly KayseApp _app = host.App;

    [Fact]
    public async Task Sign_up_verify_invite_accept_check_and_revoke()
    {
        var anyone = NewClient();
        var email = Journeys.NewEmail("owner");
        var signedUp = await anyone.SignIn.SignUpAsync(
            new SignUpRequest
            {
                CompanyName = "Vale Law",
                FullName = "Ada Vale",
                Email = email,
                Password = Person.Password,
            }
        );
        await anyone.SignIn.VerifyEmailAsync(await _app.VerificationTokenAsync(email));
        var owner = anyone.WithToken(signedUp.Session!.Token);
        (await owner.Me.GetAsync()).EmailVerified.ShouldBeTrue();
        var company = owner.Company();
        var scope = await company.Scopes.CreateAsync("Injuries", ["car crash"]);

        var invited = await company.Invitations.InviteAsync(
            new InviteRequest
            {
                FullName = "Ben Ito",
                Email = Journeys.NewEmail("ben"),
                Role = KayseRoles.User,
                ScopeIds = [scope.Id],
                Permissions = [KaysePermissions.AccessCrm],
            }
        );
        invited.Outcome.ShouldBe("invited");
        (await ReadAsync(company.Invitations.ListAsync("pending"))).Select(one => one.Id).ShouldBe([invited.Invitation!.Id]);

        var link = await _app.MailedTokenAsync(invited.Invitation.Email);
        (await anyone.InvitationLinks.LookUpAsync(link)).CompanyName.ShouldBe("Vale Law");
        var accepted = await anyone.InvitationLinks.AcceptAsync(new AcceptInvitationRequest { Token = link, Password = Person.Password });
        var ben = anyone.WithToken(accepted.Session!.Token);
        var session = await ben.GetSessionAsync();
        session.User!.FullName.ShouldBe("Ben Ito");
        session.Role.ShouldBe(KayseRoles.User);
        session.CaseTypes.ShouldBe(["car crash"]);
        (await ben.AuthorizeAsync(new AuthorizationCheck(KaysePermissions.AccessCrm, "car crash"))).Allowed.ShouldBeTrue();
        (await ben.AuthorizeAsync(new AuthorizationCheck(KaysePermissions.AccessCrm, "divorce"))).ShouldBe(new(false, "case_type"));

        var benId = accepted.User!.Id;
        await company.Members.UpdateAsync(benId, new MemberChange { JobTitle = "Paralegal", CaseAccess = KayseAccess.All });
        var member = await company.Members.GetAsync(benId);
        (member.JobTitle, member.CaseAccess).ShouldBe(("Paralegal", KayseAccess.All));
        (await ReadAsync(company.Members.ListAsync(new MemberQuery { Search = "ben" }))).Single().UserId.ShouldBe(benId);

        await company.EndSessionAsync(accepted.Session.Id);
        var ended = await Should.ThrowAsync<KayseException>(() => ben.GetSessionAsync());
        (ended.Status, ended.Code, ended.Reason).ShouldBe((HttpStatusCode.Unauthorized, "session_ended", "revoked"));
        var signedIn = await anyone.SignIn.SignInAsync(
            new SignInRequest { Email = invited.Invitation.Email, Password = Person.Password }
        );
        await company.Members.RemoveAsync(benId);
        (await Should.ThrowAsync<KayseException>(() => anyone.WithToken(signedIn.Session!.Token).GetSessionAsync())).Reason.ShouldBe(
            "removed"
        );
        (await ReadAsync(company.ListAuditLogAsync(new AuditQuery { TargetId = benId }))).ShouldContain(entry =>
            entry.Action == "member.removed" && entry.Actor.Name == "Ada Vale"
        );
    }

    [Fact]
    public async Task Company_settings_sessions_and_keys()
    {
        var person = await _app.SignUpAsync();
        var client = NewClient().WithToken(person.Token);
        var company = client.Company(person.CompanyId);

        (await company.UpdateAsync(new CompanyChange { Website = "https://vale.example", SeatLimit = 9 })).SeatLimit.ShouldBe(9);
        (await company.UpdateAsync(new CompanyChange { Website = null })).Website.ShouldBeNull();
        var policy = await company.GetSecurityPolicyAsync();
        (await company.SetSecurityPolicyAsync(policy with { IdleTimeoutMinutes = 10 })).IdleTimeoutMinutes.ShouldBe(10);
        (await ReadAsync(company.ListSessionsAsync())).Single().Current.ShouldBeTrue();

        var stepped = NewClient().WithToken((await client.SignIn.StepUpAsync(Person.Password)).Token);
        var key = await stepped.Me.CreateApiKeyAsync(new NewApiKey("Reports", [ApiKeyPermissions.Read]));
        var byKey = NewClient().WithToken(key.Key!);
        (await byKey.GetSessionAsync()).User!.Id.ShouldBe(person.UserId);
        (await ReadAsync(stepped.Me.ListApiKeysAsync())).Single().Key.ShouldBeNull();
        await stepped.Me.RevokeApiKeyAsync(key.Id);
        (await Should.ThrowAsync<KayseException>(() => byKey.GetSessionAsync())).Code.ShouldBe("unauthenticated");
    }

    [Fact]
    public async Task A_service_key_from_its_creation_to_its_end()
    {
        var person = await _app.SignUpAsync();
        var company = NewClient().WithToken(person.Token).Company();

        var key = await company.ServiceKeys.CreateAsync(new NewApiKey("Importer", [ApiKeyPermissions.Read]));
        var old = NewClient().WithToken(key.Key!);
        var session = await old.GetSessionAsync();
        session.User.ShouldBeNull();
        session.ServiceKey.ShouldBe(new KayseServiceKey(key.Id, "Importer"));
        (await ReadAsync(old.Company().Members.ListAsync())).Single().UserId.ShouldBe(person.UserId);

        var rotated = await company.ServiceKeys.RotateAsync(key.Id, overlapHours: 2);
        rotated.PreviousKeyUntil.ShouldBe(_app.Clock.GetUtcNow().AddHours(2));
        await old.GetSessionAsync();
        await company.ServiceKeys.EndOverlapAsync(key.Id);
        (await Should.ThrowAsync<KayseException>(() => old.GetSessionAsync())).Code.ShouldBe("unauthenticated");
        var current = NewClient().WithToken(rotated.Key!);
        await current.GetSessionAsync();
        (await ReadAsync(company.ServiceKeys.ListAsync())).Single().PreviousKeyUntil.ShouldBeNull();

        await company.ServiceKeys.RevokeAsync(key.Id);
        (await Should.ThrowAsync<KayseException>(() => current.GetSessionAsync())).Code.ShouldBe("unauthenticated");
    }

    [Fact]
    public async Task A_service_pushes_the_names_of_its_agents_notifies_members_and_follows_what_happens()
    {
        var person = await _app.SignUpAsync();
        var owner = NewClient().WithToken(person.Token);
        var key = await owner
            .Company()
            .ServiceKeys.CreateAsync(new NewApiKey("Voice", [ApiKeyPermissions.Read, ApiKeyPermissions.Write]));
        var company = NewClient().WithToken(key.Key!).Company();
        var start = await company.ReadEventsAsync();

        (await company.Catalogue.ReplaceAgentsAsync([new CatalogueItem("a1", "Reception", "voice")])).Count.ShouldBe(1);
        (await company.Catalogue.GetAgentsAsync()).ShouldBe([new CatalogueItem("a1", "Reception", "voice")]);
        (await company.Catalogue.GetCaseTypesAsync()).ShouldBeEmpty();

        var motion = new MemberEvent("motion-1", person.UserId, "task_due", "File the motion") { Priority = "high" };
        (await company.Notifications.SendAsync([motion, motion with { Id = "motion-2", UserId = "nobody" }])).ShouldBe([
            new EventResult("motion-1", "accepted", null),
            new EventResult("motion-2", "refused", "not_a_member"),
        ]);
        (await company.Notifications.SendAsync([motion])).Single().Outcome.ShouldBe("duplicate");

        var scope = await owner.Company().Scopes.CreateAsync("Injuries", ["car crash"]);
        var news = await company.ReadEventsAsync(start.NextCursor);
        news.Items.ShouldContain(one => one.Type == "scope.created" && one.Target.Id == scope.Id && one.ActorId == person.UserId);
    }

    [Fact]
    public async Task The_same_idempotency_key_creates_once()
    {
        var person = await _app.SignUpAsync();
        var scopes = NewClient().WithToken(person.Token).Company().Scopes;

        var first = await scopes.CreateAsync("Injuries", ["car crash"], "k1");
        (await scopes.CreateAsync("Injuries", ["car crash"], "k1")).Id.ShouldBe(first.Id);

        (await Should.ThrowAsync<KayseException>(() => scopes.CreateAsync("Injuries", ["car crash"]))).Code.ShouldBe("scope_name_taken");
    }

    private IKayseClient NewClient()
    {
        var services = new ServiceCollection();
        services.AddKayseClient(options => options.Address = _app.Address);
        return services.BuildServiceProvider().GetRequiredService<IKayseClient>();
    }

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> items)
    {
        var read = new List<T>();
        await foreach (var item in items)
            read.Add(item);
        return read;
    }
}
