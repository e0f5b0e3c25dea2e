namespace Kayse.WebHost.Sso.Saml;

/// <summary>
/// A response that can't be trusted. Its message is for the admin who set the connection up, and repeats nothing of what
/// was sent but names of algorithms.
/// </summary>
internal sealed class SamlRefusedException(SamlCheckName check, string detail) : Exception(detail)
{
    public SamlCheckName Check { get; } = check;
}
