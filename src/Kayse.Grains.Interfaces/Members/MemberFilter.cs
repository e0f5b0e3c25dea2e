namespace Kayse.Grains.Members;

/// <summary>Which members are asked for (ME-1), and in what order; null lets everybody through.</summary>
/// <param name="Search">Words that must all occur in the name, the address or the job title; case and accents make no
/// difference.</param>
/// <param name="Role">Who has this role.</param>
/// <param name="Status">Whether they may work.</param>
/// <param name="Sort">By what.</param>
/// <param name="Descending">Whether the other way round.</param>
[GenerateSerializer, Immutable, Alias("kayse.member-filter")]
public sealed record MemberFilter(
    [property: Id(0)] string? Search,
    [property: Id(1)] Role? Role,
    [property: Id(2)] MemberStatus? Status,
    [property: Id(3)] MemberSort Sort,
    [property: Id(4)] bool Descending
)
{
    /// <summary>Who has a second factor, or who has none.</summary>
    [Id(5)]
    public bool? TwoFactorEnabled { get; init; }

    /// <summary>Everybody, by name.</summary>
    public static readonly MemberFilter Everybody = new(null, null, null, MemberSort.Name, Descending: false);
}

/// <summary>By what members are sorted; those who are alike are sorted by name.</summary>
[GenerateSerializer, Alias("kayse.member-sort")]
public enum MemberSort
{
    /// <summary>Without regard to case and accents.</summary>
    Name = 0,

    /// <summary>By address.</summary>
    Email = 1,

    /// <summary>From User to Super Admin.</summary>
    Role = 2,

    /// <summary>Who joined first comes first.</summary>
    JoinedAt = 3,

    /// <summary>Who was never active comes first, then who was not for longest.</summary>
    LastActiveAt = 4,

    /// <summary>Active ones first.</summary>
    Status = 5,
}
