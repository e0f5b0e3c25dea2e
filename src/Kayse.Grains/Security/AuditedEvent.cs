using System.Collections;

namespace Kayse.Grains.Security;

/// <summary>
/// The structured values of a log line about an audited action, whose event is named after the action.
/// </summary>
internal sealed class AuditedEvent(string action, string companyId, string recordId, string? userId, string targetKind, string targetId)
    : IReadOnlyList<KeyValuePair<string, object?>>
{
    private const string Format = "{Action}: company {CompanyId}, record {RecordId}, user {UserId}, {TargetKind} {TargetId}";

    private readonly KeyValuePair<string, object?>[] _values =
    [
        new("Action", action),
        new("CompanyId", companyId),
        new("RecordId", recordId),
        new("UserId", userId),
        new("TargetKind", targetKind),
        new("TargetId", targetId),
        new("{OriginalFormat}", Format),
    ];

    public int Count => _values.Length;

    public KeyValuePair<string, object?> this[int index] => _values[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, object?>>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"{action}: company {companyId}, record {recordId}, user {userId}, {targetKind} {targetId}";
}
