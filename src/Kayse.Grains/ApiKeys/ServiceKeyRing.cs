using System.Text.Json;
using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;

namespace Kayse.Grains.ApiKeys;

/// <summary>The API keys of a company: <see cref="ICompanyServiceKeysGrain"/>.</summary>
internal sealed class ServiceKeyRing(CompanyContext company)
{
    public async Task<IReadOnlyList<ServiceKeyView>> ListAsync(Actor actor)
    {
        company.Admin(actor);
        return [.. (await ViewsAsync()).OrderByDescending(key => key.CreatedAt).ThenByDescending(key => key.Id, StringComparer.Ordinal)];
    }

    public async Task<IssuedServiceKey> CreateAsync(Actor actor, CreateApiKey command)
    {
        var admin = ProvedAdmin(actor);
        var details = ApiKeyRules.Check(command, company.Now);
        var held = Find(command.KeyId);
        if (held is null)
        {
            held = new HeldServiceKey(command.KeyId, details.Name!);
            await company.SaveAsync(company.State with { ServiceKeys = [.. await WithRoomForOneAsync(), held] });
        }

        var token = ApiKeyToken.Create(held.Id, out var hash);
        var account = Account(admin, actor, AuditActions.ServiceKeyCreated, held, ServiceKeyRules.Differences(null, details));
        var start = new StartServiceKey(hash, details, PrincipalOf(held), admin.UserId, account);
        return new IssuedServiceKey(token, WithCreator(await company.ServiceKey(held.Id).StartServiceKeyAsync(start)));
    }

    public async Task<IssuedServiceKey> RotateAsync(Actor actor, string keyId, TimeSpan overlap)
    {
        var admin = ProvedAdmin(actor);
        ServiceKeyRules.EnsureOverlap(overlap);
        var held = Get(keyId);
        var until = company.Now + overlap;
        var token = ApiKeyToken.Create(keyId, out var hash);
        var account = Account(
            admin,
            actor,
            AuditActions.ServiceKeyRotated,
            held,
            [new AuditChange("previousKeyUntil", null, JsonSerializer.Serialize(until.UtcDateTime), Personal: false)]
        );
        return new IssuedServiceKey(token, WithCreator(await company.ServiceKey(keyId).RotateSecretAsync(hash, until, account)));
    }

    public async Task EndOverlapAsync(Actor actor, string keyId)
    {
        var admin = ProvedAdmin(actor);
        var account = Account(admin, actor, AuditActions.ServiceKeyOverlapEnded, Get(keyId), []);
        await company.ServiceKey(keyId).EndOverlapAsync(account);
    }

    public async Task RevokeAsync(Actor actor, string keyId)
    {
        var admin = ProvedAdmin(actor);
        var account = Account(admin, actor, AuditActions.ServiceKeyRevoked, Get(keyId), []);
        await company.ServiceKey(keyId).RevokeServiceKeyAsync(account);
        await company.SaveAsync(company.State with { ServiceKeys = [.. company.State.ServiceKeys.Where(key => key.Id != keyId)] });
    }

    /// <summary>Has every key know the company as it is now.</summary>
    public Task RefreshAsync() =>
        Task.WhenAll(company.State.ServiceKeys.Select(key => company.ServiceKey(key.Id).SetServicePrincipalAsync(PrincipalOf(key))));

    private MemberRecord ProvedAdmin(Actor actor)
    {
        var admin = company.Admin(actor);
        ServiceKeyRules.EnsureProved(actor);
        return admin;
    }

    // Those that were never finished make room.
    private async Task<IReadOnlyList<HeldServiceKey>> WithRoomForOneAsync()
    {
        if (company.State.ServiceKeys.Count < ServiceKeyRules.MaxKeys)
            return company.State.ServiceKeys;
        var live = (await ViewsAsync()).Select(key => key.Id).ToHashSet(StringComparer.Ordinal);
        return live.Count < ServiceKeyRules.MaxKeys
            ? [.. company.State.ServiceKeys.Where(key => live.Contains(key.Id))]
            : throw new RefusedException(ApiKeyErrors.TooManyServiceKeys);
    }

    private async Task<IEnumerable<ServiceKeyView>> ViewsAsync() =>
        (
            await Task.WhenAll(company.State.ServiceKeys.Select(key => company.ServiceKey(key.Id).GetServiceKeyAsync()))
        )
            .OfType<ServiceKeyView>()
            .Select(WithCreator);

    // The key knows the user id; names stay with the people, and go with them.
    private ServiceKeyView WithCreator(ServiceKeyView key) =>
        key with
        {
            CreatedBy = key.CreatedBy is { } userId && company.Roster.Find(userId) is { Removed: false } member ? member.FullName : null,
        };

    private HeldServiceKey? Find(string keyId) => company.State.ServiceKeys.FirstOrDefault(key => key.Id == keyId);

    private HeldServiceKey Get(string keyId) => Find(keyId) ?? throw new RefusedException(GeneralErrors.NotFound);

    private SessionPrincipal PrincipalOf(HeldServiceKey key) => ServiceKeyRules.PrincipalOf(key, company.Id, company.State.Name);

    private AuditRecord Account(MemberRecord admin, Actor actor, string action, HeldServiceKey key, IReadOnlyList<AuditChange> changes) =>
        company.AuditBy(admin, actor).Of(action, new AuditTarget(AuditTargetKinds.ServiceKey, key.Id, key.Name), changes);
}
