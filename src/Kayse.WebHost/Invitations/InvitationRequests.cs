using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Members;

namespace Kayse.WebHost.Invitations;

/// <summary>Invites a person to a company.</summary>
internal sealed class InviteMemberRequest : AccessRequest
{
    /// <summary>Their name, 1 to 200 characters.</summary>
    public required string FullName { get; init; }

    /// <summary>Where the invitation goes.</summary>
    public required string Email { get; init; }

    /// <summary>
    /// In international form, or national with <c>phoneCountry</c>. Empty or a bare country code is none.
    /// </summary>
    public string? PhoneNumber { get; init; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public string? PhoneCountry { get; init; }

    /// <summary>Up to 200 characters.</summary>
    public string? JobTitle { get; init; }
}

/// <summary>Changes a pending invitation; what is absent stays.</summary>
internal sealed class UpdateInvitationRequest : AccessChangeRequest
{
    /// <summary>1 to 200 characters.</summary>
    public Optional<string?> FullName { get; init; }

    /// <summary>Another address than before is a resend to it.</summary>
    public Optional<string?> Email { get; init; }

    /// <summary>Null takes the number away.</summary>
    public Optional<string?> PhoneNumber { get; init; }

    /// <summary>ISO 3166 alpha-2, for a <c>phoneNumber</c> in national form.</summary>
    public string? PhoneCountry { get; init; }

    /// <summary>Null takes the job title away.</summary>
    public Optional<string?> JobTitle { get; init; }
}

/// <summary>Names an invitation by the token of its link.</summary>
internal sealed class InvitationTokenRequest
{
    /// <summary>What follows <c>#token=</c> in the link.</summary>
    public required string Token { get; init; }
}

/// <summary>Accepts an invitation.</summary>
internal sealed class AcceptInvitationRequest
{
    /// <summary>What follows <c>#token=</c> in the link.</summary>
    public required string Token { get; init; }

    /// <summary>
    /// A new person's choice, or the password of the account that has the address. Not needed when signed in to that
    /// account.
    /// </summary>
    public string? Password { get; init; }

    /// <summary>A new person's correction of their name.</summary>
    public string? FullName { get; init; }

    /// <summary>A new person's correction of their phone number.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>ISO 3166 alpha-2, for a number in national form.</summary>
    public string? PhoneCountry { get; init; }

    public AcceptInvitationLink ToCommand() => new(Token, Password, FullName, PhoneNumber, PhoneCountry);
}
