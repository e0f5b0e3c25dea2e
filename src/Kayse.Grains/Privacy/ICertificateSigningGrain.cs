namespace Kayse.Grains.Privacy;

/// <summary>How certificates are signed, by the same grain as <see cref="IDeletionCertificatesGrain"/>.</summary>
[Alias("kayse.certificate-signing")]
internal interface ICertificateSigningGrain : IGrainWithStringKey
{
    /// <summary>
    /// Signs it with the latest key, which is on disk by then; with a new one when there is none, or when the key ring
    /// that it was encrypted with is lost.
    /// </summary>
    [Alias("sign")]
    Task<string> SignAsync(DeletionCertificate certificate);
}
