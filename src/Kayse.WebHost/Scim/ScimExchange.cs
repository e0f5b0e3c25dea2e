using System.Globalization;
using System.Text.Json;
using Kayse.Grains.Errors;
using Kayse.Grains.Scim;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Http.Json;

namespace Kayse.WebHost.Scim;

/// <summary>A request with a right token, and what becomes of it.</summary>
internal sealed class ScimExchange(HttpContext context, string companyId, ScimCaller caller)
{
    private const int MaxBodyKept = 4_000;
    private JsonElement? _body;
    private int? _status;
    private ScimResponse? _response;
    private IReadOnlyList<string> _notes = [];

    /// <summary>The company whose directory it is.</summary>
    public string CompanyId => companyId;

    /// <summary>Who makes it.</summary>
    public ScimCaller Caller => caller;

    /// <summary>Whether it is known what it is answered with; otherwise something has failed.</summary>
    public bool IsAnswered => _status is not null;

    /// <summary>Which attributes are wanted.</summary>
    public ScimProjection Projection { get; } = ScimProjection.Of(context.Request.Query);

    /// <summary>The version that a change is meant for; null: whichever is there.</summary>
    public long? ExpectedVersion => ScimVersion.Expected(context.Request);

    /// <summary>The resource in the route. Refuses what can't be one.</summary>
    public string ResourceId =>
        context.Request.RouteValues["id"] is string id && EntityId.IsWellFormed(id)
            ? id
            : throw new RefusedException(ScimErrors.NotFound);

    /// <summary>What stands in the route.</summary>
    public string? RouteText => context.Request.RouteValues["id"] as string;

    /// <summary>A parameter of the query; null when it isn't there or empty.</summary>
    public string? Query(string name) => context.Request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;

    /// <summary>Which part of the matching resources is wanted.</summary>
    public ScimListQuery ListQuery =>
        new(
            Query("filter"),
            Math.Max(1, Number("startIndex") ?? 1),
            Math.Clamp(Number("count") ?? ScimListQuery.MaxCount, 0, ScimListQuery.MaxCount)
        )
        {
            WithMembers = Projection.Includes("members"),
        };

    /// <summary>The body, which must be a JSON object.</summary>
    public async Task<JsonElement> ReadBodyAsync()
    {
        using var bytes = await BodyBytes.ReadAsync(context.Request, context.RequestAborted);
        var body = ScimBody.Parse(bytes.Span);
        _body = body;
        return body;
    }

    public void Answered(ScimResponse response)
    {
        _response = response;
        (_status, _notes) = (response.Status, response.Notes);
    }

    public void Refused(Refusal refusal) => (_status, _notes) = (ScimErrorWriter.StatusOf(refusal), [refusal.Text()]);

    /// <summary>For the activity list.</summary>
    public ScimRequest Note(DateTimeOffset at)
    {
        var request = context.Request;
        return new ScimRequest(at, request.Method, ScimRedaction.Path(request), _status ?? StatusCodes.Status500InternalServerError)
        {
            Body = _body is { } body ? ScimRedaction.Body(body, MaxBodyKept) : null,
            ResourceId = _response?.ResourceId ?? (EntityId.IsWellFormed(RouteText) ? RouteText : null),
            Changed = _response?.Changed,
            Notes = _notes,
        };
    }

    private int? Number(string name)
    {
        if (Query(name) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new RefusedException(ScimErrors.InvalidValue($"{name} must be a number."));
    }
}
