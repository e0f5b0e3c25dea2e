using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;

namespace Kayse.Grains.Users;

internal sealed partial class UserGrain
{
    public async Task<IReadOnlyList<ApiKeyView>> ListApiKeysAsync() =>
        [.. (await ApiKeyViewsAsync()).OrderByDescending(key => key.CreatedAt).ThenByDescending(key => key.Id, StringComparer.Ordinal)];

    public async Task<IssuedApiKey> CreateApiKeyAsync(Actor actor, string companyId, CreateApiKey command)
    {
        var asked = ApiKeyRules.Check(command, clock.GetUtcNow());
        if (UserRules.ActiveMembership(State, companyId) is not { } membership)
            throw new RefusedException(GeneralErrors.NotFound);
        if (!State.ApiKeys.Any(key => IsOf(key, command.KeyId)))
            await SaveAsync(
                storage,
                State with
                {
                    ApiKeys = [.. await WithRoomForAKeyAsync(), new HeldApiKey(command.KeyId, companyId)],
                }
            );
        var key = ApiKeyToken.Create(command.KeyId, out var hash);
        return new IssuedApiKey(
            key,
            await ApiKey(command.KeyId).StartAsync(new StartApiKey(hash, asked, ApiKeyPrincipalOf(membership), actor))
        );
    }

    public async Task<IssuedApiKey> RegenerateApiKeyAsync(Actor actor, string keyId)
    {
        EnsureHolds(keyId);
        var key = ApiKeyToken.Create(keyId, out var hash);
        return new IssuedApiKey(key, await ApiKey(keyId).RegenerateAsync(hash, actor));
    }

    public async Task RevokeApiKeyAsync(Actor actor, string keyId)
    {
        EnsureHolds(keyId);
        await ApiKey(keyId).RevokeAsync(actor);
        await SaveAsync(storage, State with { ApiKeys = [.. State.ApiKeys.Where(key => !IsOf(key, keyId))] });
    }

    // A key dies with the membership that it stands on, and doesn't come back with it.
    private Task PushToApiKeysAsync(Membership changed)
    {
        var principal = UserRules.ActiveMembership(State, changed.CompanyId) is { } membership ? ApiKeyPrincipalOf(membership) : null;
        return Task.WhenAll(
            State
                .ApiKeys.Where(key => key.CompanyId == changed.CompanyId)
                .Select(key => principal is null ? ApiKey(key.Id).RevokeAsync(actor: null) : ApiKey(key.Id).SetPrincipalAsync(principal))
        );
    }

    // Those that were never finished, or died with a membership, make room.
    private async Task<IReadOnlyList<HeldApiKey>> WithRoomForAKeyAsync()
    {
        if (State.ApiKeys.Count < ApiKeyRules.MaxKeys)
            return State.ApiKeys;
        var there = (await ApiKeyViewsAsync()).Select(key => key.Id).ToHashSet(StringComparer.Ordinal);
        return there.Count < ApiKeyRules.MaxKeys
            ? [.. State.ApiKeys.Where(key => there.Contains(key.Id))]
            : throw new RefusedException(ApiKeyErrors.TooMany);
    }

    private async Task<IEnumerable<ApiKeyView>> ApiKeyViewsAsync() =>
        (await Task.WhenAll(State.ApiKeys.Select(key => ApiKey(key.Id).GetAsync()))).OfType<ApiKeyView>();

    private void EnsureHolds(string keyId)
    {
        if (!State.ApiKeys.Any(key => IsOf(key, keyId)))
            throw new RefusedException(GeneralErrors.NotFound);
    }

    // What a person has to do at their next sign-in is no program's business.
    private SessionPrincipal ApiKeyPrincipalOf(Membership membership) =>
        UserRules.PrincipalOf(Key, State, membership) with
        {
            Restriction = SessionRestriction.None,
            TwoFactorRequiredFrom = null,
        };

    private static bool IsOf(HeldApiKey key, string id) => key.Id == id;

    private IApiKeyGrain ApiKey(string id) => GrainFactory.GetGrain<IApiKeyGrain>(id);
}
