using Kayse.Grains.Audit;
using Kayse.Grains.Mail;

namespace Kayse.Grains.State;

/// <summary>
/// What others are to be told of a change; stored in the same write as the change, and kept there until it has been
/// delivered.
/// </summary>
/// <param name="Audit">The account of it, or null when there is none to give.</param>
/// <param name="Mail">The mail about it, or null.</param>
internal sealed record Announcement(AuditRecord? Audit, OutgoingMail? Mail = null);
