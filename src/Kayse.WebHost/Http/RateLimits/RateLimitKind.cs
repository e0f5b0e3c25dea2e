namespace Kayse.WebHost.Http.RateLimits;

/// <summary>
/// What is limited, and by what it is counted. Each has its own settings under <see cref="RateLimitOptions.Section"/>.
/// </summary>
internal enum RateLimitKind
{
    /// <summary>Sign-ins from one network.</summary>
    SignInPerCaller,

    /// <summary>
    /// Steps of single sign-on from one network: people of an office share it, and there is nothing to guess.
    /// </summary>
    SsoPerCaller,

    /// <summary>Changes of single sign-on that one person makes, and tests of its connections.</summary>
    SsoChangesPerUser,

    /// <summary>Times that one person proves again who they are, or tries to.</summary>
    StepUpsPerUser,

    /// <summary>Changes of the second factor that one person makes or tries.</summary>
    TwoFactorChangesPerUser,

    /// <summary>Changes of password that one person tries.</summary>
    PasswordChangesPerUser,

    /// <summary>
    /// Changes of their profile that one person tries: who may ask for phone numbers again and again could find out
    /// which are in use.
    /// </summary>
    ProfileChangesPerUser,

    /// <summary>Photos and logos that one person uploads or takes away.</summary>
    PhotosPerUser,

    /// <summary>Changes of their email address that one person asks for.</summary>
    EmailChangesPerUser,

    /// <summary>Links in mails about such changes that are used from one network.</summary>
    EmailLinksPerCaller,

    /// <summary>Reset links asked for or used from one network.</summary>
    PasswordResetsPerCaller,

    /// <summary>Reset links mailed to one address; beyond it none is sent, and nothing is said of that.</summary>
    PasswordResetsPerAddress,

    /// <summary>Audit logs that one person has checked or exported as a whole.</summary>
    WholeAuditLogsPerUser,

    /// <summary>Usage reports that one person downloads.</summary>
    ReportsPerUser,

    /// <summary>API keys that one person makes or gives another secret.</summary>
    ApiKeysPerUser,

    /// <summary>Domains that one person has checked: each check asks the DNS.</summary>
    DomainChecksPerUser,

    /// <summary>Webhooks that one person creates, tests, replays or gives another secret.</summary>
    WebhooksPerUser,

    /// <summary>Requests that one person has mailed to support.</summary>
    SupportRequestsPerUser,

    /// <summary>Sign-ups from one network.</summary>
    SignUpPerCaller,

    /// <summary>Sign-ups with one email address.</summary>
    SignUpPerAddress,

    /// <summary>Invitation tokens looked up, accepted or declined from one network.</summary>
    InvitationTokensPerCaller,

    /// <summary>Invitations that one person makes, changes or sends again.</summary>
    InvitationsPerUser,

    /// <summary>Files of invitations that one person uploads.</summary>
    BulkInvitationsPerUser,

    /// <summary>Wrong client ids or secrets of services from one network.</summary>
    WrongClientSecretsPerCaller,

    /// <summary>Codes by which apps are paired that one person asks for.</summary>
    PairingCodesPerUser,

    /// <summary>Apps that are paired from one network, or that try it.</summary>
    PairingsPerCaller,

    /// <summary>Push devices that one person adds, changes or tests.</summary>
    PushDevicesPerUser,

    /// <summary>Passwords of members that one person sets, or has links sent for.</summary>
    MemberPasswordsPerUser,

    /// <summary>Links to email subscriptions that are used from one network.</summary>
    SubscriptionLinksPerCaller,

    /// <summary>Keys of deletion certificates asked for from one network.</summary>
    CertificateKeysPerCaller,

    /// <summary>Logos and accent colors of companies that one network asks for.</summary>
    BrandingFilesPerCaller,

    /// <summary>
    /// Sign-in pages with a company's look that one network asks for; beyond it they come without. Who may ask without
    /// end could find out whose domains are verified.
    /// </summary>
    DomainLooksPerCaller,

    /// <summary>SCIM requests with a wrong token, per network.</summary>
    WrongScimTokensPerCaller,

    /// <summary>SCIM requests, per company.</summary>
    ScimRequestsPerCompany,
}
