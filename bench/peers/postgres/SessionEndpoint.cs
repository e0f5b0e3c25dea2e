using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Kayse.Bench.Postgres;

/// <summary>The same question and the same answer as the product's <c>GET /session</c>.</summary>
internal sealed class SessionEndpoint(SessionQuery query)
{
    private const string Json = "application/json; charset=utf-8";
    private const string Bearer = "Bearer ";

    public async Task AnswerAsync(HttpContext context)
    {
        var token = context.Request.Headers.Authorization.ToString();
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        if (dot < Bearer.Length || !token.StartsWith(Bearer, StringComparison.Ordinal) || !Base64Url.IsValid(token.AsSpan(dot + 1)))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var id = token[Bearer.Length..dot];
        var row = await query.FindAsync(id, SHA256.HashData(Base64Url.DecodeFromChars(token.AsSpan(dot + 1))));
        if (row is null)
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else
            Write(context.Response, id, row);
    }

    public static Task AnswerNothing(HttpContext context)
    {
        var answer = """{"ok":true}"""u8;
        context.Response.ContentType = Json;
        context.Response.ContentLength = answer.Length;
        answer.CopyTo(context.Response.BodyWriter.GetSpan(answer.Length));
        context.Response.BodyWriter.Advance(answer.Length);
        return Task.CompletedTask;
    }

    private static void Write(HttpResponse response, string id, SessionRow row)
    {
        response.ContentType = Json;
        using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("id", id);
        WriteNamed(json, "user", row.PersonId, ("fullName", row.FullName), ("email", row.Email));
        WriteNamed(json, "company", row.CompanyId, ("name", row.CompanyName));
        json.WriteString("role", row.Role);
        WriteTexts(json, "permissions", row.Permissions);
        WriteTexts(json, "caseTypes", row.CaseTypes);
        json.WriteString("expiresAt", row.ExpiresAt);
        json.WriteEndObject();
    }

    private static void WriteNamed(Utf8JsonWriter json, string name, string id, params ReadOnlySpan<(string Name, string Value)> texts)
    {
        json.WriteStartObject(name);
        json.WriteString("id", id);
        foreach (var text in texts)
            json.WriteString(text.Name, text.Value);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, string[]? texts)
    {
        if (texts is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
