using System.Net;
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

    private readonly WebApplicationFactory<WebOptions> _factory;
    private readonly DirectoryInfo _data = System.IO.Directory.CreateTempSubdirectory("kayse-web-");

    public KayseApp(params (string Key, string Value)[] settings)
    {
        _factory = new WebApplicationFactory<WebOptions>().WithWebHostBuilder(host =>
        {
            foreach (var (key, value) in Settings().Concat(settings))
                host.UseSetting(key, value);
            host.ConfigureLogging(logging => logging.ClearProviders());
            host.ConfigureTestServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
                services.AddSingleton<IStartupFilter, RemoteAddressFilter>();
            });
        });
    }

    public ManualTimeProvider Clock { get; } = new();

    public string MailDirectory => Path.Combine(_data.FullName, "mail");

    public IServiceProvider Services => _factory.Services;

    /// <summary>A client that keeps no cookies and follows no redirects.</summary>
    public ApiClient Client(string? token = null, string scheme = "http")
        => new(_factory.CreateClient(new WebApplicationFactoryClientOptions
        {
            BaseAddress = new Uri($"{scheme}://localhost"),
            AllowAutoRedirect = false,
            HandleCookies = false,
        }))
        { Token = token };

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private IEnumerable<(string Key, string Value)> Settings() =>
    [
        ("Kayse:DataDirectory", _data.FullName),
        ("Kayse:Passwords:Iterations", "1000"),
        ("Kayse:RateLimits:Enabled", "false"),
    ];

    private sealed class RemoteAddressFilter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(then => context =>
            {
                if (IPAddress.TryParse(context.Request.Headers[RemoteAddressHeader], out var address))
                    context.Connection.RemoteIpAddress = address;
                return then(context);
            });
            next(app);
        };
    }
}
