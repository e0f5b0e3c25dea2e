using Kayse.Silo.Hosting;
using Kayse.Silo.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration.Memory;

// A silo that serves nothing but its health: web hosts whose Kayse:Cluster:Role is Client call its grains.
return await StartUp.RunAsync(
    args,
    () =>
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Insert(
            0,
            new MemoryConfigurationSource { InitialData = [new(WebHostDefaults.ServerUrlsKey, "http://localhost:5081")] }
        );
        builder.AddKayseSilo();

        var app = builder.Build();
        app.UseMetricsEndpoint();
        app.MapHealth();
        return app;
    }
);

/// <summary>Said here, since it would be public otherwise, beside the web host's.</summary>
internal sealed partial class Program;
