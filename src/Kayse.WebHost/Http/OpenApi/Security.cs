using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>The ways in which a request says who makes it.</summary>
internal static class Security
{
    private const string Bearer = "bearer";
    private const string Cookie = "cookie";
    private const string Basic = "basic";

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
            [Basic] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "basic",
                Description = "The client id and secret of a service, as its operator configured them.",
            },
        };
    }

    /// <summary>A session by its token or by cookie.</summary>
    public static IList<OpenApiSecurityRequirement> Session(OpenApiDocument document) => [By(Bearer, document), By(Cookie, document)];

    /// <summary>The same, or nothing.</summary>
    public static IList<OpenApiSecurityRequirement> OptionalSession(OpenApiDocument document) => [.. Session(document), []];

    /// <summary>A configured service.</summary>
    public static IList<OpenApiSecurityRequirement> Service(OpenApiDocument document) => [By(Basic, document)];

    /// <summary>Nothing.</summary>
    public static IList<OpenApiSecurityRequirement> None() =>
        [
            [],
        ];

    private static OpenApiSecurityRequirement By(string scheme, OpenApiDocument document) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };
}
