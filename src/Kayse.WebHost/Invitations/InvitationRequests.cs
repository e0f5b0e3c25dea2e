using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Members;

namespace Kayse.WebHost.Invitations;

/// <summary>Invites a person to a company.</summary>
internal sealed class InviteMemberRequest : AccessRequest
{
    /// <summary>Their name, 1 to 200 characters.</summary>
    public required string FullName { get; init; }

    /// <summary>The email address to send the invitation to.</summary>
    public required string Email { get; init; }

    /// <summary>
    /// In international form, or national with <c>phoneCountry</c>. Empty or a bare country code counts as none.
    /// </summary>
    public string? PhoneNumber { get; init; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public string? PhoneCountry { get; init; }

    /// <summary>Up to 200 characters.</summary>
    public string? JobTitle { get; init; }
}

/// <summary>Changes a pending invitation; absent fields stay as they are.</summary>
internal sealed class UpdateInvitationRequest : AccessChangeRequest
{
    /// <summary>1 to 200 characters.</summary>
    public Optional<string?> FullName { get; init; }

    /// <summary>A new address sends the invitation there.</summary>
    public Optional<string?> Email { get; init; }

    /// <summary>Null removes the number.</summary>
    public Optional<string?> PhoneNumber { get; init; }

    /// <summary>ISO 3166 alpha-2, for a <c>phoneNumber</c> in national form.</summary>
    public string? PhoneCountry { get; init; }

    /// <summary>Null removes the job title.</summary>
    public Optional<string?> JobTitle { get; init; }
}

/// <summary>The token of an invitation.</summary>
internal sealed class InvitationTokenRequest
{
    /// <summary>The part of the link after <c>#token=</c>.</summary>
    public required string Token { get; init; }
}

/// <summary>Accepts an invitation.</summary>
internal sealed class AcceptInvitationRequest
{
    /// <summary>The part of the link after <c>#token=</c>.</summary>
    public required string Token { get; init; }

    /// <summary>
    /// The password for the new account, or the password of the existing account. Not needed if you are signed in
    /// to it.
    /// </summary>
    public string? Password { get; init; }

    /// <summary>A corrected name, for new people only.</summary>
    public string? FullName { get; init; }

    /// <summary>A corrected phone number, for new people only.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>ISO 3166 alpha-2, for a number in national form.</summary>
    public string? PhoneCountry { get; init; }

    public AcceptInvitationLink ToCommand() => new(Token, Password, FullName, PhoneNumber, PhoneCountry);
}
