using Microsoft.AspNetCore.Http.Metadata;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>A response of an endpoint whose return type does not say what it is.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ProducesAttribute<T>(int statusCode, params string[] contentTypes) : Attribute, IProducesResponseTypeMetadata
{
    public int StatusCode { get; } = statusCode;

    public Type? Type => typeof(T);

    public IEnumerable<string> ContentTypes { get; } = contentTypes.Length == 0 ? ["application/json"] : contentTypes;
}

/// <summary>The body of an endpoint that reads it itself.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AcceptsAttribute<T>(string contentType = "application/json") : Attribute, IAcceptsMetadata
{
    public IReadOnlyList<string> ContentTypes { get; } = [contentType];

    public Type? RequestType => typeof(T);

    public bool IsOptional => false;
}

/// <summary>Text of another media type with which an endpoint responds to clients that accept it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ServesAlsoAttribute(string contentType) : Attribute
{
    public string ContentType { get; } = contentType;
}
