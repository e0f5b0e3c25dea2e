using Kayse.Browser.Tests.Testing;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Journeys;

/// <summary>What is done from lists: by keyboard, with a mouse, and without JavaScript.</summary>
public sealed class ListJourneys : Journey
{
    private const string Staff = "/settings/staff";

    [Fact]
    public async Task A_rows_menu_and_its_dialog_are_used_by_keyboard_alone()
    {
        var owner = await App.SignUpAsync();
        await App.JoinAsync(owner);
        var ada = await VisitAsAsync(owner);
        await ada.OpenAsync(Staff);
        var button = ada.Page.GetByRole(AriaRole.Button, new() { Name = "Actions for Ben Ito" });
        var edit = ada.Page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true });

        await button.FocusAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(edit).ToBeVisibleAsync();
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(edit).ToBeHiddenAsync();
        await Expect(button).ToBeFocusedAsync();

        await ada.Page.Keyboard.PressAsync("Space");
        await ada.Page.Keyboard.PressAsync("Tab");
        await Expect(edit).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(button).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_role_is_changed_in_its_row(bool javaScript)
    {
        var owner = await App.SignUpAsync();
        await App.JoinAsync(owner);
        var ada = await VisitAsAsync(owner, new VisitorOptions { JavaScript = javaScript });
        await ada.OpenAsync(Staff);

        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Role of Ben Ito: User" }).PressAsync("Enter");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Admin", Exact = true }).PressAsync("Enter");

        await ada.ShouldSeeAsync("Ben Ito is now Admin.");
        await Expect(ada.Page.GetByRole(AriaRole.Button, new() { Name = "Role of Ben Ito: Admin" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Several_people_are_selected_and_deactivated(bool javaScript)
    {
        var owner = await App.SignUpAsync();
        await App.JoinAsync(owner);
        await App.JoinAsync(owner);
        var ada = await VisitAsAsync(owner, new VisitorOptions { JavaScript = javaScript });
        await ada.OpenAsync(Staff);
        await Expect(ada.Page.GetByRole(AriaRole.Button, new() { Name = "Deactivate" })).ToBeHiddenAsync();

        if (javaScript)
        {
            await ada.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Select all on this page" }).PressAsync("Space");
            await ada.ShouldSeeAsync("2 selected");
        }
        else
        {
            foreach (var box in await ada.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Select Ben Ito" }).AllAsync())
                await box.PressAsync("Space");
        }

        await ada.PressAsync("Deactivate");
        await ada.ShouldSeeHeadingAsync("Deactivate 2 people");
        await ada.PressAsync("Deactivate 2 people");

        await ada.ShouldSeeAsync("2 people deactivated.");
        await Expect(ada.Page.GetByText("Deactivated", new() { Exact = true }).And(ada.Page.Locator(".state"))).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task The_first_field_with_something_wrong_has_the_focus()
    {
        var owner = await App.SignUpAsync();
        var ada = await VisitAsAsync(owner);
        ada.Expect("400");
        await ada.OpenAsync(Staff);
        await ada.FollowAsync("Invite");
        await ada.FillAsync("Full name", "Ben Ito");
        await ada.FillAsync("Email address", "nobody");
        await ada.Page.Locator("[name=phoneNumber]").FillAsync("12");
        await ada.PressAsync("Send invitation");

        await ada.ShouldSeeAsync("Check these 2 fields:");
        await Expect(ada.Page.GetByLabel("Email address")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_is_created_and_opens_the_invitation(bool javaScript)
    {
        var owner = await App.SignUpAsync();
        await App.InviteAsync(owner, "ben@ito.example");
        var ada = await VisitAsAsync(owner, new VisitorOptions { JavaScript = javaScript });
        await ada.OpenAsync($"{Staff}/invitations");

        await ada.PressAsync("Actions for Ben Ito");
        await ada.FollowAsync("Copy link");
        await ada.PressAsync("Create link");

        var link = await ada.Page.Locator("#invitation-link").InnerTextAsync();
        var ben = await VisitAsync();
        await ben.OpenAsync(link[link.IndexOf("/invitations", StringComparison.Ordinal)..]);
        await ben.ShouldSeeHeadingAsync("Join Vale Law");
    }
}
