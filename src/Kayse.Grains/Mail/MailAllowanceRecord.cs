using Kayse.Grains.State;

namespace Kayse.Grains.Mail;

/// <summary>The latest mails that one address got because somebody wanted it to.</summary>
[NoPersonalData("How many mails an address was sent in the last hours.")]
internal sealed record MailAllowanceRecord : ISegmentItem
{
    /// <summary>A hash of the address: who reads this list learns no addresses from it.</summary>
    public required string Id { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<CountedMail> Mails { get; init; } = [];
}

/// <summary>A mail that counts.</summary>
internal sealed record CountedMail(string Id, DateTimeOffset At);
