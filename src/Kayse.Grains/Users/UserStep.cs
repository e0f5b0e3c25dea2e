using System.Text.Json.Serialization;
using Kayse.Grains.Audit;
using Kayse.Grains.Mail;
using Kayse.Grains.Passkeys;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

/// <summary>What has to follow from a change of a person; <see cref="UserSteps"/> executes it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(EndSessions), "end_sessions")]
[JsonDerivedType(typeof(RevokeApiKeys), "revoke_api_keys")]
[JsonDerivedType(typeof(RefreshSessions), "refresh_sessions")]
[JsonDerivedType(typeof(RefreshApiKeys), "refresh_api_keys")]
[JsonDerivedType(typeof(SyncEmailAddress), "sync_email_address")]
[JsonDerivedType(typeof(SyncPasskey), "sync_passkey")]
[JsonDerivedType(typeof(SyncSsoIdentity), "sync_sso_identity")]
[JsonDerivedType(typeof(TellBreakGlass), "tell_break_glass")]
[JsonDerivedType(typeof(DeletePhoto), "delete_photo")]
[JsonDerivedType(typeof(NotifyCompany), "notify_company")]
[JsonDerivedType(typeof(RenewToken), "renew_token")]
[JsonDerivedType(typeof(UnlockSignIn), "unlock_sign_in")]
[JsonDerivedType(typeof(SendMail), "send_mail")]
[JsonDerivedType(typeof(AppendAudit), "append_audit")]
internal abstract record UserStep;

internal sealed record EndSessions(IReadOnlyList<string> SessionIds, SessionEndReason Reason) : UserStep;

internal sealed record RevokeApiKeys(IReadOnlyList<string> KeyIds) : UserStep;

/// <summary>Has every live session act under the person's present name, address and limits.</summary>
internal sealed record RefreshSessions : UserStep;

/// <summary>Has every API key act under the person's present name and address.</summary>
internal sealed record RefreshApiKeys : UserStep;

/// <summary>Tells an address what it is to the person now: theirs, kept for them, or free.</summary>
/// <param name="Email">Normalised.</param>
internal sealed record SyncEmailAddress(string Email) : UserStep;

/// <summary>Tells a passkey what it is to the person now: theirs or free.</summary>
/// <param name="Key">Of <see cref="PasskeyKeys"/>.</param>
internal sealed record SyncPasskey(string Key) : UserStep;

/// <summary>Tells an identity at an identity provider what it is to the person now: theirs or free.</summary>
/// <param name="Key">Of <see cref="Sso.SsoIdentityKeys"/>.</param>
internal sealed record SyncSsoIdentity(string Key) : UserStep;

/// <summary>Tells a company's Super Admins that the person opened it without single sign-on, which others have to use.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="At">When.</param>
internal sealed record TellBreakGlass(string CompanyId, DateTimeOffset At) : UserStep;

/// <summary>Deletes a photo that may be stored, unless it is the person's now.</summary>
internal sealed record DeletePhoto(string Name) : UserStep;

/// <summary>
/// Tells a company that its roster may be behind the person; pending until the company has answered that it isn't.
/// </summary>
/// <param name="CompanyId">The company.</param>
/// <param name="ContactVersion">The <see cref="UserState.ContactVersion"/> that it may not know.</param>
internal sealed record NotifyCompany(string CompanyId, long ContactVersion) : UserStep;

/// <summary>Lets a session go on with another token.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="TokenHash">The hash of its next token's secret.</param>
/// <param name="ProvedAt">When, in UTC, that which replaces the token proved who the person is; null when it
/// didn't.</param>
/// <param name="SecondFactorProved">Whether a second factor was part of that.</param>
internal sealed record RenewToken(string SessionId, TokenHash TokenHash, DateTime? ProvedAt = null, bool SecondFactorProved = false)
    : UserStep;

/// <summary>Forgets the failed attempts to sign in.</summary>
internal sealed record UnlockSignIn(string Email) : UserStep;

/// <summary>
/// Hands a mail over to the outbox. As its secret is stored, a crash in between sends the same link again, and not
/// another.
/// </summary>
/// <param name="Mail">Without its secret.</param>
/// <param name="ProtectedSecret">That, encrypted; null when it has none.</param>
/// <param name="Replaces">The mail that need not go out any more, or null.</param>
internal sealed record SendMail(OutgoingMail Mail, byte[]? ProtectedSecret = null, string? Replaces = null) : UserStep;

internal sealed record AppendAudit(AuditRecord Record) : UserStep;
