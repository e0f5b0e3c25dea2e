using Kayse.WebHost.Http.Json;

namespace Kayse.WebHost.Members;

/// <summary>Creates a member without asking them by mail.</summary>
internal sealed class CreateMemberRequest : AccessRequest
{
    /// <summary>Their name, 1 to 200 characters.</summary>
    public required string FullName { get; init; }

    /// <summary>
    /// Their address, by which they sign in. Nobody may have an account with it: such people are invited.
    /// </summary>
    public required string Email { get; init; }

    /// <summary>For their first sign-in, at which they must choose another.</summary>
    public required string Password { get; init; }

    /// <summary>
    /// In international form, or national with <c>phoneCountry</c>. Empty or a bare country code is none.
    /// </summary>
    public string? PhoneNumber { get; init; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public string? PhoneCountry { get; init; }

    /// <summary>Up to 200 characters.</summary>
    public string? JobTitle { get; init; }

    public InitialPassword ToInitialPassword() => new(Role!.Value, Email, FullName, Password);
}

/// <summary>Changes a member; what is absent stays.</summary>
internal sealed class UpdateMemberRequest : AccessChangeRequest
{
    /// <summary>
    /// What the company calls them, 1 to 200 characters. Their own name in their profile stays theirs.
    /// </summary>
    public Optional<string?> FullName { get; init; }

    /// <summary>Null takes the job title away.</summary>
    public Optional<string?> JobTitle { get; init; }
}

/// <summary>Sets a member's password.</summary>
internal sealed class SetMemberPasswordRequest
{
    /// <summary>For their next sign-in, at which they must choose another.</summary>
    public required string NewPassword { get; init; }
}

/// <summary>Names the new owner.</summary>
internal sealed class TransferOwnershipRequest
{
    /// <summary>An active member.</summary>
    public required string UserId { get; init; }
}
