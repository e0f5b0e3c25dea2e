using Kayse.Grains.Mail;

namespace Kayse.Bench.Invitations;

/// <summary>A mail server that takes every mail at once, so that what is left is the outbox's own work.</summary>
internal sealed class InstantTransport : IEmailTransport
{
    public Task SendAsync(EmailMessage message, CancellationToken ct) => Task.CompletedTask;
}
