namespace Kayse.Silo.Hosting;

/// <summary>What concerns the installation as a whole; section <c>Kayse</c>.</summary>
public sealed class ProductOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse";

    /// <summary>The folder with the database, the keys and, by default, the mail; made when it is missing.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>
    /// The folder with the keys, one for all processes of a cluster; by default <c>keys</c> in the data folder.
    /// </summary>
    public string KeysDirectory { get; set; } = "";

    /// <summary>
    /// The folder with photos and other files, one for all processes of a cluster; by default <c>blobs</c> in the data
    /// folder.
    /// </summary>
    public string BlobsDirectory { get; set; } = "";

    /// <summary>
    /// Where people reach the console: <c>http</c> or <c>https</c>, without query. Links in mails start with it.
    /// </summary>
    public string PublicUrl { get; set; } = "http://localhost:5080";

    /// <summary>Who may create a company.</summary>
    public SignUpMode SignUp { get; set; } = SignUpMode.Open;
}

/// <summary>Who may create a company.</summary>
public enum SignUpMode
{
    /// <summary>Anybody.</summary>
    Open,

    /// <summary>Anybody, as long as there is none.</summary>
    FirstRunOnly,

    /// <summary>Nobody.</summary>
    Closed,
}
