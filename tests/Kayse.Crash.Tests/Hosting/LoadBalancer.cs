using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Kayse.Testing;

namespace Kayse.Crash.Hosting;

/// <summary>
/// nginx with the configuration in docs, in front of hosts on this machine. Its answers say in a header which of them
/// they are from.
/// </summary>
internal sealed class LoadBalancer : IDisposable
{
    /// <summary>The header: the address of each host that was tried.</summary>
    public const string HostHeader = "X-Upstream";

    private static readonly string[] _programs = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx", "/usr/local/bin/nginx"];

    private readonly Process _process;

    private LoadBalancer(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<LoadBalancer> StartAsync(string configuration, string folder, Uri one, Uri other)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var site = Path.Combine(folder, "kayse.conf");
        var main = Path.Combine(folder, "nginx.conf");
        Directory.CreateDirectory(folder);
        var text = Replace(await File.ReadAllTextAsync(configuration), "listen 80;", $"listen {address.Authority};");
        text = Replace(text, "server kayse-1.internal:5080 ", $"server {one.Authority} ");
        await File.WriteAllTextAsync(site, Replace(text, "server kayse-2.internal:5080 ", $"server {other.Authority} "));
        await File.WriteAllTextAsync(
            main,
            $$"""
            daemon off;
            pid nginx.pid;
            error_log stderr;
            events { }
            http {
              access_log off;
              add_header {{HostHeader}} $upstream_addr always;
              client_body_temp_path body;
              proxy_temp_path proxy;
              fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi;
              scgi_temp_path scgi;
              include {{site}};
            }
            """
        );
        var process = Process.Start(
            new ProcessStartInfo(Program(), ["-p", folder, "-c", main, "-e", "stderr"]) { RedirectStandardError = true }
        )!;
        var balancer = new LoadBalancer(process, address);
        try
        {
            await balancer.ListeningAsync();
            return balancer;
        }
        catch
        {
            balancer.Dispose();
            throw;
        }
    }

    /// <summary>Its workers go with it.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            using var terminate = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static string Program() =>
        Array.Find(_programs, File.Exists)
        ?? throw new FileNotFoundException("This test needs nginx. Run ./test.sh, which installs it, or install it yourself.");

    private static string Replace(string text, string what, string by) =>
        text.Contains(what, StringComparison.Ordinal)
            ? text.Replace(what, by, StringComparison.Ordinal)
            : throw new InvalidOperationException($"The configuration has no \"{what}\" any more.");

    private async Task ListeningAsync()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var connection = new TcpClient();
                await connection.ConnectAsync(Address.Host, Address.Port);
                return;
            }
            catch (SocketException) when (!_process.HasExited && tries < 500)
            {
                await Task.Delay(20);
            }
            catch (SocketException) when (_process.HasExited)
            {
                throw new InvalidOperationException(await _process.StandardError.ReadToEndAsync());
            }
        }
    }
}
