using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Scim;

/// <summary>The tests of SCIM share one app; each has a company of its own.</summary>
[CollectionDefinition(Name)]
public sealed class ScimCollection : ICollectionFixture<SharedApp>
{
    public const string Name = "SCIM";
}
