using InternalService;
using Kayse.Grains.Members;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Orleans.Configuration;

// Exits with 0 if the session may do it, 1 if it may not, 2 if the question makes no sense.
if (args.Length is < 1 or > 2 || !Permissions.IsKnown(args[0]))
{
    await Console.Error.WriteLineAsync(
        "Usage: InternalService PERMISSION [CASE-TYPE], with a session token on standard "
            + $"input.\nPermissions: {string.Join(", ", Permissions.All)}"
    );
    return 2;
}

// Arguments are visible to every user of a machine, so the token comes on standard input.
var token = (await Console.In.ReadLineAsync() ?? "").Trim();

var builder = Host.CreateApplicationBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
var cluster = builder.Configuration.GetSection("Kayse:Cluster"); // The same settings as the hosts'.
builder.UseOrleansClient(client =>
    client
        .Configure<ClusterOptions>(ids =>
            (ids.ClusterId, ids.ServiceId) = (cluster["ClusterId"] ?? "kayse", cluster["ServiceId"] ?? "kayse")
        )
        .UseAdoNetClustering(clustering => (clustering.Invariant, clustering.ConnectionString) = ("Npgsql", cluster["ConnectionString"]))
);

using var host = builder.Build();
await host.StartAsync();
var (allowed, reason) = await host
    .Services.GetRequiredService<IGrainFactory>()
    .DecideAsync(token, new AuthorizationQuestion(args[0], args.ElementAtOrDefault(1), AgentId: null));
Console.WriteLine($"{(allowed ? "Allowed" : "Refused")}: {reason}");
await host.StopAsync();
return allowed ? 0 : 1;
