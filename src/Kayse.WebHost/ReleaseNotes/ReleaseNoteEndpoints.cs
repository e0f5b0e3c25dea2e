using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.ReleaseNotes;

/// <summary>What is new (NO-9).</summary>
internal static class ReleaseNoteEndpoints
{
    public static void MapReleaseNotes(this RouteGroupBuilder api)
    {
        api.MapGet("/release-notes", ListReleaseNotes).WithTags("Release notes").Allows(Who.SignedIn);
        var mine = api.MapGroup("/me/release-notes").WithTags("Release notes");
        mine.MapGet("", GetMyReleaseNotesAsync).Allows(Who.SignedIn);
        mine.MapPost("/read", MarkReleaseNotesReadAsync).Allows(Who.SignedIn);
        mine.MapPost("/dismiss", DismissReleaseNotesAsync).Allows(Who.SignedIn);
    }

    /// <summary>List release notes</summary>
    /// <remarks>Returns all notes for your role with their text, the latest first.</remarks>
    public static Ok<ReleaseNotesResponse> ListReleaseNotes(Caller caller, ReleaseNoteLibrary library, TimeProvider clock) =>
        TypedResults.Ok(
            new ReleaseNotesResponse([
                .. ReleaseNoteRules
                    .For(library.All, caller.Principal.Role, DateTimeOffset.MinValue, clock.GetUtcNow())
                    .Select(ReleaseNoteResponse.Of),
            ])
        );

    /// <summary>Get your release notes</summary>
    /// <remarks>
    /// Returns the notes that have come out since you have your account, and which of them are read. <c>modal</c> is the
    /// one that the console shows by itself in this session.
    /// </remarks>
    public static async Task<Ok<MyReleaseNotesResponse>> GetMyReleaseNotesAsync(Caller caller, PersonalReleaseNotes notes) =>
        TypedResults.Ok(MyReleaseNotesResponse.Of(await notes.ReadAsync(caller)));

    /// <summary>Mark release notes as read</summary>
    /// <remarks>Marks all that are out now. May be repeated.</remarks>
    public static async Task<NoContent> MarkReleaseNotesReadAsync(Caller caller, PersonalReleaseNotes notes)
    {
        await notes.MarkReadAsync(caller);
        return TypedResults.NoContent();
    }

    /// <summary>Ignore release notes for now</summary>
    /// <remarks>In this session none that is out now is shown by itself any more. May be repeated.</remarks>
    public static async Task<NoContent> DismissReleaseNotesAsync(Caller caller, PersonalReleaseNotes notes)
    {
        await notes.IgnoreAsync(caller);
        return TypedResults.NoContent();
    }
}

/// <summary>Release notes with their text.</summary>
/// <param name="Items">The notes, the latest first.</param>
internal sealed record ReleaseNotesResponse(IReadOnlyList<ReleaseNoteResponse> Items);

/// <summary>What is new in a release.</summary>
/// <param name="Id">Unique among release notes.</param>
/// <param name="Title">One line.</param>
/// <param name="Date">When it came out.</param>
/// <param name="Kind">Whether the console shows it by itself.</param>
/// <param name="Text">The text in Markdown.</param>
internal sealed record ReleaseNoteResponse(string Id, string Title, DateOnly Date, ReleaseKind Kind, string Text)
{
    public static ReleaseNoteResponse Of(ReleaseNote note) => new(note.Id, note.Title, note.Date, note.Kind, note.Markdown);
}

/// <summary>Your release notes.</summary>
/// <param name="Items">The notes, the latest first.</param>
/// <param name="Unread">How many are unread.</param>
/// <param name="Modal">The id of the one that is shown by itself; null for none.</param>
internal sealed record MyReleaseNotesResponse(IReadOnlyList<MyReleaseNoteResponse> Items, int Unread, string? Modal)
{
    public static MyReleaseNotesResponse Of(ReleaseNews news) =>
        new(
            [
                .. news.Notes.Select(note => new MyReleaseNoteResponse(
                    note.Id,
                    note.Title,
                    note.Date,
                    note.Kind,
                    string.CompareOrdinal(note.Place, news.ReadUntil) <= 0
                )),
            ],
            news.Unread,
            news.ToShow?.Id
        );
}

/// <summary>A release note, and whether you have read it.</summary>
/// <param name="Id">Unique among release notes.</param>
/// <param name="Title">One line.</param>
/// <param name="Date">When it came out.</param>
/// <param name="Kind">Whether the console shows it by itself.</param>
/// <param name="Read">Whether you have read it.</param>
internal sealed record MyReleaseNoteResponse(string Id, string Title, DateOnly Date, ReleaseKind Kind, bool Read);
