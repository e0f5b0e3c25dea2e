using Kayse.Grains.Mail;
using Kayse.Silo.Mail;
using Kayse.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Silo.Tests.Mail;

/// <summary>The transport that a configuration gives, built as the host builds it.</summary>
internal sealed class MailHost : IDisposable
{
    private readonly ServiceProvider _services;

    public MailHost(IReadOnlyDictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(Clock)
            .AddMailTransport()
            .BuildServiceProvider();
    }

    /// <summary>By which the transport gives up; it stands still.</summary>
    public TestClock Clock { get; } = new();

    public IEmailTransport Transport => _services.GetRequiredService<IEmailTransport>();

    public EmailSender Sender => _services.GetRequiredService<EmailSender>();

    public static MailHost Smtp(SmtpPeer peer, params (string Key, string Value)[] settings) => Smtp(peer.Port, settings);

    public static MailHost Smtp(int port, params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Kayse:Mail:Transport"] = "Smtp",
            ["Kayse:Mail:Smtp:Host"] = "127.0.0.1",
            ["Kayse:Mail:Smtp:Port"] = $"{port}",
            ["Kayse:Mail:Smtp:Security"] = "None",
        };
        foreach (var (key, value) in settings)
            all[$"Kayse:Mail:Smtp:{key}"] = value;
        return new MailHost(all);
    }

    public static MailHost Pickup(string directory) =>
        new(new Dictionary<string, string?> { ["Kayse:Mail:PickupDirectory"] = directory });

    public Task SendAsync(EmailMessage message) => Transport.SendAsync(message, CancellationToken.None);

    public void Dispose() => _services.Dispose();
}
