namespace Kayse.Silo.Hosting;

/// <summary>
/// TLS between the processes of a cluster; section <c>Kayse:Cluster:Tls</c>. Both sides show a certificate.
/// </summary>
public sealed class ClusterTlsOptions
{
    /// <summary>
    /// A PFX or PEM file with this process's certificate and private key; empty for traffic in clear.
    /// </summary>
    public string Certificate { get; set; } = "";

    /// <summary>Of that file, if it has one.</summary>
    public string Password { get; set; } = "";

    /// <summary>
    /// A PEM file with the certificate of the authority that signs those of this cluster and of nothing else.
    /// </summary>
    public string Authority { get; set; } = "";
}
