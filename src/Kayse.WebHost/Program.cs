using Kayse.Silo.Hosting;
using Kayse.WebHost.Api;
using Kayse.WebHost.Api.OpenApi;
using Kayse.WebHost.Api.Problems;
using Kayse.WebHost.Auth;
using Kayse.WebHost.Console;
using Kayse.WebHost.Hosting;

return await StartUp.RunAsync(
    args,
    () =>
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.AddWebDefaults();
        builder.AddWebOptions();
        builder.AddKayseSilo();
        builder.AddAuth();
        builder.AddProblems();
        builder.AddApiDocument();
        builder.AddConsole();

        var app = builder.Build();
        app.UseConfiguredProxies();
        app.UseHeadAsGet();
        app.UsePublicOrigin();
        app.UseSecurityHeaders();
        app.UseProblems();
        app.UseRouting();
        app.UseBareStatuses();
        app.UseConsole();
        app.UseMiddleware<CallerMiddleware>();
        app.UseMiddleware<AccessBeforeFaults>();
        app.MapApi();
        app.MapApiDocument();
        app.MapConsole();
        app.MapHealth();
        app.MapBench();
        return app;
    }
);
