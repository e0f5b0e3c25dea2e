using System.Globalization;
using System.Text.Json.Nodes;
using Kayse.WebHost.Http.Json;
using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>
/// What a query parameter takes. Endpoints bind parameters as text, so that a bad one is a problem that names the field;
/// this tells the document what the text must be.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
internal abstract class QueryAttribute : Attribute
{
    public abstract OpenApiSchema ToSchema();
}

/// <summary>A whole number.</summary>
internal sealed class QueryNumberAttribute(int min) : QueryAttribute
{
    /// <summary>The largest; 0 for none.</summary>
    public int Max { get; init; }

    /// <summary>What counts without the parameter; 0 for nothing.</summary>
    public int Default { get; init; }

    public override OpenApiSchema ToSchema() =>
        new()
        {
            Type = JsonSchemaType.Integer,
            Format = Max == 0 ? "int64" : "int32",
            Minimum = min.ToString(CultureInfo.InvariantCulture),
            Maximum = Max == 0 ? null : Max.ToString(CultureInfo.InvariantCulture),
            Default = Default == 0 ? null : JsonValue.Create(Default),
        };
}

/// <summary>A text.</summary>
internal sealed class QueryTextAttribute(int maxLength) : QueryAttribute
{
    public override OpenApiSchema ToSchema() => new() { Type = JsonSchemaType.String, MaxLength = maxLength };
}

/// <summary>A time in RFC 3339.</summary>
internal sealed class QueryTimeAttribute : QueryAttribute
{
    public override OpenApiSchema ToSchema() => new() { Type = JsonSchemaType.String, Format = "date-time" };
}

/// <summary>A day.</summary>
internal sealed class QueryDateAttribute : QueryAttribute
{
    public override OpenApiSchema ToSchema() => new() { Type = JsonSchemaType.String, Format = "date" };
}

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed class QueryFlagAttribute : QueryAttribute
{
    /// <summary>Whether leaving it out means something else than <c>false</c>.</summary>
    public bool IsFilter { get; init; }

    public override OpenApiSchema ToSchema() =>
        new() { Type = JsonSchemaType.Boolean, Default = IsFilter ? null : JsonValue.Create(false) };
}

/// <summary>One of some words.</summary>
internal class QueryWordsAttribute(params string[] words) : QueryAttribute
{
    /// <summary>What counts without the parameter; null for nothing.</summary>
    public string? Default { get; init; }

    public override OpenApiSchema ToSchema() =>
        new()
        {
            Type = JsonSchemaType.String,
            Enum = [.. words.Select(word => (JsonNode)JsonValue.Create(word))],
            Default = Default is null ? null : JsonValue.Create(Default),
        };
}

/// <summary>One of an enumeration's words.</summary>
internal sealed class QueryWordsAttribute<T>() : QueryWordsAttribute([.. Words<T>.All])
    where T : struct, Enum;
