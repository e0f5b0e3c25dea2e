using System.Collections.Concurrent;
using Microsoft.Playwright;
using IRequest = Microsoft.Playwright.IRequest;

namespace Kayse.Browser.Tests.Testing;

/// <summary>
/// All that goes wrong in a browser while somebody uses it: errors in the console (violations of the content policy
/// among them), exceptions, failed requests.
/// </summary>
internal sealed class Trouble
{
    private readonly ConcurrentQueue<string> _seen = [];
    private readonly ConcurrentBag<string> _expected = [];

    public Trouble(IBrowserContext context)
    {
        context.Console += (_, message) =>
            Note(message.Type is "error" or "warning", $"console {message.Type}: {message.Text} ({message.Location})");
        context.WebError += (_, error) => Note(true, $"exception: {error.Error}");
        context.RequestFailed += (_, request) => Note(!WasGivenUp(request), $"{request.Method} {request.Url} failed: {request.Failure}");
        context.Response += (_, response) =>
            Note(response.Status >= 500, $"{response.Request.Method} {response.Url} answered {response.Status}");
    }

    /// <summary>
    /// Says that a trouble with this text in it belongs to the test, such as the 410 of an invitation that has expired.
    /// </summary>
    public void Expect(string text) => _expected.Add(text);

    public void ShouldBeNone() =>
        _seen.Where(trouble => !_expected.Any(text => trouble.Contains(text, StringComparison.Ordinal))).ShouldBeEmpty();

    // Requests of a page that is left, and downloads, are not failures.
    private static bool WasGivenUp(IRequest request) => request.Failure == "net::ERR_ABORTED";

    private void Note(bool isTrouble, string text)
    {
        if (isTrouble)
            _seen.Enqueue(text);
    }
}
