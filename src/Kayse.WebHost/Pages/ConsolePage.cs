using System.Globalization;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.Grains.Sessions;
using Kayse.Grains.Users;
using Kayse.WebHost.Console;
using Kayse.WebHost.Console.Design;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Clients;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.Problems;
using Kayse.WebHost.Http.RateLimits;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;

namespace Kayse.WebHost.Pages;

/// <summary>
/// What every page has: who looks at it, what was posted, and one way to do something and to say how it went. Pages
/// call the same grains and flows as the API; what is allowed is decided there, never in a page.
/// </summary>
public abstract class ConsolePage : ComponentBase
{
    private bool _isLoaded;

    /// <summary>The request.</summary>
    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    /// <summary>The way to all state.</summary>
    [Inject]
    public IGrainFactory Grains { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private Flash Flash { get; set; } = null!;

    /// <summary>Why the form that was posted did not go through; null when none was, or it did.</summary>
    public Refusal? Refused { get; private set; }

    private protected Caller Caller => Http.Features.GetRequiredFeature<Caller>();

    private protected Caller? CallerOrNull => Http.Features.Get<Caller>();

    private protected ClientDevice Device => ClientDevices.Of(Http);

    /// <summary>
    /// Loads once with all that the page shows, before any of it is rendered. Not <c>OnInitializedAsync</c>: the
    /// framework renders a page while that still waits.
    /// </summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!_isLoaded)
            await LoadAsync();
        _isLoaded = true;
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Reads what the page shows. What is refused here is answered in place of the page.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    /// <summary>Ends when the person goes away.</summary>
    protected CancellationToken Aborted => Http.RequestAborted;

    /// <summary>Whether a form of the page was posted.</summary>
    protected bool IsPosted(string form) => HttpMethods.IsPost(Http.Request.Method) && Raw("_handler") == form;

    /// <summary>What a field holds, as it was typed; empty when it was not posted.</summary>
    protected string Raw(string name) => Http.Request.HasFormContentType ? Http.Request.Form[name].ToString() : string.Empty;

    /// <summary>The same without space around it.</summary>
    protected string Text(string name) => Raw(name).Trim();

    /// <summary>The same, null when there is nothing in it.</summary>
    protected string? TextOrNull(string name) => Text(name) is { Length: > 0 } text ? text : null;

    /// <summary>
    /// A whole number, null when there is nothing in the field; refuses anything else that was typed.
    /// </summary>
    protected int? WholeNumberOrNull(string name)
    {
        if (TextOrNull(name) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new RefusedException(HttpErrors.Field(name, "This must be a whole number."));
    }

    /// <summary>The minutes of a <see cref="DurationField"/>, null when there is nothing in it.</summary>
    protected int? MinutesOrNull(string name) =>
        WholeNumberOrNull(name) is { } amount ? Duration.Minutes(amount, Text($"{name}Unit")) : null;

    /// <summary>Whether a box was ticked.</summary>
    protected bool Ticked(string name) => Raw(name).Length > 0;

    /// <summary>All values of a field that may be chosen several times.</summary>
    protected IReadOnlyList<string> Chosen(string name) =>
        Http.Request.HasFormContentType ? [.. Http.Request.Form[name].OfType<string>().Where(value => value.Length > 0)] : [];

    /// <summary>
    /// The version that a form with a <see cref="Console.Design.VersionField"/> is meant for; one that nothing has when that is
    /// no number.
    /// </summary>
    protected long PostedVersion =>
        long.TryParse(Raw("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    /// <summary>
    /// An id that an address or a form holds; refuses <c>not_found</c> for what can't be one, so that it never is a
    /// grain's key.
    /// </summary>
    protected static string WellFormed(string? id) => RouteId.Parse(id);

    /// <summary>The part of a list that an address names by its cursor.</summary>
    protected static PageRequest PageOf(string? cursor, int size = 50) =>
        new PageQuery(size.ToString(CultureInfo.InvariantCulture), string.IsNullOrEmpty(cursor) ? null : cursor).ToRequest();

    /// <summary>Shows no form to who could not send it. What is allowed the grains decide still.</summary>
    protected static void ShowOnlyIf(bool isMeantForThem)
    {
        if (!isMeantForThem)
            throw new RefusedException(GeneralErrors.Forbidden);
    }

    /// <summary>
    /// Does what a form asks for; a refusal stands in <see cref="Refused"/> then, and the answer has its status.
    /// </summary>
    /// <returns>Whether it was done.</returns>
    protected async Task<bool> TryAsync(Func<Task> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        try
        {
            await act();
            return true;
        }
        catch (RefusedException refused) when (refused.Refusal == SessionErrors.StepUpRequired)
        {
            GoTo($"/step-up?returnTo={ReturnTo.Escaped(Http.Request)}");
        }
        catch (RefusedException refused) when (ProblemTable.Find(refused.Code) is not null)
        {
            Refuse(refused.Refusal);
        }
        catch (RateLimitedException limited)
        {
            Refuse(GeneralErrors.RateLimited(limited.RetryAfter));
        }

        return false;
    }

    /// <summary>Says why a form did not go through.</summary>
    protected void Refuse(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        RefusalLog.Note(Http, refusal);
        Refused = refusal;
        var status = ProblemTable.Find(refusal.Code)?.Status ?? StatusCodes.Status400BadRequest;
        // Not before the page is written: the framework takes a page that says 404 while it is rendered for one that
        // isn't there.
        Http.Response.OnStarting(() =>
        {
            if (Http.Response.StatusCode == StatusCodes.Status200OK)
                Http.Response.StatusCode = status;
            return Task.CompletedTask;
        });
    }

    /// <summary>Goes to a page that says what was done.</summary>
    protected void Done(string message, string url, FlashLink? link = null)
    {
        Flash.Set(Http, message, link);
        GoTo(url);
    }

    /// <summary>Goes to a page.</summary>
    protected void GoTo(string url) => Navigation.NavigateTo(ReturnTo.Safe(url));

    /// <summary>
    /// Goes on from a sign-in: to a page, or to the one that asks for the code first. A session that this browser had
    /// before ends (ASVS 5.0, 7.2.4).
    /// </summary>
    private protected async Task ArriveAsync(BegunSignIn begun, string? url, string? message = null)
    {
        if (begun.SignedIn is not { } signedIn)
        {
            TicketCookie.Set(Http, begun.Ticket!);
            GoTo($"/sign-in/two-factor?returnTo={Uri.EscapeDataString(ReturnTo.Safe(url))}");
            return;
        }

        if (CallerOrNull is { } before)
            await SignOutFlow.SignOutAsync(before, Grains, Http);
        SessionCookie.Set(Http, signedIn.Session, signedIn.RememberedUntil);
        if (message is not null)
            Flash.Set(Http, message);
        GoTo(url ?? "/");
    }
}
