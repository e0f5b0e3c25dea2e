namespace Kayse.Silo.Transfer;

/// <summary>
/// Tells of silos that are at work on an installation. Registered where no lock keeps them and a transfer apart.
/// </summary>
internal interface IRunningSilos
{
    Task<bool> AreThereAsync();
}
