using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>Takes the indentation of doc comments out of the document's texts.</summary>
internal static partial class PlainText
{
    public static void Apply(OpenApiDocument document)
    {
        foreach (var schema in document.Components?.Schemas?.Values ?? [])
        {
            schema.Description = Of(schema.Description);
            foreach (var member in schema.Properties?.Values ?? [])
            {
                member.Description = Of(member.Description);
                foreach (var choice in member.OneOf ?? [])
                    choice.Description = Of(choice.Description);
            }
        }
    }

    public static string? Of(string? text) => text is null ? null : Indentation().Replace(text, "\n");

    [GeneratedRegex("\n[ \t]+", RegexOptions.None, 1000)]
    private static partial Regex Indentation();
}
