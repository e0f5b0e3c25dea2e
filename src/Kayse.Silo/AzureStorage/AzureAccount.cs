using Azure;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Kayse.Silo.Hosting;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.AzureStorage;

/// <summary>
/// The storage account of an installation on Azure. Its containers carry the service id, so that several installations
/// can share an account; in the tables, which they share, Orleans keeps them apart by the service id and the cluster
/// id.
/// </summary>
internal sealed class AzureAccount : IStorePreparation
{
    private const string RemindersTable = "OrleansReminders";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly KayseClusterOptions _cluster;

    public AzureAccount(KayseClusterOptions cluster)
    {
        _cluster = cluster;
        if (cluster.ConnectionString.Length > 0)
        {
            Blobs = new BlobServiceClient(cluster.ConnectionString, BlobOptions());
            Tables = new TableServiceClient(cluster.ConnectionString);
            return;
        }

        var identity = new DefaultAzureCredential();
        Blobs = new BlobServiceClient(cluster.BlobServiceUri, identity, BlobOptions());
        Tables = new TableServiceClient(cluster.TableServiceUri, identity);
    }

    public BlobServiceClient Blobs { get; }

    public TableServiceClient Tables { get; }

    /// <summary>The container with the grains' states.</summary>
    public BlobContainerClient States => Blobs.GetBlobContainerClient(StatesContainer(_cluster));

    /// <summary>The container with photos.</summary>
    public BlobContainerClient Files => Blobs.GetBlobContainerClient($"{_cluster.ServiceId}-files");

    /// <summary>
    /// The blob with the key ring, in a container of its own, so that access to it can be granted apart.
    /// </summary>
    public BlobClient KeyRing => Keys.GetBlobClient("key-ring.xml");

    /// <summary>Orleans' table of reminders.</summary>
    public TableClient Reminders => Tables.GetTableClient(RemindersTable);

    private BlobContainerClient Keys => Blobs.GetBlobContainerClient($"{_cluster.ServiceId}-keys");

    public static string StatesContainer(KayseClusterOptions cluster) => $"{cluster.ServiceId}-states";

    /// <summary>Whether this is a connection string at all.</summary>
    public static bool IsConnectionString(string text)
    {
        try
        {
            _ = new BlobServiceClient(text);
            _ = new TableServiceClient(text);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>
    /// Creates the containers and the table that are missing. What it says of a failure never holds the account key.
    /// </summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_patience);
        await NamingTheSettingAsync(
            nameof(KayseClusterOptions.BlobServiceUri),
            Blobs.Uri,
            async () =>
            {
                foreach (var container in (BlobContainerClient[])[States, Files, Keys])
                    await container.CreateIfNotExistsAsync(cancellationToken: limit.Token);
            },
            cancellationToken
        );
        await NamingTheSettingAsync(
            nameof(KayseClusterOptions.TableServiceUri),
            Tables.Uri,
            () => Reminders.CreateIfNotExistsAsync(limit.Token),
            cancellationToken
        );
    }

    private async Task NamingTheSettingAsync(string uriSetting, Uri service, Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (Reason(exception) is { } reason && !cancellationToken.IsCancellationRequested)
        {
            var setting = _cluster.ConnectionString.Length > 0 ? nameof(KayseClusterOptions.ConnectionString) : uriSetting;
            var failure = $"the storage account at {service.GetLeftPart(UriPartial.Path)} can't be used: {reason}";
            throw new OptionsValidationException(
                KayseClusterOptions.Section,
                typeof(KayseClusterOptions),
                [$"{KayseClusterOptions.Section}:{setting}: {failure}"]
            );
        }
    }

    // As often as for tables: with the five of the default a start takes half a minute to say that nothing answers.
    private static BlobClientOptions BlobOptions() => new() { Retry = { MaxRetries = 3 } };

    // The SDK's own messages run over many lines, with the headers of the response.
    private static string? Reason(Exception exception) =>
        exception switch
        {
            RequestFailedException { ErrorCode.Length: > 0 } refused => FormattableString.Invariant(
                $"it answered {refused.Status} {refused.ErrorCode}."
            ),
            RequestFailedException { Status: > 0 and var status } => FormattableString.Invariant($"it answered {status}."),
            RequestFailedException unreachable => FirstLine(unreachable.Message),
            AuthenticationFailedException refused => FirstLine(refused.Message),
            AggregateException { InnerExceptions: [.., var last] } => Reason(last),
            OperationCanceledException => FormattableString.Invariant($"it didn't answer within {_patience.TotalSeconds} seconds."),
            _ => null,
        };

    private static string FirstLine(string message) => message.Split('\n')[0].Trim();
}
