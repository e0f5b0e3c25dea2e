using Kayse.Grains.Members;

namespace Kayse.Grains.Scim;

/// <summary>The members of the company, as a directory reads them.</summary>
internal sealed class ScimMembers(ScimContext directory)
{
    private string? _revision;
    private IReadOnlyDictionary<string, MemberView> _all = new Dictionary<string, MemberView>(StringComparer.Ordinal);

    /// <summary>All of them, deactivated ones too; read again only when anything has changed.</summary>
    public async Task<IReadOnlyDictionary<string, MemberView>> ReadAllAsync(Actor actor)
    {
        var roster = await directory.Company.ListProvisionedAsync(actor, _revision);
        if (roster.Members is not { } members)
            return _all;
        _revision = roster.Revision;
        return _all = members.ToDictionary(member => member.UserId, StringComparer.Ordinal);
    }

    /// <summary>Those of some people who are members.</summary>
    public async Task<IReadOnlyDictionary<string, MemberView>> ReadAsync(Actor actor, IReadOnlyCollection<string> userIds)
    {
        const int fewer = 50;
        if (userIds.Count > fewer)
            return await ReadAllAsync(actor);
        var found = await Task.WhenAll(userIds.Select(userId => directory.Company.FindProvisionedAsync(actor, userId)));
        return found.OfType<MemberView>().ToDictionary(member => member.UserId, StringComparer.Ordinal);
    }
}
