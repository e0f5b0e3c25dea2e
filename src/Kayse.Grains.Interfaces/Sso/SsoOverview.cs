using Kayse.Grains.Members;

namespace Kayse.Grains.Sso;

/// <summary>How the single sign-on of a company stands.</summary>
[GenerateSerializer, Immutable, Alias("kayse.sso-overview")]
public sealed record SsoOverview
{
    /// <summary>The connections that are set up, without secrets; one of a protocol.</summary>
    [Id(0)]
    public IReadOnlyList<SsoConnection> Connections { get; init; } = [];

    /// <summary>The protocol of the connection that people may sign in by; null: none.</summary>
    [Id(1)]
    public SsoProtocol? InUse { get; init; }

    /// <summary>Whether members have to use it.</summary>
    [Id(2)]
    public bool Enforced { get; init; }

    /// <summary>Whether somebody with an address in a verified domain who is no member yet becomes one by signing in.</summary>
    [Id(3)]
    public bool JustInTime { get; init; }

    /// <summary>The Super Admins who may sign in with a password whatever is enforced.</summary>
    [Id(4)]
    public IReadOnlyList<CompanyPerson> BreakGlass { get; init; } = [];

    /// <summary>The domains that the company has verified.</summary>
    [Id(5)]
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>The last test by who looks, while it is kept; null when there is none.</summary>
    [Id(6)]
    public SsoTestResult? LastTest { get; init; }

    /// <summary>The connection of a protocol; null when it isn't set up.</summary>
    public SsoConnection? Connection(SsoProtocol protocol) => Connections.FirstOrDefault(connection => connection.Protocol == protocol);
}

/// <summary>A test of a connection.</summary>
/// <param name="Protocol">Of which connection.</param>
/// <param name="Version">Of which settings.</param>
/// <param name="At">When.</param>
/// <param name="Report">What came of it.</param>
[GenerateSerializer, Immutable, Alias("kayse.sso-test-result")]
public sealed record SsoTestResult(
    [property: Id(0)] SsoProtocol Protocol,
    [property: Id(1)] long Version,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] SsoTestReport Report
)
{
    /// <summary>Until when it is enough to enforce single sign-on.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
}

/// <summary>Where people sign in.</summary>
/// <param name="ConnectionId">The connection in use.</param>
/// <param name="Protocol">Its protocol.</param>
[GenerateSerializer, Immutable, Alias("kayse.sso-offer")]
public sealed record SsoOffer([property: Id(0)] string ConnectionId, [property: Id(1)] SsoProtocol Protocol);
