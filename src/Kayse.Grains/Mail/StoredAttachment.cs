using Kayse.Grains.Blobs;

namespace Kayse.Grains.Mail;

/// <summary>
/// A file in <see cref="IBlobStore"/> that goes with a mail. Whoever sends the mail puts it there before, keeps it until
/// the mail's time is over, and deletes it then. Several mails may share one.
/// </summary>
/// <param name="Key">In the blob store.</param>
/// <param name="Name">As the recipient gets it: ASCII, with its ending.</param>
/// <param name="MediaType">Such as <c>application/pdf</c>.</param>
[GenerateSerializer, Immutable, Alias("kayse.stored-attachment")]
internal sealed record StoredAttachment([property: Id(0)] string Key, [property: Id(1)] string Name, [property: Id(2)] string MediaType);
