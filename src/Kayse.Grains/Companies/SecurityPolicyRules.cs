using Kayse.Grains.Directory;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Companies;

internal static class SecurityPolicyRules
{
    /// <summary>
    /// The company under another policy, checked. The time of grace begins when a second factor is first wanted, not
    /// when something else changes.
    /// </summary>
    public static CompanyState Apply(CompanyState company, SetSecurityPolicy command, DateTimeOffset now)
    {
        VersionRules.EnsureExpected(command.ExpectedVersion, company.PolicyVersion);
        var policy = Check(command);
        return company with
        {
            Policy = policy,
            TwoFactorRequiredSince = policy.TwoFactorRequired ? company.TwoFactorRequiredSince ?? now : null,
        };
    }

    private static SecurityPolicy Check(SetSecurityPolicy command)
    {
        var errors = new FieldErrors();
        EnsureBetween(errors, "twoFactorGraceDays", command.TwoFactorGraceDays, 0, 30, "0 to 30 days");
        EnsureBetween(errors, "idleTimeoutMinutes", command.IdleTimeoutMinutes, 5, 30 * 24 * 60, "5 minutes to 30 days");
        EnsureBetween(errors, "sessionLifetimeMinutes", command.SessionLifetimeMinutes, 15, 365 * 24 * 60, "15 minutes to 365 days");
        EnsureBetween(errors, "invitationLifetimeHours", command.InvitationLifetimeHours, 1, 30 * 24, "1 hour to 30 days");
        var domains = CheckDomains(errors, command.InvitedEmailDomains);
        errors.ThrowIfAny();
        return new SecurityPolicy(
            command.TwoFactorRequired,
            TimeSpan.FromDays(command.TwoFactorGraceDays),
            Minutes(command.IdleTimeoutMinutes),
            Minutes(command.SessionLifetimeMinutes),
            command.RememberMeAllowed,
            command.TrustedDevicesAllowed,
            domains,
            Minutes(command.InvitationLifetimeHours * 60)
        );
    }

    private static TimeSpan? Minutes(int? minutes) => minutes is { } some ? TimeSpan.FromMinutes(some) : null;

    private static void EnsureBetween(FieldErrors errors, string field, int? value, int least, int most, string range)
    {
        if (value < least || value > most)
            errors.Add(field, $"Choose {range}.");
    }

    private static IReadOnlyList<string> CheckDomains(FieldErrors errors, IReadOnlyList<string> domains)
    {
        var clean = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var domain in domains)
        {
            if (domain is null || !EmailAddress.TryNormalize($"a@{domain.Trim()}", out var address))
            {
                errors.Add("invitedEmailDomains", "Enter one domain per line, such as firm.example.");
                return [];
            }

            clean.Add(address[2..]);
        }

        if (clean.Count > FieldLimits.EmailDomains)
            errors.Add("invitedEmailDomains", $"Enter up to {FieldLimits.EmailDomains} domains.");
        return [.. clean];
    }
}
