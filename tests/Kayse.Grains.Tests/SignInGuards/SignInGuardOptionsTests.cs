using Kayse.Grains.Tests.Hosting;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.Tests.SignInGuards;

public sealed class SignInGuardOptionsTests
{
    [Theory]
    [InlineData("Account:FreeFailures", "-1")]
    [InlineData("Account:LockAfter", "3")]
    [InlineData("Ip:LockAfter", "1000001")]
    [InlineData("Ip:FirstDelay", "-00:00:01")]
    [InlineData("Ip:LongestDelay", "01:00:01")]
    [InlineData("Network:LockFor", "00:00:00")]
    [InlineData("Network:ForgetAfter", "00:14:59")]
    [InlineData("Network:ForgetAfter", "1.00:00:01")]
    public async Task A_wrong_setting_stops_the_start(string setting, string value)
    {
        var refused = await Should.ThrowAsync<OptionsValidationException>(() =>
            TestSilo.StartAsync(($"Kayse:SignInGuard:{setting}", value))
        );

        refused.Message.ShouldContain($"Kayse:SignInGuard:{setting}");
    }
}
