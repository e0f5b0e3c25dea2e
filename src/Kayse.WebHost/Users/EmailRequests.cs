namespace Kayse.WebHost.Users;

/// <summary>Asks for another email address.</summary>
internal sealed class ChangeEmailRequest
{
    /// <summary>The address.</summary>
    public required string NewEmail { get; init; }

    /// <summary>The caller's password.</summary>
    public required string Password { get; init; }
}

/// <summary>Uses a link in a mail about a change of address.</summary>
internal sealed class EmailLinkRequest
{
    /// <summary>What stands after <c>#token=</c> in the link.</summary>
    public required string Token { get; init; }
}
