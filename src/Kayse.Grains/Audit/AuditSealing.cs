using Kayse.Grains.State;

namespace Kayse.Grains.Audit;

/// <summary>Makes entries of records and records of entries, with the keys of the people in them.</summary>
internal static class AuditSealing
{
    /// <summary>Names the invitation by which somebody joined.</summary>
    private const string InvitationField = "invitationId";

    /// <summary>The people whose keys it takes.</summary>
    public static IEnumerable<string> PeopleIn(AuditRecord record)
    {
        if (AuditRedaction.HasActor(record))
            yield return record.Actor.UserId!;
        if (AuditRedaction.HasTarget(record))
            yield return record.Target.Id;
    }

    /// <summary>The person who came by an invitation, and the invitation: from then on both are about the same person. Null when the record tells of no such thing.</summary>
    public static (string PersonId, string InvitationId)? AcceptanceIn(AuditRecord record) => record.Action switch
    {
        AuditActions.InvitationAccepted when record.Actor.UserId is { } userId => (userId, record.Target.Id),
        AuditActions.MemberJoined when InvitationIn(record) is { } invitationId => (record.Target.Id, invitationId),
        _ => null,
    };

    public static StoredEntry Seal(AuditRecord record, long sequence, byte[] previous, Dictionary<string, byte[]?> keys)
    {
        var bounded = AuditRedaction.Bounded(record);
        return new StoredEntry(sequence, previous, AuditRedaction.Redact(bounded), OfActor(bounded, keys), OfTarget(bounded, keys));
    }

    public static AuditEntry Open(byte[] bytes, StoredEntry entry, Dictionary<string, byte[]?> keys)
    {
        var record = entry.Record;
        var actor = entry.OfActor is { } ofActor && Key(keys, record.Actor.UserId) is { } actorKey
            ? AuditCipher.Decrypt(ofActor, StateJsonContext.Default.ActorDetails, actorKey, record.Id)
            : null;
        var target = entry.OfTarget is { } ofTarget && Key(keys, record.Target.Id) is { } targetKey
            ? AuditCipher.Decrypt(ofTarget, StateJsonContext.Default.TargetDetails, targetKey, record.Id)
            : null;
        return new AuditEntry(entry.Sequence, Convert.ToHexStringLower(StoredEntry.HashOf(bytes)), AuditRedaction.Restore(record, actor, target));
    }

    private static byte[]? OfActor(AuditRecord record, Dictionary<string, byte[]?> keys)
        => AuditRedaction.HasActor(record) && Key(keys, record.Actor.UserId) is { } key
            ? AuditCipher.Encrypt(AuditRedaction.ActorOf(record), StateJsonContext.Default.ActorDetails, key, record.Id)
            : null;

    private static byte[]? OfTarget(AuditRecord record, Dictionary<string, byte[]?> keys)
        => AuditRedaction.HasTarget(record) && Key(keys, record.Target.Id) is { } key
            ? AuditCipher.Encrypt(AuditRedaction.TargetOf(record), StateJsonContext.Default.TargetDetails, key, record.Id)
            : null;

    private static string? InvitationIn(AuditRecord record)
        => record.Changes.FirstOrDefault(change => string.Equals(change.Field, InvitationField, StringComparison.Ordinal))?.After?.Trim('"');

    private static byte[]? Key(Dictionary<string, byte[]?> keys, string? personId) => personId is null ? null : keys.GetValueOrDefault(personId);
}
