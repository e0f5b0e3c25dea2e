namespace Kayse.WebHost.Http.OpenApi;

/// <summary>Which encodings of a response a client takes.</summary>
internal static class ContentEncodings
{
    public static bool Accepts(HttpRequest request, string encoding) =>
        request.GetTypedHeaders().AcceptEncoding.Any(accepted => accepted.Value == encoding && accepted.Quality is not 0);
}
