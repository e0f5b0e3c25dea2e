namespace Kayse.Grains.Passwords;

/// <summary>What verifying a password has come to.</summary>
public enum PasswordMatch
{
    /// <summary>It is another one.</summary>
    None,

    /// <summary>It is the one that was hashed.</summary>
    Match,

    /// <summary>It is the one that was hashed, at less than today's cost: time to hash it anew.</summary>
    MatchAtLowerCost,
}
