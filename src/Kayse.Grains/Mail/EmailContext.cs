namespace Kayse.Grains.Mail;

/// <summary>What an email needs beside its data when it is written.</summary>
/// <param name="address">Where it goes.</param>
/// <param name="links">Links into the console.</param>
/// <param name="secret">The token of its link, or null when it has none. Never logged.</param>
internal sealed class EmailContext(string address, PublicLinks links, string? secret)
{
    public string Address => address;

    public PublicLinks Links => links;

    /// <exception cref="EmailRefusedException">The email came without one.</exception>
    public string Secret => secret ?? throw new EmailRefusedException("The email has no secret for its link.");
}
