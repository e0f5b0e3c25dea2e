namespace Kayse.Client;

/// <summary>A company's details.</summary>
public sealed record Company
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>When it signed up.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>E.164, or null.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Where it can be written to, or null.</summary>
    public string? Email { get; init; }

    /// <summary>Where letters go, or null.</summary>
    public PostalAddress? PostalAddress { get; init; }

    /// <summary>Its website, or null.</summary>
    public string? Website { get; init; }

    /// <summary>The most active members and pending invitations; null: no limit of its own.</summary>
    public int? SeatLimit { get; init; }

    /// <summary>How many seats are taken.</summary>
    public int SeatsTaken { get; init; }
}

/// <summary>Where letters go.</summary>
/// <param name="Lines">Street and number, up to 4 lines.</param>
/// <param name="City">The city.</param>
/// <param name="Region">State, province or county.</param>
/// <param name="PostalCode">The postal code.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
public sealed record PostalAddress(IReadOnlyList<string> Lines, string? City, string? Region, string? PostalCode, string? Country);

/// <summary>Changes a company; what isn't set stays.</summary>
public sealed record CompanyChange
{
    /// <summary>1 to 200 characters; null: stays.</summary>
    public string? Name { get; init; }

    /// <summary>In international form, or national with <see cref="PhoneCountry"/>.</summary>
    public Optional<string?> PhoneNumber { get; init; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public string? PhoneCountry { get; init; }

    /// <summary>Where it can be written to.</summary>
    public Optional<string?> Email { get; init; }

    /// <summary>Replaces the address as a whole.</summary>
    public Optional<PostalAddress?> PostalAddress { get; init; }

    /// <summary>Begins with <c>https://</c> or <c>http://</c>.</summary>
    public Optional<string?> Website { get; init; }

    /// <summary>The most active members and pending invitations.</summary>
    public Optional<int?> SeatLimit { get; init; }
}

/// <summary>What a company requires of its members.</summary>
public sealed record SecurityPolicy
{
    /// <summary>Whether everybody must have a second factor.</summary>
    public required bool TwoFactorRequired { get; init; }

    /// <summary>For how many days a person may still do without.</summary>
    public required int TwoFactorGraceDays { get; init; }

    /// <summary>How long a session may stay unused; null: the product's limit.</summary>
    public int? IdleTimeoutMinutes { get; init; }

    /// <summary>How long a session may last; null: the product's limit.</summary>
    public int? SessionLifetimeMinutes { get; init; }

    /// <summary>Whether "Remember me" is allowed.</summary>
    public required bool RememberMeAllowed { get; init; }

    /// <summary>Whether devices may be trusted to do without the second factor.</summary>
    public required bool TrustedDevicesAllowed { get; init; }

    /// <summary>The domains whose addresses may be invited; empty: any.</summary>
    public required IReadOnlyList<string> InvitedEmailDomains { get; init; }

    /// <summary>How long an invitation can be accepted; null: the default.</summary>
    public int? InvitationLifetimeHours { get; init; }
}

/// <summary>A session that is in use.</summary>
public sealed record ActiveSession
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Whether it is the one that asks.</summary>
    public bool Current { get; init; }

    /// <summary>Whose it is.</summary>
    public required SessionPerson User { get; init; }

    /// <summary><c>desktop</c>, <c>phone</c>, <c>tablet</c>, <c>bot</c> or <c>unknown</c>.</summary>
    public required string Device { get; init; }

    /// <summary>Such as Firefox, or null.</summary>
    public string? Browser { get; init; }

    /// <summary>Such as Windows, or null.</summary>
    public string? Os { get; init; }

    /// <summary>Roughly where, or null.</summary>
    public string? Location { get; init; }

    /// <summary>Where from, or null.</summary>
    public string? IpAddress { get; init; }

    /// <summary>When they signed in.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was last used.</summary>
    public DateTimeOffset LastActiveAt { get; init; }

    /// <summary>When it ends unless it is used before.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Whether it is remembered on the device.</summary>
    public bool RememberMe { get; init; }
}

/// <summary>The person of an active session.</summary>
/// <param name="Id">Their id; null once their account is deleted.</param>
/// <param name="FullName">Their name; null likewise.</param>
/// <param name="Email">Their address; null when they are no member any more.</param>
public sealed record SessionPerson(string? Id, string? FullName, string? Email);
