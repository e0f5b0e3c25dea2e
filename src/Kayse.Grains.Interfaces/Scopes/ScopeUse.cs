using System.Globalization;

namespace Kayse.Grains.Scopes;

/// <summary>Who would see nothing without a scope, because they have no other.</summary>
/// <param name="Members">How many members, deactivated ones too.</param>
/// <param name="Invitations">How many pending invitations.</param>
[GenerateSerializer, Immutable, Alias("kayse.scope-use")]
public sealed record ScopeUse([property: Id(0)] int Members, [property: Id(1)] int Invitations)
{
    /// <summary>Whether that is anybody.</summary>
    public bool IsLast => Members + Invitations > 0;

    /// <summary>In words, such as "2 members and 1 pending invitation".</summary>
    public string Describe() =>
        string.Join(" and ", new[] { Count(Members, "member"), Count(Invitations, "pending invitation") }.OfType<string>());

    private static string? Count(int count, string what) =>
        count switch
        {
            0 => null,
            1 => $"1 {what}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}s"),
        };
}
