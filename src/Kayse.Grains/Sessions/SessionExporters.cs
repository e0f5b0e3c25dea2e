using Kayse.Grains.Lists;
using Kayse.Grains.Privacy;
using Kayse.Grains.State;

namespace Kayse.Grains.Sessions;

/// <summary>The live sessions of a person.</summary>
internal sealed class SessionExporter()
    : JsonExporter<SessionExporter.Item>(
        "sessions.json",
        "Your active sessions.",
        typeof(UserSessionState),
        typeof(SegmentState<LiveSession>),
        typeof(SegmentState<LastActive>)
    )
{
    protected override async Task<(IReadOnlyList<Item> Items, string? Next)> ReadItemsAsync(ExportContext context, string? cursor)
    {
        var sessions = await context.Of<ISessionsGrain>().ListSessionsAsync();
        return ([.. sessions.Select(ItemOf)], null);
    }

    private static Item ItemOf(SessionView session) =>
        new(
            session.Id,
            session.CompanyId,
            session.Device,
            session.StartedAt,
            session.LastActiveAt,
            session.ExpiresAt,
            session.RememberMe
        );

    internal sealed record Item(
        string Id,
        string CompanyId,
        ClientDevice Device,
        DateTimeOffset StartedAt,
        DateTimeOffset LastActiveAt,
        DateTimeOffset ExpiresAt,
        bool RememberMe
    );
}

/// <summary>How a person signed in, or failed to, in each of their companies.</summary>
internal sealed class SignInHistoryExporter()
    : JsonExporter<SignInHistoryExporter.Item>(
        "sign-in-history.json",
        "How you signed in, or failed to, for as long as each company keeps that.",
        typeof(SignInSegmentState),
        typeof(SegmentState<HistoryPerson>)
    )
{
    protected override async Task<(IReadOnlyList<Item> Items, string? Next)> ReadItemsAsync(ExportContext context, string? cursor)
    {
        var at = CompanyCursor.Parse(context, cursor);
        if (at.CompanyId is not { } companyId)
            return ([], null);
        var page = await context
            .Grains.GetGrain<ICompanySessionsGrain>(companyId)
            .ListHistoryAsync(new SignInHistoryFilter([context.UserId], Outcome: null), new PageRequest(PageSize, at.Cursor));
        return ([.. page.Items.Select(entry => ItemOf(companyId, entry))], at.After(context, page.NextCursor));
    }

    private static Item ItemOf(string companyId, SignInEntry entry) =>
        new(companyId, entry.At, entry.Outcome, entry.Failure, entry.SessionId, entry.Device, entry.Count, entry.LastAt);

    internal sealed record Item(
        string CompanyId,
        DateTimeOffset At,
        SignInOutcome Outcome,
        SignInFailure? Failure,
        string? SessionId,
        ClientDevice Device,
        int Count,
        DateTimeOffset LastAt
    );
}
