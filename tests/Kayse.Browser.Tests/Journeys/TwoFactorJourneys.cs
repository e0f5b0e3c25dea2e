using Kayse.Browser.Tests.Testing;
using Kayse.Testing;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Journeys;

public sealed class TwoFactorJourneys : Journey
{
    private static readonly TimeSpan _untilNextCode = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_turns_it_on_signs_in_with_a_code_of_the_app_or_with_a_backup_code_that_works_once(bool javaScript)
    {
        var options = new VisitorOptions { JavaScript = javaScript };
        var ada = await App.SignUpAsync();
        var desk = await VisitAsync(options);
        await desk.SignInAsync(ada.Email);
        var (app, backupCode) = await TurnOnAsync(desk);

        App.Clock.Advance(_untilNextCode);
        var laptop = await VisitAsync(options);
        await GiveCodeAsync(laptop, ada.Email, app.Code());
        await laptop.ShouldSeeHeadingAsync("Sessions");

        var phone = await VisitAsync(options with { UserAgent = UserAgents.Phone });
        await GiveBackupCodeAsync(phone, ada.Email, backupCode);
        await phone.ShouldSeeAsync("You have 9 backup codes left.");

        var stranger = await VisitAsync(options);
        stranger.Expect("401");
        await GiveBackupCodeAsync(stranger, ada.Email, backupCode);
        await Expect(stranger.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
    }

    private async Task<(OneTimeCodes App, string BackupCode)> TurnOnAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/profile/security");
        await visitor.FollowAsync("Turn on");
        await visitor.PressAsync("Show QR code");
        var secret = await visitor.Page.Locator("#secret").InnerTextAsync();
        var app = new OneTimeCodes(secret.Replace(" ", "", StringComparison.Ordinal), App.Clock);
        await visitor.FillAsync("Code", app.Code());
        await visitor.PressAsync("Turn on");
        await visitor.ShouldSeeAsync("Two-factor authentication is on.");
        var codes = await visitor.Page.Locator("#backup-codes li").AllInnerTextsAsync();
        codes.Distinct().Count().ShouldBe(10);
        return (app, codes[0]);
    }

    private static async Task GiveCodeAsync(Visitor visitor, string email, string code)
    {
        await visitor.GivePasswordAsync(email);
        await visitor.ShouldSeeHeadingAsync("Enter your code");
        await visitor.FillAsync("Code", code);
        await visitor.PressAsync("Sign in");
    }

    private static async Task GiveBackupCodeAsync(Visitor visitor, string email, string code)
    {
        await visitor.GivePasswordAsync(email);
        await visitor.FollowAsync("Use a backup code");
        await visitor.FillAsync("Backup code", code);
        await visitor.PressAsync("Sign in");
    }
}
