namespace Kayse.Grains.Companies;

/// <summary>A company as its members see it.</summary>
[GenerateSerializer, Immutable, Alias("kayse.company-view")]
public sealed record CompanyView([property: Id(0)] string Id, [property: Id(1)] string Name, [property: Id(2)] DateTimeOffset CreatedAt)
{
    /// <summary>E.164, or null.</summary>
    [Id(3)]
    public string? PhoneNumber { get; init; }

    /// <summary>Normalised, or null.</summary>
    [Id(4)]
    public string? Email { get; init; }

    /// <summary>Or null.</summary>
    [Id(5)]
    public PostalAddress? PostalAddress { get; init; }

    /// <summary>A URL, or null.</summary>
    [Id(6)]
    public string? Website { get; init; }

    /// <summary>Grows with every change of the details.</summary>
    [Id(7)]
    public long Version { get; init; }

    /// <summary>
    /// The most people that the company can have, by its own wish or the operator's; null: any number.
    /// </summary>
    [Id(8)]
    public int? SeatLimit { get; init; }

    /// <summary>Active members and pending invitations.</summary>
    [Id(9)]
    public int SeatsTaken { get; init; }
}
