namespace Kayse.Silo.Outbound;

/// <summary>
/// Checks the address of a request, and reads the whole response within a time and a size, so that whoever gets it can
/// read it without care.
/// </summary>
internal sealed class OutboundHandler(OutboundRules rules, TimeProvider clock, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int LargestResponse = 1024 * 1024;
    private static readonly TimeSpan _longestTime = TimeSpan.FromSeconds(15);

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Outbound requests are asynchronous.");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { } url || !rules.Allows(url))
            throw new OutboundException(OutboundFailure.UrlNotAllowed);
        using var limit = new CancellationTokenSource(_longestTime, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var response = await base.SendAsync(request, either.Token);
            try
            {
                response.Content = await ReadAsync(response.Content, either.Token);
                return response;
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
        catch (Exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new OutboundException(OutboundFailure.TimedOut);
        }
        catch (HttpRequestException failed) when (failed is not OutboundException && failed.InnerException is OutboundException refused)
        {
            throw new OutboundException(refused.Failure);
        }
    }

    private static async Task<HttpContent> ReadAsync(HttpContent content, CancellationToken ct)
    {
        if (content.Headers.ContentLength > LargestResponse)
            throw new OutboundException(OutboundFailure.TooLarge);
        await using var source = await content.ReadAsStreamAsync(ct);
        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await source.ReadAsync(buffer, ct) is > 0 and var count)
        {
            if (read.Length + count > LargestResponse)
                throw new OutboundException(OutboundFailure.TooLarge);
            read.Write(buffer, 0, count);
        }

        var whole = new ByteArrayContent(read.ToArray());
        foreach (var (name, values) in content.Headers.Where(IsKept))
            whole.Headers.TryAddWithoutValidation(name, values);
        return whole;
    }

    private static bool IsKept(KeyValuePair<string, IEnumerable<string>> header) =>
        !string.Equals(header.Key, "Content-Length", StringComparison.OrdinalIgnoreCase);
}
