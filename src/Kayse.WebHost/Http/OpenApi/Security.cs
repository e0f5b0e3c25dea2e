using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>The two ways in which a request carries its session.</summary>
internal static class Security
{
    private const string Bearer = "session";
    private const string Cookie = "sessionCookie";

    public static void Describe(OpenApiDocument document)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description =
                    "The `session.token` returned by signing up, signing in or accepting an invitation, "
                    + "or an API key where an operation says so.",
            },
            [Cookie] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = "kayse_session",
                Description =
                    "For this site's own pages only; over HTTPS its name is `__Host-kayse_session`. "
                    + "Unsafe methods with the cookie require a same-origin `Sec-Fetch-Site` or `Origin`.",
            },
        };
    }

    /// <summary>Either of the two.</summary>
    public static IList<OpenApiSecurityRequirement> Session(OpenApiDocument document) =>
        [
            new() { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] },
            new() { [new OpenApiSecuritySchemeReference(Cookie, document)] = [] },
        ];

    /// <summary>Either of the two, or none.</summary>
    public static IList<OpenApiSecurityRequirement> OptionalSession(OpenApiDocument document) => [.. Session(document), []];
}
