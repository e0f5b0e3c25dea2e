using Kayse.Grains.Invitations;

namespace Kayse.Grains.Users;

/// <summary>
/// A person changes their profile (US-1), in their own words: nothing is checked yet. A change that is null leaves what
/// is there.
/// </summary>
/// <param name="FullName">1 to 200 characters.</param>
/// <param name="PhoneNumber">The new number; its value null or blank takes the number away.</param>
/// <param name="PhoneCountry">ISO 3166 alpha-2 for a number in national form, or null.</param>
/// <param name="TimeZone">The IANA name of a time zone.</param>
/// <param name="Language">A BCP 47 tag.</param>
/// <param name="ExpectedVersion">The <see cref="UserView.Version"/> that the change is meant for; null: any.</param>
[GenerateSerializer, Immutable, Alias("kayse.update-profile")]
public sealed record UpdateProfile(
    [property: Id(0)] string? FullName = null,
    [property: Id(1)] Change<string>? PhoneNumber = null,
    [property: Id(2)] string? PhoneCountry = null,
    [property: Id(3)] Change<string>? TimeZone = null,
    [property: Id(4)] Change<string>? Language = null,
    [property: Id(5)] long? ExpectedVersion = null
);
