namespace Orleans.Runtime;

/// <summary>Looks services up for the runtime itself.</summary>
internal static class ActivationServicesExtensions
{
    /// <summary>The activation's scope if it has one, otherwise the host's own services: for what lives as long as the host, a scope would be memory for nothing.</summary>
    public static IServiceProvider GetServices(this IGrainContext context)
        => context is Activation activation ? activation.ServicesAsTheyAre : context.ActivationServices;
}
