using Kayse.WebHost.Http.Json;

namespace Kayse.WebHost.Members;

/// <summary>Creates a member without an invitation.</summary>
internal sealed class CreateMemberRequest : AccessRequest
{
    /// <summary>Their name, 1 to 200 characters.</summary>
    public required string FullName { get; init; }

    /// <summary>
    /// The email address that they sign in with. If it already has an account, send an invitation instead.
    /// </summary>
    public required string Email { get; init; }

    /// <summary>The password for their first sign-in, which they must then change.</summary>
    public required string Password { get; init; }

    /// <summary>
    /// In international form, or national with <c>phoneCountry</c>. Empty or a bare country code counts as none.
    /// </summary>
    public string? PhoneNumber { get; init; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public string? PhoneCountry { get; init; }

    /// <summary>Up to 200 characters.</summary>
    public string? JobTitle { get; init; }

    public InitialPassword ToInitialPassword() => new(Role!.Value, Email, FullName, Password);
}

/// <summary>Changes a member; absent fields stay as they are.</summary>
internal sealed class UpdateMemberRequest : AccessChangeRequest
{
    /// <summary>
    /// Their name in this company, 1 to 200 characters. Their profile stays as it is.
    /// </summary>
    public Optional<string?> FullName { get; init; }

    /// <summary>Null removes the job title.</summary>
    public Optional<string?> JobTitle { get; init; }
}

/// <summary>Sets a member's password.</summary>
internal sealed class SetMemberPasswordRequest
{
    /// <summary>The password for their next sign-in, which they must then change.</summary>
    public required string NewPassword { get; init; }
}

/// <summary>The new owner.</summary>
internal sealed class TransferOwnershipRequest
{
    /// <summary>An active member.</summary>
    public required string UserId { get; init; }
}
