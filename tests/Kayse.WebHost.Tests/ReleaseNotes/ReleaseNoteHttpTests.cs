using System.Net;
using Kayse.Grains.ReleaseNotes;
using Kayse.WebHost.ReleaseNotes;
using Kayse.WebHost.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace Kayse.WebHost.Tests.ReleaseNotes;

/// <summary>Release notes over HTTP and in the console (NO-9).</summary>
public sealed class ReleaseNoteHttpTests : OwnAppTests
{
    private static readonly ReleaseNote _major = new ReleaseNoteLibrary().All.First(note => note.Kind == ReleaseKind.Major);

    private Person _before = null!;
    private Person _ada = null!;

    public override async Task InitializeAsync()
    {
        _before = await App.SignUpAsync();
        App.Clock.Advance(new DateTimeOffset(_major.Date, new TimeOnly(9, 0), TimeSpan.Zero) - App.Clock.GetUtcNow());
        _ada = await App.SignInAsync(_before.Email);
    }

    [Fact]
    public async Task A_major_note_is_shown_until_it_is_ignored_in_this_session_or_read_anywhere()
    {
        var browser = App.Browser(_ada);
        (await browser.GetAsync("/home")).Html.ShouldContain("data-release");
        (await browser.GetAsync("/profile/security/password")).Html.ShouldNotContain("data-release");

        await browser.SubmitAsync("/whats-new/ignore", "ignore");
        (await browser.GetAsync("/home")).Html.ShouldNotContain("data-release");
        var elsewhere = await App.SignInAsync(_ada.Email);
        (await App.Browser(elsewhere).GetAsync("/home")).Html.ShouldContain("data-release");

        (await App.Browser(elsewhere).GetAsync("/whats-new")).ShouldSay(_major.Title);
        (await App.Browser(await App.SignInAsync(_ada.Email)).GetAsync("/home")).Html.ShouldNotContain("data-release");
        (await App.Client(_ada.Token).GetAsync("me/release-notes")).Json["unread"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task Over_HTTP_notes_are_listed_ignored_and_read()
    {
        var me = App.Client(_ada.Token);
        (await me.GetAsync("me/release-notes")).At("modal").ShouldBe(_major.Id);

        (await me.PostAsync("me/release-notes/dismiss")).ShouldBe(HttpStatusCode.NoContent);
        var ignored = await me.GetAsync("me/release-notes");
        ignored.Json["modal"].ShouldBeNull();
        ignored.Json["unread"]!.GetValue<int>().ShouldBe(ignored.Json["items"]!.AsArray().Count);

        for (var i = 0; i < 2; i++)
            (await me.PostAsync("me/release-notes/read")).ShouldBe(HttpStatusCode.NoContent);
        (await me.GetAsync("me/release-notes")).Json["items"]!.AsArray().ShouldAllBe(note => note!["read"]!.GetValue<bool>());
        (await me.GetAsync("release-notes")).Json["items"]!.AsArray().ShouldContain(note => note!["id"]!.GetValue<string>() == _major.Id);
    }

    [Fact]
    public async Task Whom_the_console_has_shown_a_major_note_is_mailed_it_unless_they_read_it()
    {
        var readings = App.Services.GetRequiredService<IGrainFactory>().GetGrain<IReleaseReadingsGrain>(_ada.UserId);
        await App.Client(_ada.Token).GetAsync("me/release-notes");
        (await readings.GetAsync()).MailedUntil.ShouldBeNull();

        await App.Browser(_ada).GetAsync("/home");

        (await readings.GetAsync()).MailedUntil.ShouldBe(_major.Place);
    }

    [Fact]
    public async Task Who_came_later_is_shown_none_of_them()
    {
        var late = await App.SignUpAsync();

        (await App.Browser(late).GetAsync("/home")).Html.ShouldNotContain("data-release");
        (await App.Client(late.Token).GetAsync("me/release-notes")).Json["items"]!.AsArray().ShouldBeEmpty();
    }
}
