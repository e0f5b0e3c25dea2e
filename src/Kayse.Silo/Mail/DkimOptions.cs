namespace Kayse.Silo.Mail;

/// <summary>
/// With what mail is signed (DKIM): the section <c>Kayse:Mail:Dkim</c>. Without a key it isn't, and mail programs may
/// offer no unsubscribing with one click (RFC 8058).
/// </summary>
public sealed class DkimOptions
{
    /// <summary>The domain whose DNS has the public key: that of <c>Kayse:Mail:From</c>, or one above it.</summary>
    public string Domain { get; set; } = "";

    /// <summary>The name of the key there: it stands at <c>selector._domainkey.domain</c>.</summary>
    public string Selector { get; set; } = "";

    /// <summary>A PEM file with the private RSA key; empty to sign nothing.</summary>
    public string KeyFile { get; set; } = "";
}
