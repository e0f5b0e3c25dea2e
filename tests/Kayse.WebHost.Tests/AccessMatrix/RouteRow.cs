namespace Kayse.WebHost.Tests.AccessMatrix;

/// <summary>
/// What a route needs and whom it serves. In <paramref name="Route"/> <c>{company}</c> is the scene's company, and
/// whatever else stands in braces is what <see cref="On(Func{AccessCall, Task{string}})"/> makes for each call.
/// </summary>
/// <param name="Route">Method and pattern, as it is mapped below the base.</param>
/// <param name="Audience">Whom it serves.</param>
/// <param name="Served">The status that they get.</param>
internal sealed record RouteRow(string Route, Audience Audience, int Served)
{
    private readonly Dictionary<CallerKind, (int Status, string? Code)> _exceptions = [];

    public string Method => Route.Split(' ')[0];

    public string Pattern => Route.Split(' ')[1];

    public Func<AccessCall, Task<string>> Target { get; private init; } = _ => Task.FromResult("none");

    public Func<AccessCall, Task<object?>> Body { get; private init; } = _ => Task.FromResult<object?>(null);

    /// <summary>Whether it changes the callers themselves, so that nobody else may use the same scene.</summary>
    public bool IsAlone { get; private init; }

    private bool ServesRestricted { get; init; }

    public string Query { get; private init; } = "";

    /// <summary>Calls it with a query, such as <c>?permission=crm.access</c>.</summary>
    public RouteRow Asks(string query) => this with { Query = query };

    /// <summary>Makes a thing for each call, and answers its id.</summary>
    public RouteRow On(Func<AccessCall, Task<string>> target) => this with { Target = target };

    public RouteRow Sends(Func<AccessCall, object> body) => this with { Body = call => Task.FromResult<object?>(body(call)) };

    public RouteRow SendsAsync(Func<AccessCall, Task<object?>> body) => this with { Body = body };

    /// <summary>Also serves who must change their password first.</summary>
    public RouteRow EvenRestricted() => this with { ServesRestricted = true };

    /// <summary>Runs on a scene of its own: it changes the callers.</summary>
    public RouteRow Alone() => this with { IsAlone = true };

    /// <summary>Answers these callers otherwise, for a reason that isn't access.</summary>
    public RouteRow ButFor(CallerKind caller, int status, string? code = null)
    {
        _exceptions[caller] = (status, code);
        return this;
    }

    /// <summary>
    /// The status that a caller is to get, with the code when it is a refusal that has one of its own.
    /// </summary>
    public (int Status, string? Code) ExpectedFor(CallerCase caller) =>
        _exceptions.TryGetValue(caller.Kind, out var other) ? other : (Audience.StatusFor(caller, Served, ServesRestricted), null);
}

/// <summary>The rows of a feature. Every class that is one is found by itself.</summary>
internal interface IRouteTable
{
    IEnumerable<RouteRow> Rows { get; }
}
