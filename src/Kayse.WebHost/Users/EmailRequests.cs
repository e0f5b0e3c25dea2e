namespace Kayse.WebHost.Users;

/// <summary>Requests a change of the email address.</summary>
internal sealed class ChangeEmailRequest
{
    /// <summary>The new address.</summary>
    public required string NewEmail { get; init; }

    /// <summary>The caller's password.</summary>
    public required string Password { get; init; }
}

/// <summary>Confirms or undoes a change of the email address.</summary>
internal sealed class EmailLinkRequest
{
    /// <summary>The part of the link after <c>#token=</c>.</summary>
    public required string Token { get; init; }
}
