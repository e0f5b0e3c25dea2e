namespace Kayse.WebHost.Sso.Saml;

/// <summary>The outcome of one check.</summary>
/// <param name="Name">Which.</param>
/// <param name="Passed">Whether it passed.</param>
/// <param name="Detail">What was expected and, from a verified assertion, what was found.</param>
internal sealed record SamlCheck(SamlCheckName Name, bool Passed, string Detail);
