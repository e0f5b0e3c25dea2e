using Kayse.Grains.Audit;

namespace Kayse.Grains.Tests.Audit;

/// <summary>Compares records with what is in their lists.</summary>
internal sealed class RecordComparer : IEqualityComparer<AuditRecord>
{
    public bool Equals(AuditRecord? x, AuditRecord? y) => x! with { Changes = y!.Changes } == y && x.Changes.SequenceEqual(y.Changes);

    public int GetHashCode(AuditRecord record) => record.Id.GetHashCode(StringComparison.Ordinal);
}
