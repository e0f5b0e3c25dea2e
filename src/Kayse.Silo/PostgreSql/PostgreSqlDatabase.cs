using System.Net.Sockets;
using Kayse.Silo.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Kayse.Silo.PostgreSql;

/// <summary>
/// The database of an installation on PostgreSQL: one pool of connections for everything in this process.
/// </summary>
internal sealed class PostgreSqlDatabase(string connectionString) : IStorePreparation, IAsyncDisposable, IDisposable
{
    private const int MaxPoolSize = 30;
    private const int PreparedStatements = 50;

    private bool _isPrepared;

    /// <summary>Connects when it is first used.</summary>
    public NpgsqlDataSource Source { get; } = NpgsqlDataSource.Create(WithDefaults(connectionString));

    /// <summary>Whether this is a connection string at all.</summary>
    public static bool IsConnectionString(string text)
    {
        try
        {
            return !string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(text).Host);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Creates the tables, or brings them to what this release needs.</summary>
    /// <exception cref="OptionsValidationException">The database can't be used; the message names the setting and holds
    /// no password.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (_isPrepared)
            return;
        try
        {
            await using var connection = await Source.OpenConnectionAsync(cancellationToken);
            await Migrations.ApplyAsync(connection, cancellationToken);
            _isPrepared = true;
        }
        catch (Exception exception) when (Reason(exception) is { } reason)
        {
            const string Setting = $"{KayseClusterOptions.Section}:{nameof(KayseClusterOptions.ConnectionString)}";
            throw new OptionsValidationException(
                KayseClusterOptions.Section,
                typeof(KayseClusterOptions),
                [$"{Setting}: the PostgreSQL database can't be used: {reason}."]
            );
        }
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    public void Dispose() => Source.Dispose();

    // Npgsql's own default of 100 is what a server takes from everybody together.
    private static NpgsqlConnectionStringBuilder WithDefaults(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (!builder.ContainsKey("Maximum Pool Size"))
            builder.MaxPoolSize = MaxPoolSize;
        if (!builder.ContainsKey("Max Auto Prepare"))
            builder.MaxAutoPrepare = PreparedStatements;
        if (!builder.ContainsKey("Application Name"))
            builder.ApplicationName = "kayse";
        return builder;
    }

    private static string? Reason(Exception exception) =>
        exception switch
        {
            PostgresException refused => $"{refused.MessageText} ({refused.SqlState})",
            NpgsqlException { InnerException: SocketException unreachable } => $"{exception.Message}: {unreachable.Message}",
            NpgsqlException { InnerException: TimeoutException } or TimeoutException => "it doesn't answer in time",
            NpgsqlException other => other.InnerException is { } inner
                ? $"{other.Message.TrimEnd('.')}: {inner.Message.TrimEnd('.')}"
                : other.Message.TrimEnd('.'),
            SocketException unknown => unknown.Message,
            _ => null,
        };
}
