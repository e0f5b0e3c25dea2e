using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kayse.Grains.Members;

namespace Kayse.Grains.Audit;

/// <summary>
/// The fields in which two states of a thing differ, in the order in which they are named. Null stands for the thing
/// before it was made or once it is gone.
/// </summary>
internal sealed class AuditDiff<T>(T? before, T? after)
    where T : class
{
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly List<AuditChange> _changes = [];

    /// <summary>What was found, for <see cref="AuditRecord.Changes"/>.</summary>
    public IReadOnlyList<AuditChange> Changes => _changes;

    public AuditDiff<T> Text(string field, Func<T, string?> of) =>
        Add(field, thing => of(thing) is { } text ? JsonValue.Create(text) : null);

    /// <summary>A text that says something about the person who is the target.</summary>
    public AuditDiff<T> PersonalText(string field, Func<T, string?> of) =>
        Add(field, thing => of(thing) is { } text ? JsonValue.Create(text) : null, isPersonal: true);

    /// <summary>A list; an empty one counts as none.</summary>
    public AuditDiff<T> Texts(string field, Func<T, IReadOnlyList<string>> of) =>
        Add(field, thing => of(thing) is { Count: > 0 } texts ? ArrayOf(texts) : null);

    public AuditDiff<T> Number(string field, Func<T, long?> of) =>
        Add(field, thing => of(thing) is { } number ? JsonValue.Create(number) : null);

    public AuditDiff<T> Flag(string field, Func<T, bool?> of) =>
        Add(field, thing => of(thing) is { } flag ? JsonValue.Create(flag) : null);

    public AuditDiff<T> Time(string field, Func<T, DateTimeOffset?> of) =>
        Add(field, thing => of(thing) is { } time ? JsonValue.Create(time.UtcDateTime) : null);

    /// <summary>A word of the contract: <c>Role.SuperAdmin</c> as <c>super_admin</c>.</summary>
    public AuditDiff<T> Word<TEnum>(string field, Func<T, TEnum?> of)
        where TEnum : struct, Enum => Add(field, thing => of(thing) is { } word ? WordOf(word) : null);

    /// <summary>
    /// An access mode and what is assigned under it. Where one of them differs both are listed, because an empty list
    /// alone doesn't say whether it stands for all or nothing.
    /// </summary>
    public AuditDiff<T> Access(AssignmentFields fields, Func<T, Assignment> of)
    {
        var (was, now) = (before is null ? null : of(before), after is null ? null : of(after));
        if (was is not null && now is not null && was.Mode == now.Mode && was.Ids.SequenceEqual(now.Ids, StringComparer.Ordinal))
            return this;
        _changes.Add(new AuditChange(fields.Mode, ModeOf(was), ModeOf(now), Personal: false));
        if (IdsOf(was) is not null || IdsOf(now) is not null)
            _changes.Add(new AuditChange(fields.Ids, IdsOf(was), IdsOf(now), Personal: false));
        return this;
    }

    private static JsonArray ArrayOf(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)JsonValue.Create(text))]);

    private static string? ModeOf(Assignment? assignment) => assignment is null ? null : WordOf(assignment.Mode).ToJsonString(_json);

    private static JsonValue WordOf<TEnum>(TEnum word)
        where TEnum : struct, Enum => JsonValue.Create(JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString()));

    private static string? IdsOf(Assignment? assignment) =>
        assignment is null or { Mode: AccessMode.All } ? null : ArrayOf(assignment.Ids).ToJsonString(_json);

    private AuditDiff<T> Add(string field, Func<T, JsonNode?> of, bool isPersonal = false)
    {
        var was = before is null ? null : of(before)?.ToJsonString(_json);
        var now = after is null ? null : of(after)?.ToJsonString(_json);
        if (was != now)
            _changes.Add(new AuditChange(field, was, now, isPersonal));
        return this;
    }
}
