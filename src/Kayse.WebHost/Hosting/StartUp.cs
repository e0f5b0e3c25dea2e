using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Kayse.WebHost.Hosting;

/// <summary>Runs the host, so that a wrong setting stops it with one line that names the setting.</summary>
internal static class StartUp
{
    private const int Misconfigured = 78; // EX_CONFIG of sysexits.h

    public static async Task<int> RunAsync(Func<WebApplication> build)
    {
        try
        {
            await using var app = build();
            // The host would check them too, but write a stack trace about it.
            app.Services.GetService<IStartupValidator>()?.Validate();
            await app.RunAsync();
            return 0;
        }
        catch (Exception exception) when (Explain(exception) is { } line)
        {
            await Console.Error.WriteLineAsync($"kayse: {line}");
            return Misconfigured;
        }
    }

    /// <summary>The line for an exception that a setting has caused, or null for any other.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        OptionsValidationException invalid => string.Join(" ", invalid.Failures),
        AggregateException several when several.InnerExceptions.All(one => Explain(one) is not null) => string.Join(" ", several.InnerExceptions.Select(Explain)),
        // The configuration binder has no exception of its own; its message names the setting.
        InvalidOperationException unbound when unbound.Message.Contains("configuration value", StringComparison.Ordinal) => OneLine(unbound.Message),
        IOException { InnerException: AddressInUseException } taken => OneLine(taken.Message),
        _ => null,
    };

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
