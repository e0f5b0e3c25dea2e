using Kayse.Grains.Members;

namespace Kayse.Grains.Users;

/// <summary>The companies that a person is in, as the companies say.</summary>
internal sealed class Memberships(UserContext user, UserSessions sessions, ApiKeyRing apiKeys)
{
    public UserStanding? Standing
    {
        get
        {
            var active = UserRules.ActiveMemberships(user.State).ToList();
            return user.State.Email is null
                ? null
                : new UserStanding(
                    user.State.EmailVerifiedAt is not null,
                    active.Any(membership => membership.Role >= Role.Admin),
                    [.. active.Select(membership => membership.CompanyId)]
                )
                {
                    HasSecondFactor = UserTwoFactorRules.HasAny(user.State),
                    MustChangePassword = user.State.MustChangePassword,
                };
        }
    }

    public UserCompanies Companies =>
        new([.. UserRules.ActiveMemberships(user.State)], UserRules.ActiveMembership(user.State, companyId: null)?.CompanyId)
        {
            SetupDismissed = user.State.SetupDismissed,
        };

    public async Task PutAsync(Membership membership)
    {
        if (user.State.Email is null || UserRules.Merge(user.State.Memberships, membership) is not { } memberships)
            return;
        var next = UserPasswordRules.WithMemberships(user.State, memberships);
        next = SsoIdentityRules.WithMembership(next, membership);
        var before = user.State with { Pending = next.Pending, ContactVersion = next.ContactVersion };
        await user.SaveAsync(
            next with
            {
                FormerCompanyIds = UserRules.FormerCompanies(user.State, membership),
                Pending = ProfileRules.PendingAfter(before, membership),
            }
        );
        // The company repeats the call until it succeeds.
        await sessions.RefreshAsync(membership);
        await apiKeys.RefreshAsync(membership);
    }

    public Task SetDefaultCompanyAsync(string companyId)
    {
        var membership = user.ActiveMembership(companyId);
        return user.SaveAsync(user.State with { DefaultCompanyId = membership.CompanyId });
    }

    public Task DismissSetupAsync(string companyId)
    {
        var membership = user.ActiveMembership(companyId);
        return user.State.SetupDismissed.Contains(membership.CompanyId, StringComparer.Ordinal)
            ? Task.CompletedTask
            : user.SaveAsync(user.State with { SetupDismissed = [.. Kept, membership.CompanyId] });
    }

    // Those of companies that the person has left would only add up.
    private IEnumerable<string> Kept =>
        user.State.SetupDismissed.Where(id => user.State.Memberships.Any(membership => membership.CompanyId == id));
}
