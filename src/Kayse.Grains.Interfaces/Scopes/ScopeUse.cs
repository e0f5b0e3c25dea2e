namespace Kayse.Grains.Scopes;

/// <summary>Who would see nothing without a scope, because they have no other.</summary>
/// <param name="Members">How many members, deactivated ones too.</param>
/// <param name="Invitations">How many pending invitations.</param>
[GenerateSerializer, Immutable, Alias("kayse.scope-use")]
public sealed record ScopeUse([property: Id(0)] int Members, [property: Id(1)] int Invitations)
{
    /// <summary>Whether that is anybody.</summary>
    public bool IsLast => Members + Invitations > 0;
}
