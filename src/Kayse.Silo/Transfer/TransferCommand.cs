using System.Data.Common;
using Azure;
using Kayse.Silo.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Transfer;

/// <summary>
/// <c>export FILE</c> and <c>import FILE</c>: what a host's program does instead of serving when these are its first
/// arguments. The others are settings.
/// </summary>
public static class TransferCommand
{
    /// <summary>Whether these arguments ask for it.</summary>
    public static bool IsIn(IReadOnlyList<string> args) => args is ["export" or "import", ..];

    /// <summary>
    /// Runs it on the configured installation, no part of which may be running; says in one line what it did.
    /// </summary>
    /// <param name="configure">Changes the host's registrations; for tests.</param>
    /// <exception cref="TransferException">It can't be done, or not with these arguments.</exception>
    public static async Task RunAsync(string[] args, TextWriter output, Action<IHostApplicationBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (args is not [var verb, var file, ..] || file.StartsWith('-'))
            throw new TransferException("Name the file: export FILE or import FILE, followed by any settings.");
        try
        {
            using var host = Build(args[2..], configure);
            host.Services.GetService<IStartupValidator>()?.Validate();
            if (!host.Services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(Exporter)))
                throw new TransferException("Set Kayse:Cluster:Role to Silo: a client has no storage.");
            await KayseCluster.OpenStoresAsync(host.Services, CancellationToken.None);
            var counts = await RunAsync(host.Services, verb, file);
            await output.WriteLineAsync($"{(verb == "export" ? "Exported" : "Imported")} {counts}.");
        }
        catch (RequestFailedException fault)
        {
            throw new TransferException($"The storage account answered {fault.Status} {fault.ErrorCode}.", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or OrleansException or DbException)
        {
            throw new TransferException(fault.Message, fault);
        }
    }

    private static async Task<TransferCounts> RunAsync(IServiceProvider services, string verb, string file)
    {
        if (services.GetService<IRunningSilos>() is { } silos && await silos.AreThereAsync())
            throw new TransferException(
                "Silos are still running on this installation. Stop them first; a silo that was killed counts as running for two minutes."
            );
        return verb == "export"
            ? await services.GetRequiredService<Exporter>().ExportAsync(file, CancellationToken.None)
            : await services.GetRequiredService<Importer>().ImportAsync(file, CancellationToken.None);
    }

    private static IHost Build(string[] settings, Action<IHostApplicationBuilder>? configure)
    {
        var builder = Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings { Args = settings, ContentRootPath = AppContext.BaseDirectory }
        );
        builder.Logging.ClearProviders();
        builder.AddKayseSilo();
        configure?.Invoke(builder);
        return builder.Build();
    }
}
