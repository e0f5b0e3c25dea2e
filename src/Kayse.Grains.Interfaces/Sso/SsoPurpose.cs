namespace Kayse.Grains.Sso;

/// <summary>What somebody is sent to the identity provider for.</summary>
[GenerateSerializer, Alias("kayse.sso-purpose")]
public enum SsoPurpose
{
    /// <summary>To sign in.</summary>
    SignIn = 0,

    /// <summary>To test the connection, as the Super Admin who does.</summary>
    Test = 1,

    /// <summary>To confirm their identity in a session that began with single sign-on (SE-6).</summary>
    StepUp = 2,
}
