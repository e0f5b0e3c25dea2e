using Kayse.Grains.ApiKeys;
using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.Sessions;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Kayse.Grains.Tests.Hosting;

/// <summary>A company with its founder, and what people do in it, as calls of grains.</summary>
internal sealed class Firm
{
    public static readonly PageRequest AllOfIt = new(200, null);

    private Firm(TestSilo silo, string companyId, string founderId)
    {
        Silo = silo;
        CompanyId = companyId;
        Founder = ActorOf(founderId) with { IpAddress = "127.0.0.1" };
    }

    public TestSilo Silo { get; }

    public string CompanyId { get; }

    public Actor Founder { get; }

    public ICompanyGrain Company => Silo.Grains.GetGrain<ICompanyGrain>(CompanyId);

    public ICompanyMembersGrain Members => Silo.Grains.GetGrain<ICompanyMembersGrain>(CompanyId);

    public ICompanyAccountsGrain Accounts => Silo.Grains.GetGrain<ICompanyAccountsGrain>(CompanyId);

    public ICompanyInvitationsGrain Invitations => Silo.Grains.GetGrain<ICompanyInvitationsGrain>(CompanyId);

    public ICompanyScopesGrain Scopes => Silo.Grains.GetGrain<ICompanyScopesGrain>(CompanyId);

    public ICompanyServiceKeysGrain ServiceKeys => Silo.Grains.GetGrain<ICompanyServiceKeysGrain>(CompanyId);

    public IMemberSessionsGrain MemberSessions => Silo.Grains.GetGrain<IMemberSessionsGrain>(CompanyId);

    public ICompanyAuditGrain AuditLog => Silo.Grains.GetGrain<ICompanyAuditGrain>(CompanyId);

    /// <summary>A company whose founder has verified their address.</summary>
    public static async Task<Firm> FoundAsync(TestSilo silo, string email = "ada@firm.example", string? phone = null)
    {
        var firm = await FoundUnverifiedAsync(silo, email, phone);
        await firm.VerifyAsync(await silo.Mailbox.TakeVerificationAsync(email));
        return firm;
    }

    /// <summary>A company whose founder has been mailed how to verify their address.</summary>
    public static async Task<Firm> FoundUnverifiedAsync(TestSilo silo, string email = "ada@firm.example", string? phone = null)
    {
        var (companyId, userId) = (EntityId.New(silo.Clock), EntityId.New(silo.Clock));
        var created = await silo.Grains.GetGrain<ICompanyGrain>(companyId).CreateAsync(SignUpOf(email, userId, phone));
        return new Firm(silo, companyId, created.User.Id);
    }

    /// <summary>A person who acts by a session in which they have just proved who they are.</summary>
    public static Actor ActorOf(string userId) => new(userId, "session", null) { IsProved = true };

    /// <summary>Uses the link of a mail that verifies an address.</summary>
    public Task VerifyAsync(string token)
    {
        SecretToken.TryParse(token, out var secret).ShouldBeTrue();
        return User(secret.Id.ToString()).Email.VerifyEmailAsync(secret.Hash);
    }

    /// <summary>Another company of the same founder.</summary>
    public async Task<Firm> AlsoFoundAsync(string name)
    {
        var companyId = EntityId.New(Silo.Clock);
        var founder = (await User(Founder.UserId).Profile.GetAsync())!;
        var signUp = SignUpOf(founder.Email, founder.Id) with { CompanyName = name, PasswordHash = null, ExistingUserId = founder.Id };
        await Silo.Grains.GetGrain<ICompanyGrain>(companyId).CreateAsync(signUp);
        return new Firm(Silo, companyId, founder.Id);
    }

    public static SignUp SignUpOf(string email, string userId, string? phone = null, bool firstRunOnly = false) =>
        new("Firm & Partners", "Ada Founder", email, phone, null, "Europe/Berlin", userId, "hash", null, firstRunOnly);

    public InviteMember InvitationOf(
        string email,
        Role role = Role.User,
        string? phone = null,
        IReadOnlyList<string>? permissions = null
    ) => new(EntityId.New(Silo.Clock), "Ben Invitee", email, phone, null, "Paralegal", new(role, Permissions: permissions));

    public InviteRow RowOf(string email, Role? role = Role.User, string? phone = null, params IReadOnlyList<string> scopeNames) =>
        new(EntityId.New(Silo.Clock), "Ben Invitee", email, role, phone, "Paralegal", scopeNames);

    public Task<InvitationView> InviteAsync(
        string email,
        Role role = Role.User,
        string? phone = null,
        IReadOnlyList<string>? permissions = null
    ) => InviteAsync(Founder, InvitationOf(email, role, phone, permissions));

    /// <summary>Invites somebody who isn't added at once.</summary>
    public async Task<InvitationView> InviteAsync(Actor actor, InviteMember command) =>
        (await Invitations.InviteAsync(actor, command)).Invitation.ShouldNotBeNull();

    /// <summary>Invites, and takes the token from the mail.</summary>
    public async Task<(InvitationView Invitation, string Token)> InviteByMailAsync(
        string email,
        Role role = Role.User,
        string? phone = null,
        IReadOnlyList<string>? permissions = null
    )
    {
        var invitation = await InviteAsync(email, role, phone, permissions);
        return (invitation, TestMailbox.TokenIn(await Silo.Mailbox.NextOfAsync($"{invitation.Id}-1")));
    }

