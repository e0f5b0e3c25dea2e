namespace Kayse.Grains.Mail.Emails;

/// <summary>What Super Admins are told of.</summary>
[GenerateSerializer, Alias("kayse.sso-news-kind")]
internal enum SsoNews
{
    /// <summary>Members have to use single sign-on.</summary>
    Enforced = 0,

    /// <summary>They don't have to any more.</summary>
    NotEnforced = 1,

    /// <summary>Somebody signed in with a password although it is enforced.</summary>
    BreakGlassUsed = 2,

    /// <summary>Somebody else keeps their password now.</summary>
    BreakGlassChanged = 3,
}
