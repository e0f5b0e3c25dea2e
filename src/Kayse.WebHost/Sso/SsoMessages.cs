using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Sso;

namespace Kayse.WebHost.Sso;

/// <summary>What pages say when single sign-on ended without success; the address of the page names the code alone.</summary>
internal static class SsoMessages
{
    private static readonly Refusal[] _known =
    [
        SsoErrors.Required,
        SsoErrors.OtherCompany,
        SsoErrors.AccountOutOfReach,
        SsoErrors.StepUpRequired,
        SsoErrors.IdentityChanged,
        SsoErrors.Unavailable,
        SsoErrors.AttemptExpired,
        SsoErrors.Failed,
        SsoErrors.EmailNotAccepted,
        SsoErrors.NoAccess,
        SsoErrors.NotConfigured,
        GeneralErrors.Forbidden,
        GeneralErrors.NotFound,
        SessionErrors.Unauthenticated,
        new("seat_limit_reached", "Your company has no seat left for you. Ask an admin."),
        new("rate_limited", "Too many sign-ins at once. Try again in a minute."),
    ];

    /// <summary>The message for a code; null for none. Nothing that an address holds is ever shown itself.</summary>
    public static string? Of(string? code) =>
        code is null ? null : (_known.FirstOrDefault(refusal => refusal.Code == code) ?? SsoErrors.Failed).Message;
}
