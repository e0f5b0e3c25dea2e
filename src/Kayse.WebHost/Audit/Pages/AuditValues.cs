using System.Globalization;
using System.Text.Json.Nodes;
using Kayse.Grains.Members;
using Kayse.WebHost.Console;
using Kayse.WebHost.Console.Design;
using Kayse.WebHost.Http.Json;

namespace Kayse.WebHost.Audit.Pages;

/// <summary>The values of entries in words.</summary>
/// <param name="ScopeNames">What the scopes that are there are called, by id.</param>
/// <param name="Zone">In which times are given.</param>
public sealed record AuditValues(IReadOnlyDictionary<string, string> ScopeNames, TimeZoneInfo Zone)
{
    private const string Nothing = "–";

    /// <summary>A value of a field, given as JSON text; null for none.</summary>
    public string InWords(string field, string? json) => json is null ? Nothing : InWords(field, JsonNode.Parse(json));

    private string InWords(string field, JsonNode? node) =>
        node switch
        {
            null => Nothing,
            JsonArray { Count: 0 } => "None",
            JsonArray items => string.Join(", ", items.Select(item => InWords(field, item))),
            JsonValue value when value.TryGetValue(out bool flag) => flag ? "Yes" : "No",
            JsonValue value when value.TryGetValue(out long number) => Number(field, number),
            JsonValue value when value.TryGetValue(out string? text) => Text(field, text),
            _ => node.ToJsonString(),
        };

    private static string Number(string field, long number) =>
        field switch
        {
            _ when field.EndsWith("Minutes", StringComparison.Ordinal) => Duration.InWords(TimeSpan.FromMinutes(number)),
            _ when field.EndsWith("Hours", StringComparison.Ordinal) => Duration.InWords(TimeSpan.FromHours(number)),
            _ => number.ToString("N0", CultureInfo.InvariantCulture),
        };

    private string Text(string field, string text) =>
        field switch
        {
            "role" => Words<Role>.TryParse(text, out var role) ? Words.Of(role) : text,
            "status" or "caseAccess" or "agentAccess" => Words.OfField(text),
            "scopeIds" => ScopeNames.GetValueOrDefault(text, "a deleted scope"),
            "permissions" => PermissionWords.Of(text),
            "postalAddress.country" => CountryNames.Of(text),
            _ when field.EndsWith("At", StringComparison.Ordinal)
                    && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) =>
                Times.Full(at, Zone),
            _ => text,
        };
}
