using System.Globalization;
using System.Text.Json.Nodes;
using Kayse.Grains.Errors;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Problems;
using Microsoft.Net.Http.Headers;

namespace Kayse.WebHost.Scim;

/// <summary>Answers with errors as SCIM has them (RFC 7644, 3.12).</summary>
internal static class ScimErrorWriter
{
    private const string Schema = "urn:ietf:params:scim:api:messages:2.0:Error";

    private static readonly Dictionary<string, (int Status, string? Type)> _own = new(StringComparer.Ordinal)
    {
        ["scim_invalid_filter"] = (400, "invalidFilter"),
        ["scim_invalid_syntax"] = (400, "invalidSyntax"),
        ["scim_invalid_path"] = (400, "invalidPath"),
        ["scim_invalid_value"] = (400, "invalidValue"),
        ["scim_no_target"] = (400, "noTarget"),
        ["scim_mutability"] = (400, "mutability"),
        ["scim_uniqueness"] = (409, "uniqueness"),
        ["email_in_use"] = (409, "uniqueness"),
        ["email_already_member"] = (409, "uniqueness"),
        ["scim_paused"] = (429, null),
        ["scim_group_limit_reached"] = (403, null),
        ["seat_limit_reached"] = (403, null),
        ["last_super_admin"] = (403, null),
        ["email_domain_not_verified"] = (403, null),
    };

    public static Task WriteAsync(HttpContext context, Refusal refusal)
    {
        var (status, type) = Find(refusal);
        var response = context.Response;
        SecurityHeaders.Apply(context);
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer realm=\"SCIM\"";
        if (refusal == HttpErrors.EncodedBody)
            response.Headers.AcceptEncoding = "identity";
        if (refusal.RetryAfter is { } wait)
            response.Headers.RetryAfter = HeaderUtilities.FormatNonNegativeInt64((long)Math.Max(1, Math.Ceiling(wait.TotalSeconds)));
        var error = new JsonObject
        {
            ["schemas"] = new JsonArray(Schema),
            ["status"] = status.ToString(CultureInfo.InvariantCulture),
            ["detail"] = Detail(refusal, status),
        };
        if (type is not null)
            error.Insert(2, "scimType", type);
        return ScimResponse.WriteAsync(context, error);
    }

    /// <summary>The status of a refusal.</summary>
    public static int StatusOf(Refusal refusal) => Find(refusal).Status;

    // What the company refuses has the status of the API, where SCIM has no other: it knows no 422.
    private static (int Status, string? Type) Find(Refusal refusal)
    {
        if (_own.TryGetValue(refusal.Code, out var own))
            return own;
        return ProblemTable.Find(refusal.Code)?.Status switch
        {
            400 or 422 => (400, "invalidValue"),
            { } status => (status, null),
            null => (500, null),
        };
    }

    private static string Detail(Refusal refusal, int status)
    {
        if (status == StatusCodes.Status500InternalServerError)
            return HttpErrors.Internal.Message;
        var fields = refusal.Fields?.SelectMany(field => field.Value.Select(message => $"{field.Key}: {message}")) ?? [];
        return string.Join(' ', [refusal.Text(), .. fields]);
    }
}
