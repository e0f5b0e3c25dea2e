namespace Kayse.WebHost.SignIn;

/// <summary>Whether somebody may sign up.</summary>
internal enum SignUpOffer
{
    /// <summary>Nobody.</summary>
    Closed,

    /// <summary>Anybody, and they would be the first.</summary>
    FirstRun,

    /// <summary>Anybody.</summary>
    Open,
}
