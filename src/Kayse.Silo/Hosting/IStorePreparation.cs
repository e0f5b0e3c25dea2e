namespace Kayse.Silo.Hosting;

/// <summary>
/// What a provider does before anything reads or writes its stores: it creates what is missing, and refuses what can't
/// work. May be repeated.
/// </summary>
internal interface IStorePreparation
{
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The stores can't be used as they are
    /// configured; the message names the setting.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);
}
