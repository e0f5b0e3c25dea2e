namespace Kayse.Crash.Hosting;

/// <summary>How a host under test is set up: the same for every start on a folder.</summary>
internal sealed record HostSettings(string DataDirectory)
{
    /// <summary>Of a mail server on this machine; null for the pickup folder.</summary>
    public int? SmtpPort { get; init; }

    /// <summary>What else it is told, and of what the above is told differently.</summary>
    public IReadOnlyDictionary<string, string> Others { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The program that is started: the web host, or a silo without a web.</summary>
    public string Program { get; init; } = HostProcess.WebHost;

    public string PickupDirectory => Path.Combine(DataDirectory, "mail");

    public IEnumerable<KeyValuePair<string, string>> Environment =>
        [
            new("ASPNETCORE_ENVIRONMENT", "Production"),
            new("Logging__LogLevel__Default", "Warning"),
            new("Logging__LogLevel__Microsoft.Hosting.Lifetime", "Information"),
            new("Kayse__DataDirectory", DataDirectory),
            new("Kayse__RateLimits__Enabled", "false"),
            .. Unguarded,
            new("Kayse__Mail__PerRecipient__Limit", "0"),
            new("Kayse__Invitations__RampUp__FirstDay", "0"),
            new("Kayse__Passwords__Iterations", "1000"),
            .. SmtpPort is { } port ? Smtp(port) : [],
            .. Others,
        ];

    // Checks find out by trying which of two passwords is right, all from one address.
    private static IEnumerable<KeyValuePair<string, string>> Unguarded =>
        new[] { "Account", "Ip", "Network" }.SelectMany(rule =>
            new KeyValuePair<string, string>[]
            {
                new($"Kayse__SignInGuard__{rule}__FreeFailures", "900000"),
                new($"Kayse__SignInGuard__{rule}__LockAfter", "1000000"),
            }
        );

    private static IEnumerable<KeyValuePair<string, string>> Smtp(int port) =>
        [
            new("Kayse__Mail__Transport", "Smtp"),
            new("Kayse__Mail__Smtp__Host", "127.0.0.1"),
            new("Kayse__Mail__Smtp__Port", port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new("Kayse__Mail__Smtp__Security", "None"),
        ];
}
