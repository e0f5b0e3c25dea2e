using Kayse.Grains.Members;
using Kayse.Grains.State;

namespace Kayse.Grains.Invitations;

/// <summary>
/// An invitation in its company's index: what uniqueness and lists need, and whether it is up to date. The invitation
/// itself has the truth.
/// </summary>
[NoPersonalData("Invitations belong to the company that sends them.")]
internal sealed record InvitationEntry : ISegmentItem
{
    public required string Id { get; init; }

    /// <summary>Normalised.</summary>
    public required string Email { get; init; }

    public string FullName { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was accepted, declined or revoked; null when it wasn't.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Pending also when it has expired, which is computed.</summary>
    public InvitationStatus Status { get; init; }

    /// <summary>
    /// Whether a change of the invitation has begun and not been noted: the invitation knows what it has stored.
    /// </summary>
    public bool IsInDoubt { get; init; }

    /// <summary>E.164, or null.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Who answers for what it gives.</summary>
    public required string InviterId { get; init; }

    /// <summary>The day of the company's life, from 1, on which a mail was last sent; 0 for none that counts.</summary>
    public int MailDay { get; init; }

    /// <summary>How many mails were sent on that day.</summary>
    public int Mails { get; init; }

    /// <summary>The entry of an invitation as it is now.</summary>
    /// <param name="view">The invitation.</param>
    /// <param name="before">Its entry so far, which counts its mails; null when there is none.</param>
    public static InvitationEntry Of(InvitationView view, InvitationEntry? before) =>
        new()
        {
            Id = view.Id,
            Email = view.Details.Email,
            FullName = view.Details.FullName,
            PhoneNumber = view.Details.PhoneNumber,
            InviterId = view.InvitedBy.UserId,
            MailDay = before?.MailDay ?? 0,
            Mails = before?.Mails ?? 0,
            CreatedAt = view.CreatedAt,
            ExpiresAt = view.ExpiresAt,
            EndedAt = view.EndedAt,
            Status = view.Status == InvitationStatus.Expired ? InvitationStatus.Pending : view.Status,
        };

    public InvitationStatus StatusAt(DateTimeOffset now) =>
        Status == InvitationStatus.Pending && now >= ExpiresAt ? InvitationStatus.Expired : Status;

    /// <summary>Whether something can still be read of the invitation.</summary>
    public bool IsKeptAt(DateTimeOffset now, int keptDays) => now < InvitationRules.ForgottenAt(EndedAt, ExpiresAt, keptDays);

    /// <summary>Whether all words, in capitals and without accents, occur in the name or the address.</summary>
    public bool Has(IReadOnlyList<string> words)
    {
        if (words.Count == 0)
            return true;
        var text = SearchText.Of($"{FullName}\n{Email}");
        return words.All(word => text.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>The entry when one more mail goes out.</summary>
    public InvitationEntry WithMail(int day) => this with { MailDay = day, Mails = MailDay == day ? Mails + 1 : 1 };
}
