using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Orleans.Embedded.Tests.Hosting;

public sealed partial class TestSilo
{
    private static partial IHost Build(TestClock clock, Action<ISiloBuilder> configure)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.UseOrleans(configure);
        return builder.Build();
    }
}
