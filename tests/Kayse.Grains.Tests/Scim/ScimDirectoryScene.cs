using Kayse.Grains.Audit;
using Kayse.Grains.Domains;
using Kayse.Grains.Members;
using Kayse.Grains.Scim;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.Scim;

/// <summary>A company of its own for each test, whose domain is verified and whose identity provider has a token.</summary>
public abstract class ScimDirectoryScene(ScimDirectoryScene.SharedSilo silo)
    : IClassFixture<ScimDirectoryScene.SharedSilo>,
        IAsyncLifetime
{
    private static int _companies;

    private protected string Domain { get; } = $"scim{Interlocked.Increment(ref _companies)}.example";

    private protected Firm Firm { get; private set; } = null!;

    private protected ScimCaller Caller { get; private set; } = null!;

    private protected TestSilo Silo => silo.Silo;

    private protected IScimUsersGrain Users => silo.Silo.Grains.GetGrain<IScimUsersGrain>(Firm.CompanyId);

    private protected IScimGroupsGrain Groups => silo.Silo.Grains.GetGrain<IScimGroupsGrain>(Firm.CompanyId);

    private protected IScimDirectoryGrain Directory => silo.Silo.Grains.GetGrain<IScimDirectoryGrain>(Firm.CompanyId);

    public async Task InitializeAsync()
    {
        Firm = await Hosting.Firm.FoundAsync(silo.Silo, $"ada@{Domain}");
        await silo.Silo.Grains.GetGrain<IDomainGrain>(Domain).ClaimAsync(Firm.CompanyId);
        Caller = await TokenAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private protected async Task<ScimCaller> TokenAsync() => CallerOf(await Directory.CreateTokenAsync(Firm.Founder, NewToken()));

    private protected CreateScimToken NewToken() => new(EntityId.New(silo.Silo.Clock), ExpiresAt: null);

    private protected ScimCaller CallerOf(IssuedScimToken token)
    {
        ScimToken.TryParse(token.Token, out var companyId, out var hash).ShouldBeTrue();
        companyId.ShouldBe(Firm.CompanyId);
        return new ScimCaller(hash, "192.0.2.1");
    }

    private protected ScimUser UserOf(string name, string? externalId) =>
        new()
        {
            UserName = $"{name}@{Domain}",
            ExternalId = externalId,
            DisplayName = "Ben Hale",
        };

    private protected Task<ScimResult<ScimUserView>> CreateAsync(string name, string? externalId) =>
        Users.CreateUserAsync(Caller, UserOf(name, externalId));

    private protected Task<ScimResult<ScimUserView>> SetActiveAsync(string id, bool active) =>
        Users.PatchUserAsync(Caller, id, new([new(ScimOp.Replace, "active", active ? "true" : "false")]), null);

    private protected async Task<IEnumerable<string>> ListAsync(string? filter) =>
        (await Users.ListUsersAsync(Caller, new(filter))).Items.Select(user => user.Id);

    private protected async Task<IEnumerable<string>> ListGroupsAsync(string filter) =>
        (await Groups.ListGroupsAsync(Caller, new(filter))).Items.Select(group => group.Id);

    private protected async Task<string> GroupAsync(string name, params IReadOnlyList<string> members) =>
        (await Groups.CreateGroupAsync(Caller, new() { DisplayName = name, MemberIds = members })).Resource.Id;

    private protected Task<ScimResult<ScimGroupView>> MembersAsync(string group, ScimOp op, string userId) =>
        Groups.PatchGroupAsync(Caller, group, new([new(op, "members", $$"""[{"value":"{{userId}}"}]""")]), null);

    private protected async Task<(Role, AccessMode, string)> AccessAsync(string userId)
    {
        var access = (await Firm.MemberAsync(userId)).Access;
        return (access.Role, access.CaseAccess, string.Join(' ', access.AgentIds));
    }

    private protected async Task<IEnumerable<string>> ActionsAsync() =>
        (await Firm.AuditAsync()).Select(record => record.Action).Where(action => action.StartsWith("scim.", StringComparison.Ordinal));

    public sealed class SharedSilo : IAsyncLifetime
    {
        internal TestSilo Silo { get; private set; } = null!;

        public async Task InitializeAsync() => Silo = await TestSilo.StartAsync();

        public async Task DisposeAsync() => await Silo.DisposeAsync();
    }
}
