using System.Net.Mime;
using System.Text;
using System.Text.Json.Serialization;
using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Problems;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Kayse.WebHost.Authorization.Introspection;

/// <summary>A token to introspect (RFC 7662 section 2.1).</summary>
/// <param name="Token">The session token or API key.</param>
/// <param name="TokenTypeHint">Ignored: a token shows its type itself.</param>
internal sealed record IntrospectionForm(string Token, [property: JsonPropertyName("token_type_hint")] string? TokenTypeHint)
{
    /// <summary>The media type.</summary>
    public const string ContentType = MediaTypeNames.Application.FormUrlEncoded;

    private const int MaxLength = 16 * 1024;
    private const string TokenName = "token";
    private const string HintName = "token_type_hint";

    /// <summary>Reads the form. Other parameters are ignored; one of these must not be there twice.</summary>
    public static async Task<IntrospectionForm> ReadAsync(HttpContext context)
    {
        if (!IsForm(context.Request.ContentType))
            throw new RefusedException(HttpErrors.NotAForm);
        using var bytes = await BodyBytes.ReadAsync(context, MaxLength, HttpErrors.FormTooLarge);
        return Parse(Encoding.UTF8.GetString(bytes.Span));
    }

    private static IntrospectionForm Parse(string text)
    {
        string? token = null;
        string? hint = null;
        foreach (var pair in new QueryStringEnumerable(text))
        {
            switch (pair.DecodeName().Span)
            {
                case TokenName:
                    token = Once(TokenName, token, pair.DecodeValue());
                    break;
                case HintName:
                    hint = Once(HintName, hint, pair.DecodeValue());
                    break;
            }
        }

        return string.IsNullOrEmpty(token)
            ? throw new RefusedException(HttpErrors.Field(TokenName, "This is required."))
            : new IntrospectionForm(token, hint);
    }

    private static string Once(string name, string? earlier, ReadOnlyMemory<char> value) =>
        earlier is null ? value.ToString() : throw new RefusedException(HttpErrors.Field(name, "Send this only once."));

    private static bool IsForm(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals(ContentType, StringComparison.OrdinalIgnoreCase)
        && BodyBytes.IsUtf8(type);
}
