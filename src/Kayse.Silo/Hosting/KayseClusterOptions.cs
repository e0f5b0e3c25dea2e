namespace Kayse.Silo.Hosting;

/// <summary>
/// Where the grains run; section <c>Kayse:Cluster</c>. All silos and clients of a cluster have the same settings, but
/// for their own address and ports.
/// </summary>
public sealed class KayseClusterOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse:Cluster";

    /// <summary>What silos find each other by, and where states and reminders are stored.</summary>
    public ClusterProvider Provider { get; set; } = ClusterProvider.Localhost;

    /// <summary>Whether the process runs grains itself or calls those of the cluster's silos.</summary>
    public ClusterRole Role { get; set; } = ClusterRole.Silo;

    /// <summary>Of the PostgreSQL database or of the Azure Storage account.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// Azure Storage without a connection string: the account's blob service, entered with the process's own identity.
    /// </summary>
    public Uri? BlobServiceUri { get; set; }

    /// <summary>Likewise its table service.</summary>
    public Uri? TableServiceUri { get; set; }

    /// <summary>
    /// Silos of one id find each other. An installation that replaces another side by side has an id of its own.
    /// </summary>
    public string ClusterId { get; set; } = "kayse";

    /// <summary>Under which states and reminders are stored; never changes.</summary>
    public string ServiceId { get; set; } = "kayse";

    /// <summary>The address at which other silos and clients reach this one; by default the machine's first.</summary>
    public string AdvertisedAddress { get; set; } = "";

    /// <summary>
    /// For other silos; 0 is any free port, for <see cref="ClusterProvider.Localhost"/> only. By default 0 there and
    /// 11111 in a cluster.
    /// </summary>
    public int? SiloPort { get; set; }

    /// <summary>
    /// For clients; 0 is none. By default 0 for <see cref="ClusterProvider.Localhost"/> and 30000 in a cluster.
    /// </summary>
    public int? GatewayPort { get; set; }

    /// <summary>Encrypts what silos and clients say to each other.</summary>
    public ClusterTlsOptions Tls { get; set; } = new();

    /// <summary>How long a call may take before its caller gives up.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a grain that nobody calls stays in memory.</summary>
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a silo may be silent before the others declare it dead and take over its grains.</summary>
    public TimeSpan SilenceLimit { get; set; } = TimeSpan.FromSeconds(15);
}

/// <summary>What a cluster is built on.</summary>
public enum ClusterProvider
{
    /// <summary>Nothing: one silo, with SQLite in its data folder.</summary>
    Localhost,

    /// <summary>Azure Storage: membership and reminders in tables, states in blobs.</summary>
    AzureStorage,

    /// <summary>A PostgreSQL database with the tables of Orleans' ADO.NET providers.</summary>
    PostgreSql,
}

/// <summary>What a process is to its cluster.</summary>
public enum ClusterRole
{
    /// <summary>It runs grains.</summary>
    Silo,

    /// <summary>It runs none, and calls those of the silos.</summary>
    Client,
}
