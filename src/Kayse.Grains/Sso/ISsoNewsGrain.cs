using Orleans.Concurrency;

namespace Kayse.Grains.Sso;

/// <summary>
/// What a company's single sign-on is told from below, keyed by company id. One-way all of it, as nobody waits for who is
/// above them.
/// </summary>
[Alias("kayse.sso-news")]
internal interface ISsoNewsGrain : IGrainWithStringKey
{
    /// <summary>
    /// Somebody who keeps their password may no longer be an active Super Admin, so that another has to. A hint that may get
    /// lost: it is also looked at every day.
    /// </summary>
    [OneWay, Alias("super-admins-changed")]
    Task SuperAdminsChangedAsync();

    /// <summary>
    /// A Super Admin has signed in with what everybody else may not. The audit log has it already; if this is lost, only the
    /// mail is.
    /// </summary>
    /// <param name="userId">Who.</param>
    /// <param name="at">When; told twice, it is the same news.</param>
    [OneWay, Alias("break-glass-used")]
    Task BreakGlassUsedAsync(string userId, DateTimeOffset at);
}
