using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Kayse.WebHost.Http.Json;

/// <summary>How the API writes and reads JSON: camelCase names, snake_case words, UTC times.</summary>
internal static class JsonFormat
{
    /// <summary>For what is written.</summary>
    public static readonly JsonSerializerOptions Responses = Frozen(Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web)));

    /// <summary>
    /// For what is read: strict about types and duplicates, silent about unknown members. Which members are missing is
    /// <see cref="RequiredMembers"/>' to say.
    /// </summary>
    public static readonly JsonSerializerOptions Requests = Frozen(
        Configure(
            new JsonSerializerOptions(JsonSerializerDefaults.Web)
            {
                PropertyNameCaseInsensitive = false,
                AllowDuplicateProperties = false,
                MaxDepth = 16,
                TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequiredMembers.Release } },
            }
        )
    );

    /// <summary>Adds what is common to both.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.Converters.Add(new UtcTimeConverter());
        options.Converters.Add(new OptionalConverterFactory());
        return options;
    }

    private static JsonSerializerOptions Frozen(JsonSerializerOptions options)
    {
        options.TypeInfoResolver ??= new DefaultJsonTypeInfoResolver();
        options.MakeReadOnly();
        return options;
    }
}
