using Kayse.Grains.Members;

namespace Kayse.Grains.Invitations;

/// <summary>Changes a pending invitation. A change that is null leaves what is there.</summary>
/// <param name="FullName">The new name.</param>
/// <param name="Email">The new address; another one than before is a resend.</param>
/// <param name="PhoneNumber">The new number; its value null or blank takes the number away.</param>
/// <param name="PhoneCountry">ISO 3166 alpha-2 for a number in national form, or null.</param>
/// <param name="JobTitle">The new job title; its value null takes it away.</param>
/// <param name="Access">What they get instead.</param>
/// <param name="ExpectedVersion">The <see cref="InvitationView.Version"/> that the change was made for; null for
/// any.</param>
[GenerateSerializer, Immutable, Alias("kayse.update-invitation")]
public sealed record UpdateInvitation(
    [property: Id(0)] string? FullName = null,
    [property: Id(1)] string? Email = null,
    [property: Id(2)] Change<string>? PhoneNumber = null,
    [property: Id(3)] string? PhoneCountry = null,
    [property: Id(4)] Change<string>? JobTitle = null,
    [property: Id(5)] AccessChange? Access = null,
    [property: Id(6)] long? ExpectedVersion = null
);

/// <summary>A new value for something that may be taken away.</summary>
/// <param name="Value">The value; null takes it away.</param>
[GenerateSerializer, Immutable, Alias("kayse.change`1")]
public sealed record Change<T>([property: Id(0)] T? Value)
    where T : class;
