using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Passwords;

namespace Kayse.Grains.Sso;

/// <summary>The Super Admins who keep their password when single sign-on is enforced.</summary>
internal sealed class BreakGlass(string companyId, IGrainFactory grains)
{
    private const int MaxOwners = 50;

    private static readonly CompanyRight _owners = new(Role.SuperAdmin, []);

    /// <summary>Who they are now.</summary>
    public async Task<IReadOnlyList<CompanyPerson>> ListAsync(CompanySsoState state) =>
        state.BreakGlassUserIds.Count == 0
            ? []
            : [.. (await OwnersAsync()).Where(person => state.BreakGlassUserIds.Contains(person.UserId, StringComparer.Ordinal))];

    /// <summary>
    /// Two of the Super Admins who have a password, or the only one: those who are asked for, else those there are, else the
    /// actor and whoever joined first. Refuses <c>validation_failed</c>.
    /// </summary>
    public async Task<IReadOnlyList<string>> ChooseAsync(string? actorId, IReadOnlyList<string>? wanted, CompanySsoState state)
    {
        var owners = await OwnersWithPasswordAsync();
        var needed = Math.Min(SsoUseRules.BreakGlassAdmins, owners.Count);
        if (wanted is null && needed > 0)
        {
            var first = state.BreakGlassUserIds.Append(actorId).OfType<string>().Where(owners.Contains).Concat(owners);
            return [.. first.Distinct(StringComparer.Ordinal).Take(needed).Order(StringComparer.Ordinal)];
        }

        var chosen = (wanted ?? []).Distinct(StringComparer.Ordinal).Where(owners.Contains).Order(StringComparer.Ordinal).ToList();
        if (needed == 0 || chosen.Count != needed || chosen.Count != wanted!.Count)
            throw new RefusedException(GeneralErrors.Invalid(ErrorsFor(needed)));
        return chosen;
    }

    private async Task<IReadOnlyList<string>> OwnersWithPasswordAsync()
    {
        var owners = (await OwnersAsync()).Take(MaxOwners).Select(person => person.UserId).ToList();
        var credentials = await Task.WhenAll(owners.Select(id => grains.GetGrain<ICredentialsGrain>(id).GetCredentialAsync()));
        return [.. owners.Zip(credentials).Where(one => one.Second is { PasswordHash.Length: > 0 }).Select(one => one.First)];
    }

    private async Task<IReadOnlyList<CompanyPerson>> OwnersAsync() =>
        (await grains.GetGrain<ICompanyAccessGrain>(companyId).ListWithRightAsync(_owners)).People;

    private static Dictionary<string, string[]> ErrorsFor(int needed) =>
        new(StringComparer.Ordinal)
        {
            ["breakGlassUserIds"] =
            [
                needed switch
                {
                    0 => "A Super Admin needs a password first, to sign in when the identity provider doesn't work.",
                    1 => "Choose the only active Super Admin who has a password.",
                    _ => "Choose two active Super Admins who have a password.",
                },
            ],
        };
}
