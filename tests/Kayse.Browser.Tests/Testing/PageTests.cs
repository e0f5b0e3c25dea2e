using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Testing;

/// <summary>
/// Checks of pages, on a firm whose people and invitations are there. The tests of a class share the firm: they look,
/// and change nothing that another looks at.
/// </summary>
public abstract class PageTests(Firm firm) : BrowserTests(firm.App), IClassFixture<Firm>
{
    protected Firm Firm { get; } = firm;

    /// <summary>Checks a page as the firm's owner sees it; the pictures are named after the test.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="then">What is done there before it is looked at: opening a dialog, sending a form.</param>
    /// <param name="expected">What belongs to that in the browser's console, such as the status of a form that is
    /// refused.</param>
    /// <param name="name">The test.</param>
    protected Task CheckAsync(
        string path,
        Func<IPage, Task>? then = null,
        string? expected = null,
        [CallerMemberName] string name = ""
    ) => CheckAsAsync(Firm.Owner, path, then, expected, name);

    /// <summary>Checks a page as somebody sees it; null is somebody who isn't signed in.</summary>
    protected async Task CheckAsAsync(
        Person? person,
        string path,
        Func<IPage, Task>? then = null,
        string? expected = null,
        [CallerMemberName] string name = ""
    )
    {
        var visitor = person is null ? await VisitAsync(test: name) : await VisitAsAsync(person, test: name);
        if (expected is not null)
            visitor.Expect(expected);
        await new PageCheck(visitor, name).RunAsync(path, then);
    }
}
