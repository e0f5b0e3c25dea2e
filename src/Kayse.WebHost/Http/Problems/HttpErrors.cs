using Kayse.Grains.Errors;

namespace Kayse.WebHost.Http.Problems;

/// <summary>Refusals that only HTTP knows: the request never becomes a command.</summary>
internal static class HttpErrors
{
    /// <summary>No such route.</summary>
    public static readonly Refusal NoSuchRoute = new("not_found", "There is nothing at this address. Check that it is correct.");

    /// <summary>The route exists, with other methods.</summary>
    public static readonly Refusal MethodNotAllowed = new(
        "method_not_allowed",
        "This method is not supported here. See the Allow header."
    );

    /// <summary>The body is not JSON by its Content-Type.</summary>
    public static readonly Refusal UnsupportedMediaType = new("unsupported_media_type", "Send the body as application/json in UTF-8.");

    /// <summary>The body is compressed. The answer says in Accept-Encoding what is taken.</summary>
    public static readonly Refusal EncodedBody = new("unsupported_media_type", "Send the body uncompressed, without a Content-Encoding.");

    /// <summary>The body is no form by its Content-Type.</summary>
    public static readonly Refusal NotAForm = new(
        "unsupported_media_type",
        "Send the body as application/x-www-form-urlencoded in UTF-8."
    );

    /// <summary>The form is over the limit.</summary>
    public static readonly Refusal FormTooLarge = new("payload_too_large", "The form is larger than 16 KiB.");

    /// <summary>A service's client id or secret is missing or wrong.</summary>
    public static readonly Refusal InvalidClient = new(
        "invalid_client",
        "Send the client id and secret of your service with HTTP Basic authentication; "
            + "its operator configures them as Kayse:Introspection:Clients."
    );

    /// <summary>The upload is not CSV by its Content-Type.</summary>
    public static readonly Refusal NotCsv = new(
        "unsupported_media_type",
        "Send the file as text/csv in UTF-8; application/csv, application/vnd.ms-excel and text/plain are accepted as well."
    );

    /// <summary>The upload is no picture by its Content-Type.</summary>
    public static readonly Refusal NotAnImage = new(
        "unsupported_media_type",
        "Send the picture as image/png, image/jpeg, image/webp or image/gif."
    );

    /// <summary>The upload is over the limit.</summary>
    public static readonly Refusal UploadTooLarge = new("payload_too_large", "This file is larger than 2 MB. Upload a smaller one.");

    /// <summary>The body is over the limit.</summary>
    public static readonly Refusal PayloadTooLarge = new("payload_too_large", "The request body is larger than 1 MB.");

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
        "Requests with the session cookie must come from this site. Reload the page and try again."
    );

    /// <summary>Too many requests of the kind.</summary>
    public static readonly Refusal RateLimited = new("rate_limited", "Too many requests.");

    /// <summary>A fault of ours; the trace says which.</summary>
    public static readonly Refusal Internal = new(
        "internal_error",
        "Something went wrong on our side. Try again, and include the traceId if you report it."
    );

    /// <summary>Something that we need did not answer in time.</summary>
    public static readonly Refusal Unavailable = new("unavailable", "The service is busy or starting. Try again in a moment.");

    /// <summary>One field is at fault.</summary>
    public static Refusal Field(string name, string message) =>
        GeneralErrors.Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { [name] = [message] });

    /// <summary>The body as a whole is at fault.</summary>
    public static Refusal Body(string message) => new("validation_failed", message);
}