    public Task<InvitationAccepted> AcceptAsync(
        string token,
        string? phone = null,
        string? fullName = null,
        string? existingUserId = null
    )
    {
        SecretToken.TryParse(token, out var secret).ShouldBeTrue();
        var person = existingUserId is null ? new NewPerson(EntityId.New(Silo.Clock), "hash", fullName, phone, null) : null;
        return Invitations.AcceptInvitationAsync(new AcceptInvitation(secret.Id.ToString(), secret.Hash, person, existingUserId));
    }

    public Task DeclineAsync(string token)
    {
        SecretToken.TryParse(token, out var secret).ShouldBeTrue();
        return Invitations.DeclineInvitationAsync(new DeclineInvitation(secret.Id.ToString(), secret.Hash));
    }

    /// <summary>A member who was invited and has accepted.</summary>
    public async Task<Actor> JoinAsync(
        string email,
        Role role = Role.User,
        IReadOnlyList<string>? permissions = null,
        string? phone = null
    )
    {
        var (_, token) = await InviteByMailAsync(email, role, phone, permissions);
        return ActorOf((await AcceptAsync(token)).UserId);
    }

    /// <summary>Has the founder join another company by invitation.</summary>
    public async Task WorksAlsoInAsync(Firm elsewhere)
    {
        var email = (await User(Founder.UserId).Profile.GetAsync())!.Email;
        await elsewhere.AcceptAsync((await elsewhere.InviteByMailAsync(email)).Token, existingUserId: Founder.UserId);
    }

    public CreateMember NewMember(string email, Role role = Role.User, params IReadOnlyList<string> permissions) =>
        new(EntityId.New(Silo.Clock), "Cleo Created", email, new(role, Permissions: permissions), "hash");

    /// <summary>A member who was created without a mail.</summary>
    public async Task<Actor> CreateAsync(string email, Role role = Role.User, params IReadOnlyList<string> permissions) =>
        ActorOf((await Accounts.CreateMemberAsync(Founder, NewMember(email, role, permissions))).UserId);

    public Task<MemberView> MemberAsync(string userId) => Members.GetMemberAsync(Founder, userId);

    public Person User(string userId) => new Person(Silo.Grains, userId);

    public async Task<SignedIn> SignInAsync(string userId, bool rememberMe = false) =>
        await User(userId).SignInAsync(new SignIn(1, CompanyId, ClientDevice.Unknown, rememberMe));

    public ValueTask<SessionCheck> CheckAsync(string token)
    {
        SecretToken.TryParse(token, out var secret).ShouldBeTrue();
        return Silo.LiveSessions.CheckAsync(secret, out _);
    }

    public Task<InvitationPreview> LookUpAsync(string token)
    {
        SecretToken.TryParse(token, out var secret).ShouldBeTrue();
        return Silo.Grains.GetGrain<IInvitationGrain>(secret.Id.ToString()).LookUpAsync(secret.Hash);
    }

    public async Task<InvitationStatus> StatusOfAsync(string invitationId) =>
        (await Invitations.GetInvitationAsync(Founder, invitationId)).Status;

    /// <summary>
    /// Waits until the company has tidied up and ended its reminder, so that it writes nothing by itself.
    /// </summary>
    public async Task HasNothingToFinishAsync()
    {
        var reminders = Silo.Services.GetRequiredService<IReminderTable>();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await reminders.ReadRows(GrainId.Create("company", CompanyId))).Reminders.Count > 0)
            await Task.Delay(5, deadline.Token);
    }

    /// <summary>What the audit log says, oldest first.</summary>
    public async Task<IReadOnlyList<AuditRecord>> AuditAsync()
    {
        var records = new List<AuditRecord>();
        string? cursor = null;
        do
        {
            var page = await Silo
                .Grains.GetGrain<IAuditLogGrain>(CompanyId)
                .ListAsync(AuditFilter.Everything, new PageRequest(200, cursor));
            records.AddRange(page.Items.Select(entry => entry.Record));
            cursor = page.NextCursor;
        } while (cursor is not null);

        records.Reverse();
        return records;
    }

    /// <summary>
    /// Waits until all that the company was told of sessions is on disk, once the clock has passed the minute in which
    /// it is written.
    /// </summary>
    public async Task HasStoredSignInsAsync()
    {
        var storage = Silo.Services.GetRequiredKeyedService<IGrainStorage>("grains");
        var grain = GrainId.Create("company-sessions", CompanyId);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var (history, lastActive) = (
            new GrainState<SignInHistoryState>(new SignInHistoryState()),
            new GrainState<SegmentState<LastActive>>(new SegmentState<LastActive>())
        );
        while (!history.State!.HasReminder || !lastActive.RecordExists)
        {
            await Task.Delay(5, deadline.Token);
            await storage.ReadStateAsync("history", grain, history);
            await storage.ReadStateAsync("last-active-000000", grain, lastActive);
        }
    }

    public Task<string?> OwnerOfAsync(string email) => Silo.Grains.GetGrain<IEmailAddressGrain>(email).GetUserIdAsync();
}

internal static class Listing
{
    /// <summary>Everybody, by name.</summary>
    public static Task<Page<MemberView>> ListMembersAsync(this ICompanyMembersGrain company, Actor actor, PageRequest page) =>
        company.ListMembersAsync(actor, MemberFilter.Everybody, page);
}

internal static class Refused
{
    /// <summary>The code with which the work is refused.</summary>
    public static async Task<string> CodeAsync(Func<Task> work) => (await work.ShouldThrowAsync<RefusedException>()).Code;
}
