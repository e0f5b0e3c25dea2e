using Kayse.Grains.Members;

namespace Kayse.WebHost.Console.Layout;

/// <summary>The entries of the navigation.</summary>
public static class Areas
{
    /// <summary>Where everybody starts.</summary>
    public static readonly Area Home = new("/home", "Home", "house", _ => true);

    /// <summary>The pages about the company.</summary>
    public static readonly IReadOnlyList<Area> Company =
    [
        new("/settings/company", "Company details", "building-2", _ => true),
        new("/settings/branding", "Branding", "palette", me => me.IsAdmin),
        new("/settings/business-hours", "Business hours", "clock", _ => true),
        new("/settings/domains", "Domains", "globe", me => me.IsAdmin),
        new("/settings/staff", "Staff", "users", me => me.May(Permissions.ReadMembers)),
        new("/settings/scopes", "Scopes", "layers", me => me.IsAdmin),
        new("/settings/catalogue", "Catalogue", "bot", me => me.IsAdmin),
        new("/settings/billing", "Billing", "receipt", me => me.May(Permissions.ReadBilling)),
        new("/settings/security-policy", "Security policy", "shield-check", me => me.IsAdmin),
        new("/settings/single-sign-on", "Single sign-on", "log-in", me => me.IsAdmin),
        new("/settings/provisioning", "Provisioning", "user-check", me => me.IsAdmin),
        new("/settings/service-keys", "Service keys", "key-round", me => me.IsAdmin),
        new("/settings/webhooks", "Webhooks", "send", me => me.IsAdmin),
        new("/settings/sessions", "Active sessions", "activity", me => me.IsAdmin),
        new("/settings/sign-in-history", "Sign-in history", "history", me => me.IsAdmin),
        new("/settings/audit-log", "Audit log", "scroll-text", me => me.IsAdmin),
        new("/settings/retention", "Privacy and retention", "archive", me => me.IsAdmin),
        new("/settings/access-reviews", "Access reviews", "badge-check", me => me.IsAdmin),
    ];

    /// <summary>The pages about the person.</summary>
    public static readonly IReadOnlyList<Area> Account =
    [
        new("/profile", "Profile", "user", _ => true),
        new("/profile/notifications", "Notifications", "bell", _ => true),
        new("/profile/appearance", "Appearance", "sliders-horizontal", _ => true),
        new("/profile/security", "Security", "lock", _ => true),
        new("/profile/sessions", "Sessions", "monitor", _ => true),
        new("/profile/devices", "Devices", "smartphone", _ => true),
        new("/profile/companies", "Companies", "building-2", _ => true),
        new("/profile/api-keys", "API keys", "key-round", _ => true),
        new("/profile/privacy", "Privacy", "download", _ => true),
    ];

    /// <summary>The area that a page is in, the page of the area itself included; null for none.</summary>
    public static Area? Of(string path) =>
        Company
            .Concat(Account)
            .Where(area => path == area.Url || path.StartsWith(area.Url + "/", StringComparison.Ordinal))
            .MaxBy(area => area.Url.Length);
}
