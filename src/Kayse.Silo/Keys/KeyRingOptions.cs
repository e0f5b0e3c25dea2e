namespace Kayse.Silo.Keys;

/// <summary>How the data protection keys are protected where they are stored; section <c>Kayse:Keys</c>.</summary>
public sealed class KeyRingOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse:Keys";

    /// <summary>
    /// A PFX or PEM file with an RSA certificate and its private key, with which new keys are encrypted; empty for
    /// none.
    /// </summary>
    public string Certificate { get; set; } = "";

    /// <summary>Of the file, if it has one.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>
    /// Files with earlier certificates, which only decrypt.
    /// Each has the password in the same place of <see cref="PreviousPasswords"/>, or the current one's.
    /// </summary>
    public IList<string> PreviousCertificates { get; } = [];

    /// <summary>Passwords of <see cref="PreviousCertificates"/>, in their order.</summary>
    public IList<string> PreviousPasswords { get; } = [];
}
