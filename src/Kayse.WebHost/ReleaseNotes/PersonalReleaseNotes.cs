using Kayse.Grains.ReleaseNotes;
using Kayse.Grains.Users;
using Kayse.WebHost.Http.Callers;

namespace Kayse.WebHost.ReleaseNotes;

/// <summary>Release notes as one person has them.</summary>
internal sealed class PersonalReleaseNotes(ReleaseNoteLibrary library, IGrainFactory grains, TimeProvider clock)
{
    public async Task<ReleaseNews> ReadAsync(Caller caller)
    {
        if (await caller.User<IUserGrain>(grains).GetAsync() is not { } user)
            return ReleaseNews.None;
        var notes = ReleaseNoteRules.For(library.All, caller.Principal.Role, user.CreatedAt, clock.GetUtcNow());
        // Most people have nothing that is news: then there is no need to ask how far they have read.
        if (notes.Count == 0)
            return ReleaseNews.None;
        var readings = await caller.User<IReleaseReadingsGrain>(grains).GetAsync();
        return new ReleaseNews(
            notes,
            notes.Count(note => !ReleaseNoteRules.IsRead(note, readings)),
            ReleaseNoteRules.ToShow(notes, readings, caller.SessionId)
        )
        {
            ReadUntil = readings.ReadUntil,
            ToMail = [.. ReleaseNoteRules.ToMail(notes, readings)],
        };
    }

    /// <summary>Has the person get an email about what they don't read within a day.</summary>
    public Task MailUnlessReadAsync(Caller caller, ReleaseNews news) =>
        news.ToMail.Count == 0
            ? Task.CompletedTask
            : caller.User<IReleaseReadingsGrain>(grains).MailUnlessReadAsync([.. news.ToMail.Select(note => note.Summarize())]);

    public async Task MarkReadAsync(Caller caller)
    {
        if ((await ReadAsync(caller)).Notes is [var latest, ..])
            await caller.User<IReleaseReadingsGrain>(grains).MarkReadAsync(latest.Place);
    }

    public async Task IgnoreAsync(Caller caller)
    {
        if ((await ReadAsync(caller)).Notes is [var latest, ..])
            await caller.User<IReleaseReadingsGrain>(grains).IgnoreAsync(caller.SessionId, latest.Place);
    }
}

/// <summary>What there is for somebody.</summary>
/// <param name="Notes">All that concern them, the latest first.</param>
/// <param name="Unread">How many of them are unread.</param>
/// <param name="ToShow">The one that is shown by itself; null for none.</param>
internal sealed record ReleaseNews(IReadOnlyList<ReleaseNote> Notes, int Unread, ReleaseNote? ToShow)
{
    public static readonly ReleaseNews None = new([], 0, ToShow: null);

    /// <summary>The place of the last one that is read; null for none.</summary>
    public string? ReadUntil { get; init; }

    /// <summary>Those of which an email is to come unless they are read soon.</summary>
    public IReadOnlyList<ReleaseNote> ToMail { get; init; } = [];
}
