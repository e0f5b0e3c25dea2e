namespace Kayse.WebHost.Http.Cors;

/// <summary>Which other sites' pages may call the API; section <c>Kayse:Cors</c>.</summary>
internal sealed class CorsOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse:Cors";

    /// <summary>
    /// Origins as browsers send them: <c>https://app.example.com</c>, with the port unless it is the default, and
    /// without a path. <c>http</c> only for this machine. None by default.
    /// </summary>
    public IList<string> Origins { get; } = [];
}
