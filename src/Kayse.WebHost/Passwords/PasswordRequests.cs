namespace Kayse.WebHost.Passwords;

/// <summary>Changes the caller's password.</summary>
internal sealed class ChangePasswordRequest
{
    /// <summary>The present password.</summary>
    public required string CurrentPassword { get; init; }

    /// <summary>The one to replace it.</summary>
    public required string NewPassword { get; init; }
}

/// <summary>Asks for a link to choose a new password.</summary>
internal sealed class ForgotPasswordRequest
{
    /// <summary>The email address of the account.</summary>
    public required string Email { get; init; }
}

/// <summary>Uses such a link.</summary>
internal sealed class ResetPasswordRequest
{
    /// <summary>What stands after <c>#token=</c> in the link.</summary>
    public required string Token { get; init; }

    /// <summary>The new password.</summary>
    public required string NewPassword { get; init; }

    /// <summary>Whether the person's API keys are revoked as well, in every company.</summary>
    public bool RevokeApiKeys { get; init; }
}

/// <summary>Says that what a notice tells of wasn't oneself.</summary>
internal sealed class NotMeRequest
{
    /// <summary>What stands after <c>#token=</c> in the link.</summary>
    public required string Token { get; init; }
}
