using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>The OpenAPI document, and a page to read it.</summary>
internal static class ApiDocument
{
    private const string Name = "v1";
    private const string Route = "/openapi/{documentName}.json";

    public static void AddApiDocument(this WebApplicationBuilder builder) =>
        builder.Services.AddOpenApi(
            Name,
            options =>
            {
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        Describe(document);
                        return Task.CompletedTask;
                    }
                );
                options.AddOperationTransformer(OperationDetails.ApplyAsync);
                options.AddSchemaTransformer(SchemaDetails.ApplyAsync);
            }
        );

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi(Route);
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/docs", StringComparison.OrdinalIgnoreCase),
            docs =>
            {
                docs.Use(next =>
                    context =>
                    {
                        // Swagger UI styles its elements in place and draws with data: images.
                        context.Response.Headers.ContentSecurityPolicy =
                            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                            + "font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
                        return next(context);
                    }
                );
                docs.UseSwaggerUI(ui =>
                {
                    ui.RoutePrefix = "docs";
                    ui.DocumentTitle = "Kayse accounts API";
                    ui.SwaggerEndpoint($"/openapi/{Name}.json", "Kayse accounts");
                });
            }
        );
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Kayse accounts",
            Version = Name,
            Description = """
                Companies, the people who work in them, their invitations and their sessions.

                Bodies are JSON in camelCase, times are RFC 3339 in UTC, and ids are opaque. Unknown members are ignored.
                Errors are `application/problem+json` with a stable `code`.
                Lists take `limit` (1 to 200, 50 by default) and `cursor`. In a `PATCH`, absent
                members stay as they are and `null` clears a value.
                """,
        };
        // Wherever the document is read, the API is beside it.
        document.Servers = [new OpenApiServer { Url = "/" }];
        Security.Describe(document);
    }
}
