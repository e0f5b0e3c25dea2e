using Kayse.Grains.Errors;
using Kayse.WebHost.Console.Design;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Pages;

/// <summary>
/// A page that a link out of a mail leads to. Its first form takes the token, out of the link's part after #; the forms
/// of its second step carry it on in a hidden field. Opening the link changes nothing: whoever does something by it
/// presses a button.
/// </summary>
public abstract class LinkPage : ConsolePage
{
    private const string Before = "token=";

    /// <summary>The token, as the link or the hidden field has it; empty when none was posted.</summary>
    protected string Token => IsPosted(LinkForm.FormName) ? In(Raw("link")) : Raw("token");

    /// <summary>
    /// Whether a form of the second step was posted, so that it has to stand on the page for its act to be found.
    /// </summary>
    protected bool IsGoingOn => HttpMethods.IsPost(Http.Request.Method) && !IsPosted(LinkForm.FormName);

    /// <summary>Looks at what the token is for; says so when nothing was pasted.</summary>
    protected Task<bool> OpenAsync(Func<Task> look) =>
        TryAsync(() =>
            Token.Length == 0 ? throw new RefusedException(HttpErrors.Field("link", "Paste the link from the email.")) : look()
        );

    // Mail programs break long lines, and some people copy the token alone.
    private static string In(string link)
    {
        var text = string.Concat(link.Where(character => !char.IsWhiteSpace(character)));
        var at = text.LastIndexOf(Before, StringComparison.Ordinal);
        return at < 0 ? text : text[(at + Before.Length)..].Split('&')[0];
    }
}
