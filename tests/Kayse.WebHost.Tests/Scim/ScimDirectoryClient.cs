using Kayse.Grains.Domains;
using Kayse.Grains.Scim;
using Kayse.WebHost.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.Scim;

/// <summary>What an identity provider does by a token, as calls of grains.</summary>
internal sealed class ScimDirectoryClient
{
    private readonly IGrainFactory _grains;
    private readonly ScimCaller _caller;
    private readonly string _companyId;

    public ScimDirectoryClient(KayseApp app, string token)
    {
        ScimToken.TryParse(token, out _companyId, out var hash).ShouldBeTrue();
        _grains = app.Services.GetRequiredService<IGrainFactory>();
        _caller = new ScimCaller(hash, IpAddress: null);
    }

    private IScimUsersGrain Users => _grains.GetGrain<IScimUsersGrain>(_companyId);

    /// <summary>Has the company verify a domain.</summary>
    public async Task VerifyAsync(string domain) =>
        (await _grains.GetGrain<IDomainGrain>(domain).ClaimAsync(_companyId)).ShouldBe(_companyId);

    /// <summary>The id of somebody new.</summary>
    public async Task<string> AddAsync(string email, string name = "Ben Hale") =>
        (await Users.CreateUserAsync(_caller, new ScimUser { UserName = email, DisplayName = name })).Resource.Id;

    public Task DeactivateAsync(string id) =>
        Users.PatchUserAsync(_caller, id, new ScimPatch([new(ScimOp.Replace, "active", "false")]), expectedVersion: null);

    /// <summary>The id of a new group.</summary>
    public async Task<string> AddGroupAsync(string name, params IReadOnlyList<string> members)
    {
        var groups = _grains.GetGrain<IScimGroupsGrain>(_companyId);
        return (await groups.CreateGroupAsync(_caller, new ScimGroup { DisplayName = name, MemberIds = members })).Resource.Id;
    }

    public Task NoteAsync(ScimRequest request) => _grains.GetGrain<IScimActivityGrain>(_companyId).NoteAsync(request);
}
