namespace Kayse.Grains.Mail.Emails;

/// <summary>What every notice of a change says to people who didn't make it.</summary>
internal static class SecureAccount
{
    public const string Button = "Secure my account";

    public const string Remedy = $"We'll {Steps}";

    /// <summary>What the button does, after more that it does.</summary>
    public const string Steps = "sign out every session, disable the password, and email you a link to choose a new one.";

    public const string LinkNote = "This link is only for you and is valid for 7 days. Nothing changes until you confirm.";

    /// <summary>The button's link.</summary>
    public static Uri Link(EmailContext context) => context.Links.NotMe(context.Secret);
}
