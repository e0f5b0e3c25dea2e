namespace Kayse.Client;

// Classes, and records with a ToString of their own: none of them shows a password or a token when it is logged.

/// <summary>A company and its first person.</summary>
public sealed class SignUpRequest
{
    /// <summary>1 to 200 characters.</summary>
    public required string CompanyName { get; init; }

    /// <summary>The person's name.</summary>
    public required string FullName { get; init; }

    /// <summary>Their email address.</summary>
    public required string Email { get; init; }

    /// <summary>A new password, or that of their account.</summary>
    public required string Password { get; init; }

    /// <summary>In international form, or national with <see cref="PhoneCountry"/>.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public string? PhoneCountry { get; init; }

    /// <summary>An IANA name.</summary>
    public string? TimeZone { get; init; }
}

/// <summary>Somebody who signs in.</summary>
public sealed class SignInRequest
{
    /// <summary>Their email address.</summary>
    public required string Email { get; init; }

    /// <summary>Their password.</summary>
    public required string Password { get; init; }

    /// <summary>Whether the session may last for 30 days.</summary>
    public bool RememberMe { get; init; }

    /// <summary>Of a device that was trusted before: no code is needed.</summary>
    public string? DeviceToken { get; init; }
}

/// <summary>A session that has started, or goes on with another token.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="Token">The bearer token; exists nowhere else.</param>
/// <param name="ExpiresAt">When the session ends unless it is used before.</param>
/// <param name="IdleTimeoutSeconds">How long it may stay unused.</param>
public sealed record SessionToken(string Id, string Token, DateTimeOffset ExpiresAt, int IdleTimeoutSeconds)
{
    /// <summary>Leaves the token out.</summary>
    public override string ToString() => $"{nameof(SessionToken)} {Id}";
}

/// <summary>A person's account.</summary>
/// <param name="Id">Their id.</param>
/// <param name="FullName">Their name.</param>
/// <param name="Email">Their email address.</param>
/// <param name="EmailVerified">Whether it is verified.</param>
/// <param name="PhoneNumber">E.164, or null.</param>
/// <param name="TimeZone">An IANA name, or null.</param>
public sealed record Account(string Id, string FullName, string Email, bool EmailVerified, string? PhoneNumber, string? TimeZone);

/// <summary>A company that has just signed up.</summary>
/// <param name="Company">The company.</param>
/// <param name="User">Its Super Admin.</param>
/// <param name="Session">Their session; null when they have an account with a second factor.</param>
/// <param name="Ticket">For <see cref="ISignInApi.CompleteAsync"/>, instead of a session.</param>
/// <param name="Methods">What the code may be, when there is a ticket.</param>
public sealed record SignedUp(KayseCompany Company, Account User, SessionToken? Session, string? Ticket, IReadOnlyList<string>? Methods)
{
    /// <summary>Leaves the ticket out.</summary>
    public override string ToString() => $"{nameof(SignedUp)} {Company.Id} {User.Id}";
}

/// <summary>Somebody who is signed in, or still has to give a code.</summary>
/// <param name="Status"><c>signed_in</c> or <c>two_factor_required</c>.</param>
/// <param name="Session">The session; null while a code is missing.</param>
/// <param name="User">The person; null likewise.</param>
/// <param name="Companies">The companies they work in; null likewise.</param>
/// <param name="ActiveCompanyId">The company the session acts in; null likewise.</param>
/// <param name="Restriction">What has to be done first: <c>password_change</c> or <c>two_factor_setup</c>; or null.</param>
/// <param name="DeviceToken">Of a device that is trusted from now on, or null.</param>
/// <param name="Ticket">For <see cref="ISignInApi.CompleteAsync"/>, while a code is missing.</param>
/// <param name="Methods">What the code may be.</param>
public sealed record SignedIn(
    string Status,
    SessionToken? Session,
    Account? User,
    IReadOnlyList<MyCompany>? Companies,
    string? ActiveCompanyId,
    string? Restriction,
    string? DeviceToken,
    string? Ticket,
    IReadOnlyList<string>? Methods
)
{
    /// <summary>Leaves tokens out.</summary>
    public override string ToString() => $"{nameof(SignedIn)} {Status} {Session?.Id}";
}

/// <summary>A company that a person works in.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">Their role there, one of <see cref="KayseRoles"/>.</param>
public sealed record MyCompany(string Id, string Name, string Role);
