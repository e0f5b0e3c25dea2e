using Orleans;

namespace Kayse.Grains.Mail;

/// <summary>
/// Where a mail goes to or comes from. The display name may hold any text: transports keep it on one line and encode
/// it.
/// </summary>
[GenerateSerializer, Immutable, Alias("kayse.mailbox")]
public sealed record Mailbox([property: Id(0)] string Address, [property: Id(1)] string DisplayName = "");
