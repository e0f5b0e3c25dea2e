namespace Kayse.WebHost.SignIn;

/// <summary>Creates a company and its first Super Admin.</summary>
internal sealed class SignUpRequest
{
    /// <summary>1 to 200 characters.</summary>
    public required string CompanyName { get; init; }

    /// <summary>The person's name, 1 to 200 characters.</summary>
    public required string FullName { get; init; }

    /// <summary>
    /// The person's email address. If it already has an account, <c>password</c> must be that account's.
    /// </summary>
    public required string Email { get; init; }

    /// <summary>At least 8 characters with letters, numbers and symbols, or at least 15 of any kind.</summary>
    public required string Password { get; init; }

    /// <summary>The person's phone number, in international form, or national with <c>phoneCountry</c>.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public string? PhoneCountry { get; init; }

    /// <summary>The person's time zone, an IANA name.</summary>
    public string? TimeZone { get; init; }

    public SignUpWithPassword ToCommand(string companyId, string userId) =>
        new(companyId, userId, CompanyName, FullName, Email, Password, PhoneNumber, PhoneCountry, TimeZone);
}
