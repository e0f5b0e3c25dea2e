using Kayse.Silo.Hosting;
using Kayse.Silo.Telemetry;
using Kayse.WebHost;
using Kayse.WebHost.Branding;
using Kayse.WebHost.Hosting;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Cors;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;
using Kayse.WebHost.Pages;
using Kayse.WebHost.Push;
using Kayse.WebHost.Scim;
using Kayse.WebHost.Sso;

return await StartUp.RunAsync(
    args,
    () =>
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.AddWebDefaults();
        builder.AddWebOptions();
        builder.AddKayseSilo();
        builder.AddFeatures();
        builder.AddProblems();
        builder.AddCrossOriginRequests();
        builder.AddApiDocument();
        builder.AddConsole();

        var app = builder.Build();
        app.UseConfiguredProxies();
        app.UseMetricsEndpoint();
        app.UseHeadAsGet();
        app.UsePublicOrigin();
        app.UseSecurityHeaders();
        app.UseProblems();
        app.UseCrossOriginRequests();
        app.UseRouting();
        app.UseBareStatuses();
        app.UsePageStatuses();
        app.UseScimStatuses();
        app.UseConsole();
        app.UseMiddleware<CallerMiddleware>();
        app.UseMiddleware<AccessBeforeFaults>();
        app.MapApi();
        app.MapScim();
        app.MapApiDocument();
        app.MapConsole();
        app.MapSsoPages();
        app.MapServiceWorker();
        app.MapAccentStyles();
        app.MapHealth();
        app.MapBench();
        return app;
    }
);
