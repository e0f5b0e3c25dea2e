using System.Text.Json.Serialization;

namespace Kayse.Grains.Notifications;

/// <summary>What has to follow from a change of an inbox; stored with what changed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(SendEmail), "send_email")]
[JsonDerivedType(typeof(SendPush), "send_push")]
[JsonDerivedType(typeof(RecordOutcome), "record_outcome")]
internal abstract record InboxStep;

/// <summary>Sends an email about some events.</summary>
/// <param name="MailId">Stable; made by <see cref="MessageIds"/>.</param>
/// <param name="CompanyId">The company that they are of.</param>
/// <param name="Numbers">The entries that it lists, earliest first.</param>
/// <param name="More">How many there are besides.</param>
/// <param name="From">When the first of them arrived, or the digest before was made.</param>
/// <param name="Until">The boundary of the digest; null when it is none.</param>
internal sealed record SendEmail(
    string MailId,
    string CompanyId,
    IReadOnlyList<long> Numbers,
    int More,
    DateTimeOffset From,
    DateTimeOffset? Until
) : InboxStep;

/// <summary>Sends a push message about some events.</summary>
/// <param name="NoteId">Stable; made by <see cref="MessageIds"/>.</param>
/// <param name="CompanyId">The company that they are of.</param>
/// <param name="Number">The last of them.</param>
/// <param name="Count">How many there are.</param>
internal sealed record SendPush(string NoteId, string CompanyId, long Number, int Count) : InboxStep;

/// <summary>Notes what became of entries that are in segments.</summary>
/// <param name="Numbers">The entries.</param>
/// <param name="Decision">What became of them.</param>
internal sealed record RecordOutcome(IReadOnlyList<long> Numbers, ChannelDecision Decision) : InboxStep;
