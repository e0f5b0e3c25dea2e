namespace Kayse.WebHost.Passwords;

/// <summary>Changes the caller's password.</summary>
internal sealed class ChangePasswordRequest
{
    /// <summary>The current password.</summary>
    public required string CurrentPassword { get; init; }

    /// <summary>The new password.</summary>
    public required string NewPassword { get; init; }
}

/// <summary>Requests a password reset link.</summary>
internal sealed class ForgotPasswordRequest
{
    /// <summary>The email address of the account.</summary>
    public required string Email { get; init; }
}

/// <summary>Resets a password.</summary>
internal sealed class ResetPasswordRequest
{
    /// <summary>The part of the link after <c>#token=</c>.</summary>
    public required string Token { get; init; }

    /// <summary>The new password.</summary>
    public required string NewPassword { get; init; }

    /// <summary>Whether to revoke the person's API keys in all companies as well.</summary>
    public bool RevokeApiKeys { get; init; }
}

/// <summary>Reports that an action in a security notice was not yours.</summary>
internal sealed class NotMeRequest
{
    /// <summary>The part of the link after <c>#token=</c>.</summary>
    public required string Token { get; init; }
}
