using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;

namespace Kayse.Grains.Sso;

/// <summary>The Super Admins who keep their password when single sign-on is enforced.</summary>
internal sealed class BreakGlass(string companyId, IGrainFactory grains)
{
    private static readonly CompanyRight _owners = new(Role.SuperAdmin, []);

    /// <summary>Who they are now.</summary>
    public async Task<IReadOnlyList<CompanyPerson>> ListAsync(CompanySsoState state) =>
        state.BreakGlassUserIds.Count == 0
            ? []
            : [.. (await OwnersAsync()).Where(person => state.BreakGlassUserIds.Contains(person.UserId, StringComparer.Ordinal))];

    /// <summary>
    /// Two of the Super Admins, or the only one: those who are asked for, else those there are, else the actor and whoever
    /// joined first. Refuses <c>validation_failed</c>.
    /// </summary>
    public async Task<IReadOnlyList<string>> ChooseAsync(string actorId, IReadOnlyList<string>? wanted, CompanySsoState state)
    {
        var owners = (await OwnersAsync()).Select(person => person.UserId).ToList();
        var needed = Math.Min(SsoUseRules.BreakGlassAdmins, owners.Count);
        if (wanted is null)
        {
            var first = state.BreakGlassUserIds.Where(owners.Contains).Append(actorId).Concat(owners);
            return [.. first.Distinct(StringComparer.Ordinal).Take(needed).Order(StringComparer.Ordinal)];
        }

        var chosen = wanted.Distinct(StringComparer.Ordinal).Where(owners.Contains).Order(StringComparer.Ordinal).ToList();
        if (chosen.Count != needed || chosen.Count != wanted.Count)
            throw new RefusedException(GeneralErrors.Invalid(ErrorsFor(needed)));
        return chosen;
    }

    private async Task<IReadOnlyList<CompanyPerson>> OwnersAsync() =>
        (await grains.GetGrain<ICompanyAccessGrain>(companyId).ListWithRightAsync(_owners)).People;

    private static Dictionary<string, string[]> ErrorsFor(int needed) =>
        new(StringComparer.Ordinal)
        {
            ["breakGlassUserIds"] = [needed == 1 ? "Choose the Super Admin." : "Choose two active Super Admins."],
        };
}
