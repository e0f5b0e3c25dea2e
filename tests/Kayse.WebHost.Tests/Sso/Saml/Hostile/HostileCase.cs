using Kayse.WebHost.Sso.Saml;

namespace Kayse.WebHost.Tests.Sso.Saml.Hostile;

/// <summary>A response that must be refused, and the check that must refuse it.</summary>
internal sealed record HostileCase(SamlCheckName RefusedBy, Func<byte[]> Response);
