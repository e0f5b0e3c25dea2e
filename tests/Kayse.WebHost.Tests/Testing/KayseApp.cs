using System.Net;
using System.Net.Sockets;
using Kayse.Testing;
using Kayse.WebHost.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Kayse.WebHost.Tests.Testing;

/// <summary>The web host over real grains, on a folder of its own and with a clock that stands still.</summary>
public sealed class KayseApp : IAsyncDisposable
{
    /// <summary>A header by which tests say where a request comes from.</summary>
    public const string RemoteAddressHeader = "X-Test-Remote-Address";

    private const int MostTries = 5;

    private readonly WebApplicationFactory<WebOptions> _factory;
    private readonly DirectoryInfo _data = System.IO.Directory.CreateTempSubdirectory("kayse-web-");

    public KayseApp(params (string Key, string Value)[] settings)
        : this(new TestClock(), settings) { }

    private KayseApp(TestClock clock, (string Key, string Value)[] settings)
    {
        Clock = clock;
        _factory = new WebApplicationFactory<WebOptions>().WithWebHostBuilder(host =>
        {
            foreach (var (key, value) in Settings().Concat(settings))
                host.UseSetting(key, value);
            host.ConfigureLogging(logging =>
            {
                // What is sent to a collector is sent by a provider of logs, too.
                if (!settings.Any(setting => setting.Key == "Kayse:Telemetry:OtlpEndpoint"))
                    logging.ClearProviders();
                logging.AddProvider(Logs);
            });
            host.ConfigureTestServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
                services.AddSingleton<IStartupFilter, RemoteAddressFilter>();
            });
        });
    }

    public TestClock Clock { get; }

    /// <summary>Warnings and worse of everything, and all that concerns security.</summary>
    public CollectedLogs Logs { get; } = new();

    /// <summary>Where it listens, if it does.</summary>
    public Uri? Address { get; private init; }

    public string MailDirectory => Path.Combine(_data.FullName, "mail");

    public IServiceProvider Services => _factory.Services;

    /// <summary>One whose clock stands still at the present, for peers that go by the machine's.</summary>
    public static KayseApp AtPresent(params (string Key, string Value)[] settings) =>
        new(new TestClock(DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds())), settings);

    /// <summary>
    /// One that listens on a port of this machine, for browsers. Its clock stands still at the present, since browsers
    /// drop cookies by theirs.
    /// </summary>
    public static KayseApp Listening(params (string Key, string Value)[] settings)
    {
        for (var tries = 1; ; tries++)
        {
            var port = FreePort();
            var address = new Uri($"http://localhost:{port}");
            var app = new KayseApp(new TestClock(DateTimeOffset.UtcNow), [("Kayse:PublicUrl", $"http://localhost:{port}"), .. settings])
            {
                Address = address,
            };
            if (app.TryListen(port, isLastTry: tries == MostTries))
                return app;
        }
    }

    /// <summary>A client that keeps no cookies and follows no redirects.</summary>
    public ApiClient Client(string? token = null, string scheme = "http") => new(Http(scheme)) { Token = token };

    /// <summary>A browser without JavaScript.</summary>
    public PageClient Browser(Person? person = null) => person is null ? new PageClient(this) : new PageClient(this).As(person);

    /// <summary>Connections to the host that keep no cookies and follow no redirects.</summary>
    public HttpClient Http(string scheme = "http") =>
        _factory.CreateClient(
            new WebApplicationFactoryClientOptions
            {
                BaseAddress = Address ?? new Uri($"{scheme}://localhost"),
                AllowAutoRedirect = false,
                HandleCookies = false,
            }
        );

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // Somebody else may take the port meanwhile. Then the program has ended, with its host, before this is told.
    private bool TryListen(int port, bool isLastTry)
    {
        _factory.UseKestrel(kestrel => kestrel.ListenLocalhost(port));
        try
        {
            _factory.StartServer();
            return true;
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException && !isLastTry)
        {
            _factory.Dispose();
            _data.Delete(recursive: true);
            return false;
        }
    }

    private IEnumerable<(string Key, string Value)> Settings() =>
        [
            ("Kayse:DataDirectory", _data.FullName),
            ("Kayse:Passwords:Iterations", "1000"),
            // Tests that do 50 things at once come from one network.
            ("Kayse:Passwords:MaxWaitingHashesPerNetwork", "256"),
            ("Kayse:RateLimits:Enabled", "false"),
            ("Kayse:Invitations:RampUp:FirstDay", "0"),
            ("Kayse:Support:Email", "support@kayse.example"),
            ("Kayse:Support:ChatUrl", "https://chat.kayse.example/"),
            // No test asks the DNS of the machine.
            ("Kayse:Dns:Servers:0", "127.0.0.1:9"),
            ("Kayse:Dns:Timeout", "00:00:00.2"),
        ];

    private sealed class RemoteAddressFilter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(then =>
                    context =>
                    {
                        if (IPAddress.TryParse(context.Request.Headers[RemoteAddressHeader], out var address))
                            context.Connection.RemoteIpAddress = address;
                        return then(context);
                    }
                );
                next(app);
            };
    }
}
