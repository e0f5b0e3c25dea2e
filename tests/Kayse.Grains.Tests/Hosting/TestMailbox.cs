using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Kayse.Grains.Mail;

namespace Kayse.Grains.Tests.Hosting;

/// <summary>Takes mail, or says that it can't just now.</summary>
internal sealed partial class TestMailbox : IEmailTransport
{
    private readonly ConcurrentQueue<EmailMessage> _mails = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly SemaphoreSlim _attempted = new(0);

    /// <summary>What sending throws; null when mail is taken.</summary>
    public Exception? Failure { get; set; }

    public IReadOnlyList<EmailMessage> All => [.. _mails];

    public Task SendAsync(EmailMessage message, CancellationToken ct)
    {
        _attempted.Release();
        if (Failure is not null)
            throw Failure;
        _mails.Enqueue(message);
        _arrived.Release();
        return Task.CompletedTask;
    }

    /// <summary>Waits until one more mail has arrived than was waited for so far; answers the latest.</summary>
    public async Task<EmailMessage> NextAsync()
    {
        (await _arrived.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue("A mail should have arrived.");
        return _mails.Last();
    }

    /// <summary>Waits until sending was tried once more.</summary>
    public async Task NextAttemptAsync()
        => (await _attempted.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue("Sending should have been tried.");

    public static string TokenIn(EmailMessage mail) => Token().Match(mail.TextBody).Groups[1].Value;

    [GeneratedRegex("#token=([^\\s]+)")]
    private static partial Regex Token();
}
