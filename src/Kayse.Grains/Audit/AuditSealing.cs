using Kayse.Grains.State;

namespace Kayse.Grains.Audit;

/// <summary>Makes entries of records and records of entries, with the keys of the people in them.</summary>
internal static class AuditSealing
{
    /// <summary>Names the invitation by which somebody joined.</summary>
    private const string InvitationField = "invitationId";

    /// <summary>The people whose keys it takes.</summary>
    public static IEnumerable<string> PeopleIn(AuditRecord record) =>
        new[] { AuditRedaction.ActorPerson(record), AuditRedaction.TargetPerson(record) }.OfType<string>();

    /// <summary>The people whose keys it takes to read an entry.</summary>
    public static IEnumerable<string> PeopleIn(StoredEntry entry) =>
        new[]
        {
            entry.OfActor is null ? null : ActorPerson(entry),
            entry.OfTarget is null ? null : entry.Record.Target.Id,
        }.OfType<string>();

    /// <summary>
    /// The person who came by an invitation, and the invitation: from then on both are about the same person. Null when
    /// the record tells of no such thing.
    /// </summary>
    public static (string PersonId, string InvitationId)? AcceptanceIn(AuditRecord record) =>
        record.Action switch
        {
            AuditActions.InvitationAccepted when record.Actor.UserId is { } userId => (userId, record.Target.Id),
            AuditActions.MemberJoined when InvitationIn(record) is { } invitationId => (record.Target.Id, invitationId),
            _ => null,
        };

    public static StoredEntry Seal(AuditRecord record, long sequence, byte[] previous, Dictionary<string, byte[]?> keys)
    {
        var bounded = AuditRedaction.Bounded(record);
        var ofActor = Key(keys, AuditRedaction.ActorPerson(bounded)) is { } actorKey
            ? AuditCipher.Encrypt(AuditRedaction.ActorOf(bounded), StateJsonContext.Default.ActorDetails, actorKey, record.Id)
            : null;
        var ofTarget = Key(keys, AuditRedaction.TargetPerson(bounded)) is { } targetKey
            ? AuditCipher.Encrypt(AuditRedaction.TargetOf(bounded), StateJsonContext.Default.TargetDetails, targetKey, record.Id)
            : null;
        return new StoredEntry(sequence, previous, AuditRedaction.Redact(bounded), ofActor, ofTarget);
    }

    public static AuditEntry Open(byte[] bytes, StoredEntry entry, Dictionary<string, byte[]?> keys)
    {
        var actor =
            entry.OfActor is { } ofActor && Key(keys, ActorPerson(entry)) is { } actorKey
                ? AuditCipher.Decrypt(ofActor, StateJsonContext.Default.ActorDetails, actorKey, entry.Record.Id)
                : null;
        var target =
            entry.OfTarget is { } ofTarget && Key(keys, entry.Record.Target.Id) is { } targetKey
                ? AuditCipher.Decrypt(ofTarget, StateJsonContext.Default.TargetDetails, targetKey, entry.Record.Id)
                : null;
        return new AuditEntry(
            entry.Sequence,
            Convert.ToHexStringLower(StoredEntry.HashOf(bytes)),
            AuditRedaction.Restore(entry.Record, actor, target)
        );
    }

    private static string ActorPerson(StoredEntry entry) => entry.Record.Actor.UserId ?? entry.Record.Target.Id;

    private static string? InvitationIn(AuditRecord record) =>
        record.Changes.FirstOrDefault(change => change.Field == InvitationField)?.After?.Trim('"');

    private static byte[]? Key(Dictionary<string, byte[]?> keys, string? personId) =>
        personId is null ? null : keys.GetValueOrDefault(personId);
}
