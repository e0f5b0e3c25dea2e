namespace Kayse.WebHost.Invitations;

/// <summary>Accepts an invitation by the link in its mail.</summary>
/// <param name="Token">The link's token.</param>
/// <param name="Password">A new person's choice, or the password of the account that has the address; null when there is
/// none to give.</param>
/// <param name="FullName">A new person's correction of their name; null: as invited.</param>
/// <param name="PhoneNumber">A new person's correction of their phone number; null: as invited.</param>
/// <param name="PhoneCountry">ISO 3166 alpha-2, for a number in national form.</param>
internal sealed record AcceptInvitationLink(string Token, string? Password, string? FullName, string? PhoneNumber, string? PhoneCountry);
