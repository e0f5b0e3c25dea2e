using System.Text.RegularExpressions;
using Kayse.Grains.Mail;

namespace Kayse.Grains.Tests.Hosting;

/// <summary>Takes mail, or says that it can't just now.</summary>
internal sealed partial class TestMailbox : IEmailTransport
{
    private readonly List<EmailMessage> _mails = [];
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly SemaphoreSlim _attempted = new(0);

    /// <summary>What sending throws; null when mail is taken.</summary>
    public Exception? Failure { get; set; }

    public IReadOnlyList<EmailMessage> All
    {
        get
        {
            lock (_lock)
                return [.. _mails];
        }
    }

    public Task SendAsync(EmailMessage message, CancellationToken ct)
    {
        _attempted.Release();
        if (Failure is not null)
            throw Failure;
        lock (_lock)
            _mails.Add(message);
        _arrived.Release();
        return Task.CompletedTask;
    }

    /// <summary>Waits until one more mail has arrived than was waited for so far; answers the latest.</summary>
    public async Task<EmailMessage> NextAsync()
    {
        (await _arrived.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue("A mail should have arrived.");
        return All[^1];
    }

    /// <summary>Waits for a mail by its id, whichever others arrive before it.</summary>
    public async Task<EmailMessage> NextOfAsync(string mailId)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            (await _arrived.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue("A mail should have arrived.");
            if (All.LastOrDefault(mail => mail.MessageId.StartsWith($"<{mailId}@", StringComparison.Ordinal)) is { } found)
                return found;
            // It was another that arrived: whoever waits for that finds it still.
            _arrived.Release();
            await Task.Delay(5, deadline.Token);
        }
    }

    /// <summary>
    /// Waits for the mail by which an address is verified, and takes it out: nobody finds it here afterwards. Answers
    /// its token.
    /// </summary>
    public async Task<string> TakeVerificationAsync(string address)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            (await _arrived.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue("A mail should have arrived.");
            if (
                Take(mail => mail.To.Address == address && mail.TextBody.Contains("/verify-email#token=", StringComparison.Ordinal)) is
                { } found
            )
            {
                await _attempted.WaitAsync(deadline.Token);
                return TokenIn(found);
            }

            // It was another that arrived: whoever waits for that finds it still.
            _arrived.Release();
            await Task.Delay(5, deadline.Token);
        }
    }

    private EmailMessage? Take(Predicate<EmailMessage> isIt)
    {
        lock (_lock)
        {
            var at = _mails.FindLastIndex(isIt);
            if (at < 0)
                return null;
            var mail = _mails[at];
            _mails.RemoveAt(at);
            return mail;
        }
    }

    /// <summary>Waits until sending was tried once more.</summary>
    public async Task NextAttemptAsync() =>
        (await _attempted.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue("Sending should have been tried.");

    public static string TokenIn(EmailMessage mail) => Token().Match(mail.TextBody).Groups[1].Value;

    [GeneratedRegex("#token=([^\\s]+)")]
    private static partial Regex Token();
}
