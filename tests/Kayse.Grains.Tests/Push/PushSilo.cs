using Kayse.Grains.Members;
using Kayse.Grains.Push;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Push;

/// <summary>One silo with one company for all tests of a class; each makes members and browsers of its own.</summary>
public sealed class PushSilo : IAsyncLifetime
{
    private int _members;

    internal TestSilo Silo { get; private set; } = null!;

    internal Firm Firm { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Silo = await TestSilo.StartAsync(("Kayse:Push:Subject", "mailto:operations@firm.example"));
        Firm = await Firm.FoundAsync(Silo);
    }

    public async Task DisposeAsync() => await Silo.DisposeAsync();

    /// <summary>Somebody new who has joined the company.</summary>
    internal async Task<string> MemberAsync() =>
        (await Firm.JoinAsync($"m{Interlocked.Increment(ref _members)}@members.example", Role.User)).UserId;

    internal IPushDevicesGrain Devices(string userId) => Silo.Grains.GetGrain<IPushDevicesGrain>(userId);

    /// <summary>A browser in which somebody is signed in and gets push messages.</summary>
    internal async Task<(TestBrowser Browser, PushDeviceView Device)> BrowserOfAsync(string userId)
    {
        var browser = new TestBrowser();
        var sessionId = (await Firm.SignInAsync(userId)).Session.Id;
        return (browser, await Devices(userId).SubscribeAsync(browser.In(sessionId)));
    }

    internal PushNote Note(string id, string? companyId = null) =>
        new(id, companyId ?? Firm.CompanyId, $"Title of {id}", Silo.Clock.GetUtcNow()) { Body = $"Body of {id}", CaseId = "case" };
}
