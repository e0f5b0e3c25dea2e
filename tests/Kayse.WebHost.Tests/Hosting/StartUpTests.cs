using System.Diagnostics;
using Kayse.Silo.Hosting;
using Kayse.WebHost.Hosting;

namespace Kayse.WebHost.Tests.Hosting;

/// <summary>A wrong setting stops the host, with one line on stderr that names the setting.</summary>
public sealed class StartUpTests
{
    [Theory]
    [InlineData("Kayse:PublicUrl", "accounts.example.com")]
    [InlineData("Kayse:PublicUrl", "ftp://example.com")]
    [InlineData("Kayse:SignUp", "Sometimes")]
    [InlineData("Kayse:SignUp", "7")]
    [InlineData("Kayse:Bench:Enabled", "perhaps")]
    [InlineData("Kayse:Proxies:Known:0", "my-proxy")]
    [InlineData("Kayse:AllowedHosts:0", "kayse.internal:5080")]
    [InlineData("Kayse:Connections:Max", "0")]
    [InlineData("Kayse:Connections:Headers", "00:00:00")]
    [InlineData("Kayse:Passwords:MaxWaitingHashesPerNetwork", "0")]
    [InlineData("Kayse:Passwords:LongestWait", "00:00:00")]
    [InlineData("Kayse:RateLimits:Enabled", "2")]
    [InlineData("Kayse:RateLimits:SignInPerCaller:PermitLimit", "0")]
    [InlineData("Kayse:RateLimits:SignInPerCaller:PermitLimit", "many")]
    [InlineData("Kayse:RateLimits:InvitationsPerUser:Window", "00:00:00")]
    [InlineData("Kayse:Mail:PerRecipient:Window", "00:00:00")]
    [InlineData("Kayse:Seats:Default", "-1")]
    [InlineData("Kayse:ApiKeys:RequestsPerMinute", "0")]
    [InlineData("Kayse:Invitations:Lifetime", "00:00:01")]
    [InlineData("Kayse:Cluster:Role", "Client")]
    [InlineData("Kayse:Cluster:Provider", "Redis")]
    [InlineData("Kayse:Sessions:IdleTimeout", "soon")]
    [InlineData("Kayse:Mail:Transport", "Pigeon")]
    [InlineData("Kayse:Passwords:Iterations", "1")]
    [InlineData("Kayse:Introspection:Clients:crm:Secret", "too-short")]
    [InlineData("Kayse:Introspection:Clients:crm:Secret", "with spaces, 32 characters or more")]
    [InlineData("Kayse:Introspection:Clients:crm", "0123456789abcdef0123456789abcdef")]
    [InlineData("Kayse:Cors:Origins:0", "*")]
    [InlineData("Kayse:Cors:Origins:0", "null")]
    [InlineData("Kayse:Cors:Origins:0", "app.example.com")]
    [InlineData("Kayse:Cors:Origins:0", "http://app.example.com")]
    [InlineData("Kayse:Cors:Origins:0", "https://app.example.com/")]
    [InlineData("Kayse:Cors:Origins:0", "https://app.example.com:443")]
    [InlineData("Kayse:Cors:Origins:0", "https://*.example.com")]
    public async Task A_wrong_setting_stops_the_start_with_one_line(string setting, string value)
    {
        var (exitCode, errors) = await RunAsync($"--{setting}={value}");

        exitCode.ShouldNotBe(0);
        errors.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain(setting);
        errors.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("export", "--help")]
    [InlineData("help")]
    public void Help_is_recognised_wherever_it_is_asked_for(params string[] args) => CommandHelp.IsIn(args).ShouldBeTrue();

    [Fact]
    public void Help_names_the_commands_and_the_settings_that_one_starts_with()
    {
        var help = CommandHelp.Text("Kayse.WebHost");

        help.ShouldContain("Kayse.WebHost export FILE");
        help.ShouldContain("Kayse.WebHost verify-certificate FILE KEYS");
        help.ShouldContain("Kayse.WebHost verify-audit FILE");
        help.ShouldContain("--Kayse:PublicUrl=URL");
        help.ShouldContain("(default: http://localhost:5080)");
        CommandHelp.IsIn(["--Kayse:DataDirectory=help"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_taken_port_stops_the_start_with_one_line()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://127.0.0.1:{((System.Net.IPEndPoint)listener.LocalEndpoint).Port}";
        var (exitCode, errors) = await RunAsync($"--urls={url}");

        exitCode.ShouldNotBe(0);
        errors.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain(url);
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_stops_the_start_with_one_line_without_its_password()
    {
        var (exitCode, errors) = await RunAsync(
            "--Kayse:Cluster:ConnectionString=Host=127.0.0.1;Port=1;Database=kayse;Username=kayse;Password=hunter2",
            "--Kayse:Cluster:Provider=PostgreSql"
        );

        exitCode.ShouldBe(78);
        errors.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldStartWith("kayse: Kayse:Cluster:ConnectionString: ");
        errors.ShouldNotContain("hunter2");
    }

    [Theory]
    [InlineData("export")]
    [InlineData("import", "no-such-file.jsonl")]
    [InlineData("import", "Kayse.Grains.dll")]
    [InlineData("verify-certificate")]
    public async Task A_command_that_cannot_be_done_ends_with_one_line(params string[] command)
    {
        var (exitCode, errors) = await RunAsync("--Kayse:SignUp=Closed", command);

        exitCode.ShouldBe(1);
        errors.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldStartWith("kayse: ");
    }

    [Fact]
    public async Task A_storage_account_that_does_not_answer_stops_the_start_with_one_line()
    {
        const string key = "bm90IHRoZSBrZXkgb2YgdGhpcyBhY2NvdW50IGF0IGFsbA==";
        var account = $"AccountName=firm;AccountKey={key};BlobEndpoint=http://127.0.0.1:1/firm;TableEndpoint=http://127.0.0.1:1/firm";

        var (exitCode, errors) = await RunAsync($"--Kayse:Cluster:ConnectionString={account}", "--Kayse:Cluster:Provider=AzureStorage");

        exitCode.ShouldNotBe(0);
        errors.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain("Kayse:Cluster:ConnectionString");
        errors.ShouldNotContain(key);
    }

    private static async Task<(int ExitCode, string Errors)> RunAsync(string setting, params string[] command)
    {
        var data = System.IO.Directory.CreateTempSubdirectory("kayse-start-");
        try
        {
            var start = new ProcessStartInfo(
                "dotnet",
                [
                    typeof(WebOptions).Assembly.Location,
                    .. command,
                    "--urls=http://127.0.0.1:0",
                    $"--Kayse:DataDirectory={data.FullName}",
                    setting,
                ]
            )
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                WorkingDirectory = AppContext.BaseDirectory,
            };
            using var process = Process.Start(start)!;
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(patience.Token);
                var errors = await process.StandardError.ReadToEndAsync(patience.Token);
                await output;
                await process.WaitForExitAsync(patience.Token);
                return (process.ExitCode, errors);
            }
            finally
            {
                if (!process.HasExited)
                    process.Kill();
            }
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
