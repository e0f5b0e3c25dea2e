using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Tests.AzureStorage;

public sealed class AzureKeyRingTests
{
    [Fact]
    public async Task Keys_that_two_processes_store_at_once_are_all_kept()
    {
        var installation = new AzureInstallation();
        using var one = await installation.OpenAsync();
        using var other = await installation.OpenAsync();

        await Parallel.ForAsync(
            0,
            20,
            (n, _) =>
            {
                RingOf(n % 2 == 0 ? one : other).StoreElement(new XElement("key", new XAttribute("id", n)), $"key-{n}");
                return ValueTask.CompletedTask;
            }
        );

        RingOf(one).GetAllElements().Select(key => (int)key.Attribute("id")!).Order().ShouldBe(Enumerable.Range(0, 20));
    }

    private static IXmlRepository RingOf(IHost host) =>
        host.Services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.XmlRepository!;
}
