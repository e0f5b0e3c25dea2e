namespace Kayse.Silo.Transfer;

/// <summary>
/// The silos in the cluster's own table. One that was killed stays in it, and counts until it has said nothing for
/// longer than a living one would.
/// </summary>
internal sealed class ClusterMembers(IMembershipTable table) : IRunningSilos
{
    private static readonly TimeSpan _silence = TimeSpan.FromMinutes(2);

    public async Task<bool> AreThereAsync()
    {
        await table.InitializeMembershipTableAsync(tryInitTableVersion: true, CancellationToken.None);
        var said = DateTime.UtcNow - _silence;
        return (await table.ReadAllAsync(CancellationToken.None)).Members.Any(member =>
            member.Item1.Status is SiloStatus.Active or SiloStatus.Joining && member.Item1.IAmAliveTime > said
        );
    }
}
