using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.Passwords;

public sealed class PasswordOptionsTests
{
    [Fact]
    public void Defaults_are_valid_and_cost_what_OWASP_advises()
    {
        var options = Read([]);
        options.Iterations.ShouldBe(210_000);
        options.MaxConcurrentHashes.ShouldBe(Math.Max(1, Environment.ProcessorCount - 1));
    }

    [Fact]
    public void Settings_are_read_from_their_section() =>
        Read(new() { ["Kayse:Passwords:Iterations"] = "1000" }).Iterations.ShouldBe(1_000);

    [Theory]
    [InlineData("Iterations", "999", "Kayse:Passwords:Iterations is 999; it must be from 1000 to 100000000.")]
    [InlineData("MaxConcurrentHashes", "0", "Kayse:Passwords:MaxConcurrentHashes is 0; it must be from 1 to 1024.")]
    [InlineData("MaxWaitingHashes", "0", "Kayse:Passwords:MaxWaitingHashes is 0; it must be from 1 to 100000.")]
    public void Invalid_setting_is_named(string setting, string value, string message) =>
        Should.Throw<OptionsValidationException>(() => Read(new() { ["Kayse:Passwords:" + setting] = value })).Message.ShouldBe(message);

    private static PasswordOptions Read(Dictionary<string, string?> settings)
    {
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddPasswords()
            .BuildServiceProvider();
        return services.GetRequiredService<IOptions<PasswordOptions>>().Value;
    }
}
