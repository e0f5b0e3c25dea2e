namespace Kayse.Grains.Passwords;

/// <summary>What a password must not contain because others know it.</summary>
/// <param name="Email">The person's email address.</param>
/// <param name="Names">The person's and the company's names, as far as they are known; empty ones are without
/// effect.</param>
public sealed record PasswordContext(string Email, params IReadOnlyList<string> Names)
{
    /// <summary>Leaves the person out.</summary>
    public override string ToString() => nameof(PasswordContext);
}
