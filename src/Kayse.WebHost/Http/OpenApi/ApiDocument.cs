using Kayse.WebHost.Http.Callers;
using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>The OpenAPI document, and a page to read it.</summary>
internal static class ApiDocument
{
    /// <summary>The document's name.</summary>
    public const string Name = "v1";

    /// <summary>Where it is.</summary>
    public const string Path = $"/openapi/{Name}.json";

    public static void AddApiDocument(this WebApplicationBuilder builder)
    {
        builder.Services.AddOpenApi(
            Name,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.CreateSchemaReferenceId = SchemaNames.Of;
                options.AddSchemaTransformer(SchemaDetails.ApplyAsync);
                options.AddOperationTransformer(OperationDetails.ApplyAsync);
                options.AddDocumentTransformer(DocumentDetails.ApplyAsync);
            }
        );
        builder.Services.AddSingleton<ServedDocument>();
    }

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapGet(Path, (ServedDocument document, HttpContext context) => document.ToResultAsync(context))
            .Allows(Who.Anyone)
            .ExcludeFromDescription();
        app.MapDocsPage();
    }
}
