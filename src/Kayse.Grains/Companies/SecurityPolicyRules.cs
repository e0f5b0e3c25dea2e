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
        EnsureBetween(errors, "twoFactorGraceDays", command.TwoFactorGraceDays, 0, 30);
        EnsureBetween(errors, "idleTimeoutMinutes", command.IdleTimeoutMinutes, 5, 30 * 24 * 60);
        EnsureBetween(errors, "sessionLifetimeMinutes", command.SessionLifetimeMinutes, 15, 365 * 24 * 60);
        EnsureBetween(errors, "invitationLifetimeHours", command.InvitationLifetimeHours, 1, 30 * 24);
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

    private static void EnsureBetween(FieldErrors errors, string field, int? value, int least, int most)
    {
        if (value < least || value > most)
            errors.Add(field, $"This must be from {least} to {most}.");
    }

    private static IReadOnlyList<string> CheckDomains(FieldErrors errors, IReadOnlyList<string> domains)
    {
        var clean = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var domain in domains)
        {
            if (domain is null || !EmailAddress.TryNormalize($"a@{domain.Trim()}", out var address))
            {
                errors.Add("invitedEmailDomains", "Each must be a domain, such as firm.example.");
                return [];
            }

            clean.Add(address[2..]);
        }

        if (clean.Count > FieldLimits.EmailDomains)
            errors.Add("invitedEmailDomains", $"Give up to {FieldLimits.EmailDomains} of them.");
        return [.. clean];
    }
}
