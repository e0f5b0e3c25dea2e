using Kayse.Grains.TwoFactor;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Kayse.WebHost.TwoFactor.Pages;

/// <summary>
/// Sets up a second factor: shows a secret, takes a code of it, shows the backup codes. The secret is made when that is
/// asked for, and stands in the form until its first code is right, as the answer to a wrong one shows it again.
/// </summary>
public abstract class TwoFactorSetUpPage : ConsolePage
{
    [Inject]
    private TwoFactorFlow Flow { get; set; } = null!;

    private const int MaxUri = 2000;

    /// <summary>What the app reads; null before it is asked for.</summary>
    protected string? Uri { get; private set; }

    /// <summary>The codes, once it is on; null before.</summary>
    protected IReadOnlyList<string>? BackupCodes { get; private set; }

    // A form that is sent has to stand on the page that it is sent to.
    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        if (IsPosted("enable") && Text("uri") is { Length: <= MaxUri } uri && uri.StartsWith("otpauth://", StringComparison.Ordinal))
            Uri = uri;
    }

    /// <summary>Makes a secret.</summary>
    protected async Task BeginAsync() => await TryAsync(async () => Uri = (await Flow.SetUpAsync(Caller)).Setup.OtpAuthUri);

    /// <summary>Turns it on with a code.</summary>
    protected async Task EnableAsync()
    {
        if (await TryAsync(async () => await TakeAsync(await Flow.EnableAsync(Caller, Text("code")))))
            return;
        if (Refused != TwoFactorErrors.InvalidCode)
            Uri = null;
    }

    /// <summary>What is typed into an app that can't read the picture; empty when the form was tampered with.</summary>
    protected static string SecretIn(string uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return QueryHelpers.ParseQuery(uri[Math.Max(0, uri.IndexOf('?', StringComparison.Ordinal))..])["secret"].ToString();
    }

    private Task TakeAsync(TwoFactorEnabled enabled)
    {
        SessionCookie.ReplaceOrClear(Http, enabled.Session);
        BackupCodes = enabled.BackupCodes;
        return Task.CompletedTask;
    }
}
