using Kayse.Grains.State;

namespace Kayse.Grains.Sso;

[NoPersonalData("Settings of the company; the ids in it are of its own Super Admins.")]
internal sealed record CompanySsoState
{
    /// <summary>The protocol of the connection that people may sign in by; null: none.</summary>
    public SsoProtocol? InUse { get; init; }

    /// <summary>Whether members have to.</summary>
    public bool Enforced { get; init; }

    /// <summary>Whether somebody new with an address in a verified domain becomes a member by signing in.</summary>
    public bool JustInTime { get; init; } = true;

    /// <summary>The Super Admins who keep their password; empty while nothing is enforced.</summary>
    public IReadOnlyList<string> BreakGlassUserIds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The connections as the audit log knows them, without secrets.</summary>
    public IReadOnlyList<SsoConnection> Recorded
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What is still to be done.</summary>
    public IReadOnlyList<SsoStep> Pending
    {
        get;
        init => field = value ?? [];
    } = [];

    public SsoConnection? FindRecorded(SsoProtocol protocol) => Recorded.FirstOrDefault(connection => connection.Protocol == protocol);

    /// <summary>The state with what the audit log knows of a connection from now on; null: nothing.</summary>
    public CompanySsoState WithRecorded(SsoProtocol protocol, SsoConnection? connection) =>
        this with
        {
            Recorded = [.. Recorded.Where(other => other.Protocol != protocol).Concat(connection is null ? [] : [connection])],
        };

    /// <summary>The state with more to be done.</summary>
    public CompanySsoState Then(params IEnumerable<SsoStep> steps) => this with { Pending = [.. Pending, .. steps] };
}
