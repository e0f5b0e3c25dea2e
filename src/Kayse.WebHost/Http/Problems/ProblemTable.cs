using System.Collections.Frozen;

namespace Kayse.WebHost.Http.Problems;

/// <summary>What HTTP makes of an error code: the one place that knows.</summary>
internal static class ProblemTable
{
    private static readonly FrozenDictionary<string, ProblemKind> _kinds = new Dictionary<string, ProblemKind>(StringComparer.Ordinal)
    {
        ["validation_failed"] = new(400, "The request is not valid"),
        ["image_invalid"] = new(400, "The picture can't be read"),
        ["image_dimensions"] = new(400, "The picture is too large"),
        ["unauthenticated"] = new(401, "Not signed in"),
        ["invalid_credentials"] = new(401, "Incorrect email address or password"),
        ["two_factor_invalid"] = new(401, "Incorrect code"),
        ["passkey_invalid"] = new(401, "The passkey was not accepted"),
        ["passkey_unknown"] = new(401, "Unknown passkey"),
        ["invalid_client"] = new(401, "Client credentials not accepted"),
        ["session_ended"] = new(401, "The session has ended"),
        ["step_up_required"] = new(403, "Confirm your identity"),
        ["forbidden"] = new(403, "You don't have access"),
        ["email_not_verified"] = new(403, "Verify your email address first"),
        ["password_change_required"] = new(403, "Change your password first"),
        ["password_expired"] = new(403, "The password has expired"),
        ["two_factor_setup_required"] = new(403, "Set up two-factor authentication first"),
        ["session_out_of_scope"] = new(403, "Out of the session's scope"),
        ["not_found"] = new(404, "Not found"),
        ["method_not_allowed"] = new(405, "Method not allowed"),
        ["email_already_member"] = new(409, "Already a member"),
        ["email_already_invited"] = new(409, "Already invited"),
        ["phone_already_invited"] = new(409, "Already invited"),
        ["phone_in_use"] = new(409, "Phone number already in use"),
        ["email_in_use"] = new(409, "Email address already in use"),
        ["member_elsewhere"] = new(409, "Member of another company"),
        ["last_super_admin"] = new(409, "Last Super Admin"),
        ["company_limit_reached"] = new(409, "Company limit reached"),
        ["seat_limit_reached"] = new(409, "Seat limit reached"),
        ["own_role"] = new(409, "Not allowed on your own membership"),
        ["scope_name_taken"] = new(409, "Scope name already in use"),
        ["scope_in_use"] = new(409, "Scope in use"),
        ["scope_limit_reached"] = new(409, "Scope limit reached"),
        ["domain_in_use"] = new(409, "Domain already verified"),
        ["domain_limit_reached"] = new(409, "Domain limit reached"),
        ["api_key_limit_reached"] = new(409, "API key limit reached"),
        ["service_key_limit_reached"] = new(409, "Service key limit reached"),
        ["stream_limit_reached"] = new(409, "Too many open streams"),
        ["too_many_push_devices"] = new(409, "Too many devices"),
        ["push_unavailable"] = new(409, "Push is not available"),
        ["two_factor_already_enabled"] = new(409, "Two-factor authentication is on"),
        ["two_factor_not_enabled"] = new(409, "Two-factor authentication is off"),
        ["two_factor_not_set_up"] = new(409, "Two-factor authentication is not set up"),
        ["passkey_taken"] = new(409, "Passkey already in use"),
        ["passkey_limit_reached"] = new(409, "Passkey limit reached"),
        ["last_way_in"] = new(409, "The last way to sign in"),
        ["access_review_open"] = new(409, "Access review still open"),
        ["access_review_closed"] = new(409, "Access review closed"),
        ["access_review_unfinished"] = new(409, "Access review not finished"),
        ["access_review_decided"] = new(409, "Decision already carried out"),
        ["account_deletion_due"] = new(409, "The account is being deleted"),
        ["data_export_in_progress"] = new(409, "Data export in progress"),
        ["data_export_not_ready"] = new(409, "Data export not ready"),
        ["payment_mismatch"] = new(409, "Payment already recorded"),
        ["wallet_full"] = new(409, "Wallet full"),
        ["idempotency_in_progress"] = new(409, "Request in progress"),
        ["invitation_expired"] = new(410, "The invitation has expired"),
        ["invitation_revoked"] = new(410, "The invitation was revoked"),
        ["invitation_used"] = new(410, "The invitation has been used"),
        ["password_reset_expired"] = new(410, "The link has expired"),
        ["two_factor_ticket_expired"] = new(410, "The sign-in has expired"),
        ["email_code_expired"] = new(410, "The code has expired"),
        ["email_link_expired"] = new(410, "The link has expired"),
        ["data_export_expired"] = new(410, "The data export has expired"),
        ["data_export_downloads_used"] = new(410, "The downloads are used up"),
        ["version_conflict"] = new(412, "Changed by someone else"),
        ["payload_too_large"] = new(413, "Body too large"),
        ["unsupported_media_type"] = new(415, "Unsupported media type"),
        ["pairing_code_invalid"] = new(422, "The code doesn't work"),
        ["password_too_weak"] = new(422, "The password is too weak"),
        ["password_reused"] = new(422, "Password already used"),
        ["passkey_not_created"] = new(422, "The passkey was not created"),
        ["phone_invalid"] = new(422, "The phone number is not valid"),
        ["email_invalid"] = new(422, "The email address is not valid"),
        ["email_code_invalid"] = new(422, "Incorrect code"),
        ["email_domain_not_allowed"] = new(422, "The email domain is not allowed"),
        ["domain_invalid"] = new(422, "The domain is not valid"),
        ["domain_public"] = new(422, "Domain of a public mail provider"),
        ["idempotency_mismatch"] = new(422, "Idempotency key already used"),
        ["account_locked"] = new(423, "The account is locked"),
        ["rate_limited"] = new(429, "Too many requests"),
        ["internal_error"] = new(500, "Something went wrong"),
        ["unavailable"] = new(503, "Service unavailable"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every code that an answer can hold.</summary>
    public static IEnumerable<string> Codes => _kinds.Keys;

    /// <summary>The status and title of a code, or null for one that is not meant for clients.</summary>
    public static ProblemKind? Find(string code) => _kinds.GetValueOrDefault(code);
}

/// <summary>An HTTP status and a title for it that says the same for every occurrence.</summary>
internal sealed record ProblemKind(int Status, string Title);
