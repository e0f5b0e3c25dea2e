namespace Kayse.Grains.Audit;

/// <summary>What an entry is found by.</summary>
/// <param name="Hash">The entry's own.</param>
internal sealed record AuditKeys(string Id, DateTimeOffset At, string? ActorId, string Action, string TargetId, byte[] Hash)
{
    public static AuditKeys Of(AuditRecord record, byte[] hash) =>
        new(record.Id, record.At, record.Actor.UserId, record.Action, record.Target.Id, hash);

    public bool Passes(AuditFilter filter) =>
        (filter.ActorId is null || filter.ActorId == ActorId)
        && (filter.Action is null || filter.Action == Action)
        && (filter.TargetId is null || filter.TargetId == TargetId)
        && (filter.From is null || At >= filter.From)
        && (filter.To is null || At < filter.To);
}
