using Kayse.Grains.Members;

namespace Kayse.Grains.Companies;

/// <summary>What a member needs for commands of one kind, whatever each of them asks for on top.</summary>
/// <param name="LeastRole">The role, or a higher one.</param>
/// <param name="AnyOf">Permissions of which one is enough; empty where the role is.</param>
[GenerateSerializer, Immutable, Alias("kayse.company-right")]
public sealed record CompanyRight([property: Id(0)] Role LeastRole, [property: Id(1)] IReadOnlyList<string> AnyOf)
{
    /// <summary>Every active member has it.</summary>
    public static readonly CompanyRight OfMembers = new(Role.User, []);
}
