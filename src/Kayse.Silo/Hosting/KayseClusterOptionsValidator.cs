using System.Net;
using System.Text.RegularExpressions;
using Kayse.Silo.AzureStorage;
using Kayse.Silo.PostgreSql;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Hosting;

internal sealed partial class KayseClusterOptionsValidator(IConfiguration configuration) : IValidateOptions<KayseClusterOptions>
{
    public ValidateOptionsResult Validate(string? name, KayseClusterOptions options)
    {
        var failures = General(options).Concat(IsCluster(options) ? Clustered(options) : Alone(options)).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsCluster(KayseClusterOptions options) =>
        options.Provider is ClusterProvider.PostgreSql or ClusterProvider.AzureStorage;

    private static IEnumerable<string> General(KayseClusterOptions options)
    {
        if (!Enum.IsDefined(options.Provider))
            yield return "Kayse:Cluster:Provider must be Localhost, PostgreSql or AzureStorage.";
        if (!Enum.IsDefined(options.Role))
            yield return "Kayse:Cluster:Role must be Silo or Client.";
        if (options.AdvertisedAddress.Length > 0 && !IPAddress.TryParse(options.AdvertisedAddress, out _))
            yield return "Kayse:Cluster:AdvertisedAddress must be an IP address.";
        if (options.ResponseTimeout < TimeSpan.FromSeconds(1) || options.ResponseTimeout > TimeSpan.FromMinutes(10))
            yield return "Kayse:Cluster:ResponseTimeout must be between 1 second and 10 minutes.";
        if (options.CollectionAge < TimeSpan.FromMinutes(2) || options.CollectionAge > TimeSpan.FromDays(1))
            yield return "Kayse:Cluster:CollectionAge must be between 2 minutes and 1 day.";
        if (options.SilenceLimit < TimeSpan.FromSeconds(3) || options.SilenceLimit > TimeSpan.FromMinutes(5))
            yield return "Kayse:Cluster:SilenceLimit must be between 3 seconds and 5 minutes.";
    }

    private static IEnumerable<string> Alone(KayseClusterOptions options)
    {
        if (options.Tls.Certificate.Length > 0)
            yield return "Kayse:Cluster:Tls:Certificate needs a Kayse:Cluster:Provider other than Localhost.";
        if (options.Role is ClusterRole.Client)
            yield return "Kayse:Cluster:Role Client needs a Kayse:Cluster:Provider other than Localhost.";
        if (options.SiloPort is < 0 or > ushort.MaxValue)
            yield return "Kayse:Cluster:SiloPort must be between 0 and 65535.";
        if (options.GatewayPort is < 0 or > ushort.MaxValue)
            yield return "Kayse:Cluster:GatewayPort must be between 0 and 65535.";
    }

    private IEnumerable<string> Clustered(KayseClusterOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ClusterId))
            yield return "Kayse:Cluster:ClusterId must not be empty.";
        if (string.IsNullOrWhiteSpace(options.ServiceId))
            yield return "Kayse:Cluster:ServiceId must not be empty.";
        if (options.SiloPort is < 1 or > ushort.MaxValue)
            yield return "Kayse:Cluster:SiloPort must be between 1 and 65535.";
        if (options.GatewayPort is < 0 or > ushort.MaxValue)
            yield return "Kayse:Cluster:GatewayPort must be between 0 and 65535.";
        if (!HasStore(options))
            yield return options.Provider is ClusterProvider.AzureStorage
                ? "Kayse:Cluster:ConnectionString, or both Kayse:Cluster:BlobServiceUri and "
                    + "Kayse:Cluster:TableServiceUri, must be set for AzureStorage."
                : "Kayse:Cluster:ConnectionString must be set for PostgreSql.";
        if (options.Tls.Certificate.Length > 0 != options.Tls.Authority.Length > 0)
            yield return "Kayse:Cluster:Tls:Certificate and Kayse:Cluster:Tls:Authority must both be set, or neither.";
        var ofProvider = options.Provider is ClusterProvider.PostgreSql ? OnPostgreSql(options) : OnAzure(options);
        foreach (var failure in ofProvider.Concat(InFolders(options)))
            yield return failure;
    }

    private static IEnumerable<string> OnPostgreSql(KayseClusterOptions options)
    {
        if (options.ConnectionString.Length > 0 && !PostgreSqlDatabase.IsConnectionString(options.ConnectionString))
            yield return "Kayse:Cluster:ConnectionString must be a PostgreSQL connection string such as "
                + "\"Host=db;Database=kayse;Username=kayse;Password=...\".";
    }

    private static IEnumerable<string> OnAzure(KayseClusterOptions options)
    {
        if (options.ConnectionString.Length > 0 && !AzureAccount.IsConnectionString(options.ConnectionString))
            yield return "Kayse:Cluster:ConnectionString must be the connection string of an Azure Storage account.";
        if (!IsHttpsOrNull(options.BlobServiceUri))
            yield return "Kayse:Cluster:BlobServiceUri must be an https address.";
        if (!IsHttpsOrNull(options.TableServiceUri))
            yield return "Kayse:Cluster:TableServiceUri must be an https address.";

        if (options.ServiceId.Length > 50 || !ContainerPrefix().IsMatch(options.ServiceId))
            yield return "Kayse:Cluster:ServiceId must be 1 to 50 lower-case letters and digits, "
                + "with single dashes between them, for AzureStorage.";
    }

    private static bool IsHttpsOrNull(Uri? uri) => uri is null || (uri.IsAbsoluteUri && uri.Scheme == Uri.UriSchemeHttps);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ContainerPrefix();

    private IEnumerable<string> InFolders(KayseClusterOptions options)
    {
        var where = options.Provider is ClusterProvider.PostgreSql ? "in the database" : "in the storage account";
        foreach (var setting in (string[])[nameof(ProductOptions.KeysDirectory), nameof(ProductOptions.BlobsDirectory)])
        {
            if (!string.IsNullOrWhiteSpace(configuration[$"{ProductOptions.Section}:{setting}"]))
                yield return $"Kayse:{setting} must not be set for {options.Provider}, which keeps keys and photos {where}.";
        }
    }

    private static bool HasStore(KayseClusterOptions options) =>
        options.ConnectionString.Length > 0
        || (options.Provider is ClusterProvider.AzureStorage && options is { BlobServiceUri: not null, TableServiceUri: not null });
}
