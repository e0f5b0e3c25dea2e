using Kayse.Crash.Http;

namespace Kayse.Crash.Mail;

/// <summary>Everybody's mail: the links that arrived, by the invitation, or the person, whom they name.</summary>
internal abstract class Mailbox
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<MailedLink>> _byInvitation = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _tokenByMessage = new(StringComparer.Ordinal);

    /// <summary>Mails that came twice with the same Message-ID and another link: never right.</summary>
    public List<string> Contradictions { get; } = [];

    /// <summary>The tokens mailed for an invitation, latest first.</summary>
    public IReadOnlyList<string> TokensOf(string invitationId)
    {
        lock (_lock)
        {
            foreach (var link in Arrived())
                Add(link);
            return _byInvitation.TryGetValue(invitationId, out var links)
                ? [.. Enumerable.Reverse(links).Select(link => link.Token)]
                : [];
        }
    }

    /// <summary>
    /// Uses the link by which a person verifies their address, once it has arrived; answers whether that worked. It
    /// doesn't when the host is gone.
    /// </summary>
    public async Task<bool> VerifyAsync(ApiClient api, string userId)
    {
        for (var waited = TimeSpan.Zero; waited < _patience; waited += _pause)
        {
            if (TokensOf(userId) is [var token, ..])
                return (await api.PostAsync("auth/verify-email", null, new { token })).IsSuccess;
            await Task.Delay(_pause);
        }

        return false;
    }

    /// <summary>What has arrived since the last time. Never called by two at once.</summary>
    protected abstract IEnumerable<MailedLink> Arrived();

    private void Add(MailedLink link)
    {
        if (_tokenByMessage.TryGetValue(link.MessageId, out var before))
        {
            if (before != link.Token)
                Contradictions.Add($"{link.MessageId} came with {before} and with {link.Token}");
            return;
        }

        _tokenByMessage.Add(link.MessageId, link.Token);
        if (!_byInvitation.TryGetValue(link.InvitationId, out var links))
            _byInvitation.Add(link.InvitationId, links = []);
        links.Add(link);
    }
}
