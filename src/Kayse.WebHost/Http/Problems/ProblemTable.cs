using System.Collections.Frozen;

namespace Kayse.WebHost.Http.Problems;

/// <summary>What HTTP makes of an error code: the one place that knows.</summary>
internal static class ProblemTable
{
    private static readonly FrozenDictionary<string, ProblemKind> _kinds = new Dictionary<string, ProblemKind>(StringComparer.Ordinal)
    {
        ["validation_failed"] = new(400, "The request is not valid"),
        ["image_invalid"] = new(400, "Not a picture"),
        ["image_dimensions"] = new(400, "The picture is too large"),
        ["unauthenticated"] = new(401, "Not signed in"),
        ["invalid_credentials"] = new(401, "Email address and password not accepted"),
        ["two_factor_invalid"] = new(401, "Wrong code"),
        ["session_ended"] = new(401, "The session has ended"),
        ["step_up_required"] = new(403, "Confirm that it is you"),
        ["forbidden"] = new(403, "Not allowed"),
        ["email_not_verified"] = new(403, "Verify your email address first"),
        ["password_change_required"] = new(403, "Change your password first"),
        ["two_factor_setup_required"] = new(403, "Set two-factor authentication up first"),
        ["not_found"] = new(404, "Not found"),
        ["method_not_allowed"] = new(405, "Method not allowed"),
        ["email_already_member"] = new(409, "Already a member"),
        ["email_already_invited"] = new(409, "Already invited"),
        ["phone_already_invited"] = new(409, "Already invited"),
        ["phone_in_use"] = new(409, "Phone number in use"),
        ["email_in_use"] = new(409, "The email address has an account"),
        ["member_elsewhere"] = new(409, "Belongs to another company too"),
        ["last_super_admin"] = new(409, "The last Super Admin"),
        ["company_limit_reached"] = new(409, "In too many companies"),
        ["seat_limit_reached"] = new(409, "All seats are taken"),
        ["own_role"] = new(409, "Your own role"),
        ["scope_name_taken"] = new(409, "Name in use"),
        ["scope_in_use"] = new(409, "The last scope of some people"),
        ["scope_limit_reached"] = new(409, "Too many scopes"),
        ["api_key_limit_reached"] = new(409, "Too many API keys"),
        ["service_key_limit_reached"] = new(409, "Too many service keys"),
        ["two_factor_already_enabled"] = new(409, "Two-factor authentication is on"),
        ["two_factor_not_enabled"] = new(409, "Two-factor authentication is off"),
        ["two_factor_not_set_up"] = new(409, "Two-factor authentication is not set up"),
        ["idempotency_in_progress"] = new(409, "Still under way"),
        ["invitation_expired"] = new(410, "The invitation has expired"),
        ["invitation_revoked"] = new(410, "The invitation was withdrawn"),
        ["invitation_used"] = new(410, "The invitation has been used"),
        ["password_reset_expired"] = new(410, "The link has expired"),
        ["two_factor_ticket_expired"] = new(410, "The sign-in has expired"),
        ["email_code_expired"] = new(410, "The code has expired"),
        ["email_link_expired"] = new(410, "The link has expired"),
        ["version_conflict"] = new(412, "Changed in the meantime"),
        ["payload_too_large"] = new(413, "Body too large"),
        ["unsupported_media_type"] = new(415, "Unsupported media type"),
        ["password_too_weak"] = new(422, "The password is too weak"),
        ["password_reused"] = new(422, "The password was used before"),
        ["phone_invalid"] = new(422, "The phone number is not valid"),
        ["email_invalid"] = new(422, "The email address is not valid"),
        ["email_code_invalid"] = new(422, "Wrong code"),
        ["email_domain_not_allowed"] = new(422, "The email domain is not allowed"),
        ["idempotency_mismatch"] = new(422, "Idempotency key used for another request"),
        ["account_locked"] = new(423, "The account is locked"),
        ["rate_limited"] = new(429, "Too many requests"),
        ["internal_error"] = new(500, "Internal error"),
        ["unavailable"] = new(503, "Unavailable"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every code that an answer can hold.</summary>
    public static IEnumerable<string> Codes => _kinds.Keys;

    /// <summary>The status and title of a code, or null for one that is not meant for clients.</summary>
    public static ProblemKind? Find(string code) => _kinds.GetValueOrDefault(code);
}

/// <summary>An HTTP status and a title for it that says the same for every occurrence.</summary>
internal sealed record ProblemKind(int Status, string Title);
