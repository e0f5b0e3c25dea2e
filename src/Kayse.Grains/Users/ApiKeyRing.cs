using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;

namespace Kayse.Grains.Users;

/// <summary>The API keys of a person.</summary>
internal sealed class ApiKeyRing(UserContext user)
{
    public async Task<IReadOnlyList<ApiKeyView>> ListAsync() =>
        [.. (await ViewsAsync()).OrderByDescending(key => key.CreatedAt).ThenByDescending(key => key.Id, StringComparer.Ordinal)];

    public async Task<IssuedApiKey> CreateAsync(Actor actor, string companyId, CreateApiKey command)
    {
        var details = ApiKeyRules.Check(command, user.Now);
        var membership = user.ActiveMembership(companyId);
        if (!Holds(command.KeyId))
            await user.SaveAsync(
                user.State with
                {
                    ApiKeys = [.. await WithRoomForOneAsync(), new HeldApiKey(command.KeyId, companyId)],
                }
            );
        var token = ApiKeyToken.Create(command.KeyId, out var hash);
        var start = new StartApiKey(hash, details, PrincipalOf(membership), actor);
        return new IssuedApiKey(token, await user.ApiKey(command.KeyId).StartAsync(start));
    }

    public async Task<IssuedApiKey> RegenerateAsync(Actor actor, string keyId)
    {
        EnsureHolds(keyId);
        var token = ApiKeyToken.Create(keyId, out var hash);
        return new IssuedApiKey(token, await user.ApiKey(keyId).RegenerateAsync(hash, actor));
    }

    public async Task RevokeAsync(Actor actor, string keyId)
    {
        EnsureHolds(keyId);
        await user.ApiKey(keyId).RevokeAsync(actor);
        await user.SaveAsync(user.State with { ApiKeys = [.. user.State.ApiKeys.Where(key => key.Id != keyId)] });
    }

    /// <summary>Has every key act as the person is now.</summary>
    public Task RefreshAsync() =>
        Task.WhenAll(
            from key in user.State.ApiKeys
            let membership = UserRules.ActiveMembership(user.State, key.CompanyId)
            where membership is not null
            select user.ApiKey(key.Id).SetPrincipalAsync(PrincipalOf(membership))
        );

    /// <summary>
    /// Has the keys of a company act by its newest copy. A key dies with the membership that it stands on, and doesn't
    /// come back with it.
    /// </summary>
    public Task RefreshAsync(Membership changed)
    {
        var principal = UserRules.ActiveMembership(user.State, changed.CompanyId) is { } membership ? PrincipalOf(membership) : null;
        return Task.WhenAll(
            user.State.ApiKeys.Where(key => key.CompanyId == changed.CompanyId)
                .Select(key =>
                    principal is null ? user.ApiKey(key.Id).RevokeAsync(actor: null) : user.ApiKey(key.Id).SetPrincipalAsync(principal)
                )
        );
    }

    // Those that were never finished, or died with a membership, make room.
    private async Task<IReadOnlyList<HeldApiKey>> WithRoomForOneAsync()
    {
        if (user.State.ApiKeys.Count < FieldLimits.ApiKeys)
            return user.State.ApiKeys;
        var live = (await ViewsAsync()).Select(key => key.Id).ToHashSet(StringComparer.Ordinal);
        return live.Count < FieldLimits.ApiKeys
            ? [.. user.State.ApiKeys.Where(key => live.Contains(key.Id))]
            : throw new RefusedException(ApiKeyErrors.TooMany);
    }

    private async Task<IEnumerable<ApiKeyView>> ViewsAsync() =>
        (await Task.WhenAll(user.State.ApiKeys.Select(key => user.ApiKey(key.Id).GetAsync()))).OfType<ApiKeyView>();

    private bool Holds(string keyId) => user.State.ApiKeys.Any(key => key.Id == keyId);

    private void EnsureHolds(string keyId)
    {
        if (!Holds(keyId))
            throw new RefusedException(GeneralErrors.NotFound);
    }

    // What a person has to do at their next sign-in is no program's business.
    private SessionPrincipal PrincipalOf(Membership membership) =>
        UserRules.PrincipalOf(user.Id, user.State, membership) with
        {
            Restriction = SessionRestriction.None,
            TwoFactorRequiredFrom = null,
        };
}
