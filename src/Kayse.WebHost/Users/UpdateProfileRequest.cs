using Kayse.Grains.Users;
using Kayse.WebHost.Http.Json;

namespace Kayse.WebHost.Users;

/// <summary>Changes the caller's profile; absent fields stay as they are, null clears.</summary>
internal sealed class UpdateProfileRequest
{
    /// <summary>1 to 200 characters.</summary>
    public Optional<string?> FullName { get; init; }

    /// <summary>In international form, or national with <c>phoneCountry</c>.</summary>
    public Optional<string?> PhoneNumber { get; init; }

    /// <summary>ISO 3166 alpha-2, for a <c>phoneNumber</c> in national form.</summary>
    public string? PhoneCountry { get; init; }

    /// <summary>The IANA name of a time zone, such as <c>America/New_York</c>.</summary>
    public Optional<string?> TimeZone { get; init; }

    /// <summary>A BCP 47 tag, such as <c>en</c> or <c>pt-BR</c>.</summary>
    public Optional<string?> Language { get; init; }

    public UpdateProfile ToCommand(long? expectedVersion)
    {
        Optionals.RefuseNull(("fullName", FullName.IsNull));
        return new UpdateProfile(
            FullName.Value,
            PhoneNumber.ToChange(),
            PhoneCountry,
            TimeZone.ToChange(),
            Language.ToChange(),
            expectedVersion
        );
    }
}
