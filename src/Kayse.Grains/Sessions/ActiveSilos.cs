namespace Kayse.Grains.Sessions;

/// <summary>The silos of the cluster, as this one knows them.</summary>
internal sealed class ActiveSilos(ISiloStatusOracle oracle)
{
    /// <summary>Whether there are others beside this one.</summary>
    public bool AreSeveral
    {
        get
        {
            var active = 0;
            foreach (var status in oracle.GetApproximateSiloStatuses(onlyActive: true))
                active += status.Value == SiloStatus.Active ? 1 : 0;
            return active > 1;
        }
    }
}
