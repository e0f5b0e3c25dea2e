namespace Kayse.WebHost.SignIn;

/// <summary>Signs up a company and its first Super Admin, who may have an account already.</summary>
/// <param name="CompanyId">The company's id. The same ids again continue an interrupted sign-up.</param>
/// <param name="UserId">The person's id, unless they have an account.</param>
/// <param name="CompanyName">The company's name.</param>
/// <param name="FullName">The person's name.</param>
/// <param name="Email">Their address, as they wrote it.</param>
/// <param name="Password">Their choice, or the password of the account that has the address.</param>
/// <param name="PhoneNumber">International, or national with <paramref name="PhoneCountry"/>; null: none.</param>
/// <param name="PhoneCountry">ISO 3166 alpha-2.</param>
/// <param name="TimeZone">An IANA name; null: unknown.</param>
internal sealed record SignUpWithPassword(
    string CompanyId,
    string UserId,
    string CompanyName,
    string FullName,
    string Email,
    string Password,
    string? PhoneNumber,
    string? PhoneCountry,
    string? TimeZone
);
