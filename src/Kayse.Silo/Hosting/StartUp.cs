using System.Reflection;
using Kayse.Silo.Transfer;
using Kayse.Silo.Verification;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Hosting;

/// <summary>
/// Runs the host, or the command in its arguments, so that what is wrong stops it with one line that says what: of a
/// setting, its name.
/// </summary>
public static class StartUp
{
    private const int Refused = 1;
    private const int Misconfigured = 78; // EX_CONFIG of sysexits.h

    /// <summary>
    /// Runs the command in the arguments, or builds the host and runs it until it is told to stop; returns the exit
    /// code.
    /// </summary>
    public static Task<int> RunAsync(string[] args, Func<WebApplication> build) =>
        RunAsync(() =>
            CommandHelp.IsIn(args) ? Console.Out.WriteLineAsync(CommandHelp.Text(Program))
            : TransferCommand.IsIn(args) ? TransferCommand.RunAsync(args, Console.Out)
            : VerificationCommand.IsIn(args) ? VerificationCommand.RunAsync(args, Console.Out)
            : ServeAsync(build)
        );

    private static string Program => Assembly.GetEntryAssembly()?.GetName().Name ?? "Kayse.WebHost";

    private static async Task ServeAsync(Func<WebApplication> build)
    {
        await using var app = build();
        // The host would check them too, but write a stack trace about it.
        app.Services.GetService<IStartupValidator>()?.Validate();
        foreach (var preparation in app.Services.GetServices<IStorePreparation>())
            await preparation.PrepareAsync(CancellationToken.None);
        await PrepareAsync(app.Services);
        await app.RunAsync();
    }

    /// <summary>Creates what is missing in the stores of a host, which isn't running yet.</summary>
    /// <exception cref="OptionsValidationException">The stores can't be used as they are configured.</exception>
    public static async Task PrepareAsync(IServiceProvider services)
    {
        foreach (var preparation in services.GetServices<IStorePreparation>())
            await preparation.PrepareAsync(CancellationToken.None);
    }

    private static async Task<int> RunAsync(Func<Task> work)
    {
        try
        {
            await work();
            return 0;
        }
        catch (Exception exception) when (Explain(exception) is { } line)
        {
            await Console.Error.WriteLineAsync($"kayse: {line}");
            return exception is TransferException or VerificationException ? Refused : Misconfigured;
        }
    }

    /// <summary>The line for an exception that a setting or a command has caused, or null for any other.</summary>
    public static string? Explain(Exception exception) =>
        exception switch
        {
            TransferException refused => refused.Message,
            VerificationException refused => refused.Message,
            OptionsValidationException invalid => string.Join(" ", invalid.Failures),
            AggregateException several when several.InnerExceptions.All(one => Explain(one) is not null) => string.Join(
                " ",
                several.InnerExceptions.Select(Explain)
            ),
            // The configuration binder has no exception of its own; its message names the setting.
            InvalidOperationException unbound when unbound.Message.Contains("configuration value", StringComparison.Ordinal) => OneLine(
                unbound.Message
            ),
            IOException { InnerException: AddressInUseException } taken => OneLine(taken.Message),
            _ => null,
        };

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
