using Kayse.Grains.Errors;

namespace Kayse.WebHost.Http.Problems;

/// <summary>Refusals that only HTTP knows: the request never becomes a command.</summary>
internal static class HttpErrors
{
    /// <summary>No such route.</summary>
    public static readonly Refusal NoSuchRoute = new("not_found", "There is no such route.");

    /// <summary>The route exists, with other methods.</summary>
    public static readonly Refusal MethodNotAllowed = new(
        "method_not_allowed",
        "This route does not take that method. See the Allow header."
    );

    /// <summary>The body is not JSON by its Content-Type.</summary>
    public static readonly Refusal UnsupportedMediaType = new("unsupported_media_type", "Send the body as application/json in UTF-8.");

    /// <summary>The body is compressed. The answer says in Accept-Encoding what is taken.</summary>
    public static readonly Refusal EncodedBody = new("unsupported_media_type", "Send the body as it is, without a Content-Encoding.");

    /// <summary>The upload is not CSV by its Content-Type.</summary>
    public static readonly Refusal NotCsv = new(
        "unsupported_media_type",
        "Send the file as text/csv in UTF-8; application/csv, application/vnd.ms-excel and text/plain are taken for the same."
    );

    /// <summary>The upload is no picture by its Content-Type.</summary>
    public static readonly Refusal NotAnImage = new(
        "unsupported_media_type",
        "Send the picture as image/png, image/jpeg, image/webp or image/gif."
    );

    /// <summary>The upload is over the limit.</summary>
    public static readonly Refusal UploadTooLarge = new("payload_too_large", "The file is larger than 2 MiB.");

    /// <summary>The body is over the limit.</summary>
    public static readonly Refusal PayloadTooLarge = new("payload_too_large", "The body is larger than 1 MiB.");

    /// <summary>The request is not HTTP that can be understood, or stopped half way.</summary>
    public static readonly Refusal BadRequest = new("validation_failed", "The request could not be read.");

    /// <summary>The request is for a host that is not this service's.</summary>
    public static readonly Refusal UnknownHost = new(
        "validation_failed",
        "The host in this request is not served here. "
            + "Use the address of this service; its operator sets it as Kayse:PublicUrl, and further names as Kayse:AllowedHosts."
    );

    /// <summary>An unsafe request by cookie that does not come from a page of ours.</summary>
    public static readonly Refusal CrossOrigin = new(
        "forbidden",
        "A request that signs in by cookie must come from this site's own pages."
    );

    /// <summary>Too many requests of the kind.</summary>
    public static readonly Refusal RateLimited = new("rate_limited", "Too many requests. Try again later.");

    /// <summary>A fault of ours; the trace says which.</summary>
    public static readonly Refusal Internal = new(
        "internal_error",
        "Something went wrong on our side. Quote the traceId if you report it."
    );

    /// <summary>Something that we need did not answer in time.</summary>
    public static readonly Refusal Unavailable = new("unavailable", "The service is busy or starting. Try again in a moment.");

    /// <summary>One field is at fault.</summary>
    public static Refusal Field(string name, string message) =>
        GeneralErrors.Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { [name] = [message] });

    /// <summary>The body as a whole is at fault.</summary>
    public static Refusal Body(string message) => new("validation_failed", message);
}
