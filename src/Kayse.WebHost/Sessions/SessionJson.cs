using System.Text.Json;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;

namespace Kayse.WebHost.Sessions;

/// <summary>Writes a <see cref="SessionResponse"/> without making one: this is the most frequent answer of all.</summary>
internal static class SessionJson
{
    private static readonly JsonEncodedText _id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText _user = JsonEncodedText.Encode("user");
    private static readonly JsonEncodedText _serviceKey = JsonEncodedText.Encode("serviceKey");
    private static readonly JsonEncodedText _fullName = JsonEncodedText.Encode("fullName");
    private static readonly JsonEncodedText _email = JsonEncodedText.Encode("email");
    private static readonly JsonEncodedText _company = JsonEncodedText.Encode("company");
    private static readonly JsonEncodedText _name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText _role = JsonEncodedText.Encode("role");
    private static readonly JsonEncodedText _permissions = JsonEncodedText.Encode("permissions");
    private static readonly JsonEncodedText _caseAccess = JsonEncodedText.Encode("caseAccess");
    private static readonly JsonEncodedText _agentAccess = JsonEncodedText.Encode("agentAccess");
    private static readonly JsonEncodedText _agentIds = JsonEncodedText.Encode("agentIds");
    private static readonly JsonEncodedText _all = JsonEncodedText.Encode("all");
    private static readonly JsonEncodedText _assigned = JsonEncodedText.Encode("assigned");
    private static readonly JsonEncodedText _caseTypes = JsonEncodedText.Encode("caseTypes");
    private static readonly JsonEncodedText _scopes = JsonEncodedText.Encode("scopes");
    private static readonly JsonEncodedText _expiresAt = JsonEncodedText.Encode("expiresAt");

    private static readonly JsonEncodedText[] _roles =
    [
        .. Enum.GetValues<Role>().Select(role => JsonEncodedText.Encode(JsonNamingPolicy.SnakeCaseLower.ConvertName(role.ToString()))),
    ];

    public static void Write(Utf8JsonWriter json, string sessionId, SessionPrincipal principal, DateTimeOffset? expiresAt)
    {
        json.WriteStartObject();
        json.WriteString(_id, sessionId);
        if (principal.IsServiceKey)
            WriteServiceKey(json, principal);
        else
            WriteUser(json, principal);
        json.WriteStartObject(_company);
        json.WriteString(_id, principal.CompanyId);
        json.WriteString(_name, principal.CompanyName);
        json.WriteEndObject();
        json.WriteString(_role, _roles[(int)principal.Role]);
        WriteTexts(json, _permissions, principal.Permissions);
        json.WriteString(_caseAccess, WordOf(principal.CaseAccess));
        WriteTexts(json, _caseTypes, principal.CaseTypes);
        json.WriteString(_agentAccess, WordOf(principal.AgentAccess));
        WriteTexts(json, _agentIds, principal.AgentAccess == AccessMode.All ? null : principal.AgentIds);
        if (principal.Scopes is { } scopes)
            WriteTexts(json, _scopes, scopes);
        if (expiresAt is { } at)
            json.WriteString(_expiresAt, at.UtcDateTime);
        else
            json.WriteNull(_expiresAt);
        json.WriteEndObject();
    }

    private static void WriteUser(Utf8JsonWriter json, SessionPrincipal principal)
    {
        json.WriteStartObject(_user);
        json.WriteString(_id, principal.UserId);
        json.WriteString(_fullName, principal.FullName);
        json.WriteString(_email, principal.Email);
        json.WriteEndObject();
    }

    private static void WriteServiceKey(Utf8JsonWriter json, SessionPrincipal principal)
    {
        json.WriteNull(_user);
        json.WriteStartObject(_serviceKey);
        json.WriteString(_id, principal.UserId);
        json.WriteString(_name, principal.FullName);
        json.WriteEndObject();
    }

    private static JsonEncodedText WordOf(AccessMode mode) => mode == AccessMode.All ? _all : _assigned;

    private static void WriteTexts(Utf8JsonWriter json, JsonEncodedText name, IReadOnlyList<string>? texts)
    {
        if (texts is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        for (var i = 0; i < texts.Count; i++)
            json.WriteStringValue(texts[i]);
        json.WriteEndArray();
    }
}
