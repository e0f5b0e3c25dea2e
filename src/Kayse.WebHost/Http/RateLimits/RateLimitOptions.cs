namespace Kayse.WebHost.Http.RateLimits;

/// <summary>
/// How often things may be done; section <c>Kayse:RateLimits</c>, such as
/// <c>Kayse:RateLimits:SignInPerCaller:PermitLimit</c>.
/// </summary>
internal sealed class RateLimitOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse:RateLimits";

    /// <summary>False turns every limit off, for load tests.</summary>
    public bool Enabled { get; set; } = true;

    /// <inheritdoc cref="RateLimitKind.SignInPerCaller"/>
    public RateLimitRule SignInPerCaller { get; set; } = new() { PermitLimit = 30, Window = TimeSpan.FromMinutes(1) };

    /// <inheritdoc cref="RateLimitKind.SsoPerCaller"/>
    public RateLimitRule SsoPerCaller { get; set; } = new() { PermitLimit = 600, Window = TimeSpan.FromMinutes(1) };

    /// <inheritdoc cref="RateLimitKind.SsoChangesPerUser"/>
    public RateLimitRule SsoChangesPerUser { get; set; } = new() { PermitLimit = 120, Window = TimeSpan.FromHours(1) };

    /// <inheritdoc cref="RateLimitKind.StepUpsPerUser"/>
    public RateLimitRule StepUpsPerUser { get; set; } = new() { PermitLimit = 10, Window = TimeSpan.FromMinutes(15) };

    /// <inheritdoc cref="RateLimitKind.TwoFactorChangesPerUser"/>
    public RateLimitRule TwoFactorChangesPerUser { get; set; } = new() { PermitLimit = 20, Window = TimeSpan.FromMinutes(15) };

    /// <inheritdoc cref="RateLimitKind.PasswordChangesPerUser"/>
    public RateLimitRule PasswordChangesPerUser { get; set; } = new() { PermitLimit = 10, Window = TimeSpan.FromMinutes(15) };

    /// <inheritdoc cref="RateLimitKind.ProfileChangesPerUser"/>
    public RateLimitRule ProfileChangesPerUser { get; set; } = new() { PermitLimit = 30, Window = TimeSpan.FromHours(1) };

    /// <inheritdoc cref="RateLimitKind.PhotosPerUser"/>
    public RateLimitRule PhotosPerUser { get; set; } = new() { PermitLimit = 30, Window = TimeSpan.FromHours(1) };

    /// <inheritdoc cref="RateLimitKind.EmailChangesPerUser"/>
    public RateLimitRule EmailChangesPerUser { get; set; } = new() { PermitLimit = 10, Window = TimeSpan.FromMinutes(15) };

    /// <inheritdoc cref="RateLimitKind.EmailLinksPerCaller"/>
    public RateLimitRule EmailLinksPerCaller { get; set; } = new() { PermitLimit = 20, Window = TimeSpan.FromMinutes(1) };

    /// <inheritdoc cref="RateLimitKind.PasswordResetsPerCaller"/>
    public RateLimitRule PasswordResetsPerCaller { get; set; } = new() { PermitLimit = 20, Window = TimeSpan.FromMinutes(1) };

    /// <inheritdoc cref="RateLimitKind.PasswordResetsPerAddress"/>
    public RateLimitRule PasswordResetsPerAddress { get; set; } = new() { PermitLimit = 5, Window = TimeSpan.FromHours(1) };

    /// <inheritdoc cref="RateLimitKind.SignUpPerCaller"/>
    public RateLimitRule SignUpPerCaller { get; set; } = new() { PermitLimit = 20, Window = TimeSpan.FromHours(1) };

    /// <inheritdoc cref="RateLimitKind.SignUpPerAddress"/>
    public RateLimitRule SignUpPerAddress { get; set; } = new() { PermitLimit = 5, Window = TimeSpan.FromHours(1) };

    /// <inheritdoc cref="RateLimitKind.InvitationTokensPerCaller"/>
    public RateLimitRule InvitationTokensPerCaller { get; set; } = new() { PermitLimit = 60, Window = TimeSpan.FromMinutes(1) };

    /// <inheritdoc cref="RateLimitKind.InvitationsPerUser"/>
    public RateLimitRule InvitationsPerUser { get; set; } = new() { PermitLimit = 300, Window = TimeSpan.FromHours(1) };

    /// <inheritdoc cref="RateLimitKind.BulkInvitationsPerUser"/>
    public RateLimitRule BulkInvitationsPerUser { get; set; } = new() { PermitLimit = 20, Window = TimeSpan.FromHours(1) };

    /// <inheritdoc cref="RateLimitKind.WrongClientSecretsPerCaller"/>
    public RateLimitRule WrongClientSecretsPerCaller { get; set; } = new() { PermitLimit = 20, Window = TimeSpan.FromMinutes(1) };

    /// <inheritdoc cref="RateLimitKind.MemberPasswordsPerUser"/>
    public RateLimitRule MemberPasswordsPerUser { get; set; } = new() { PermitLimit = 60, Window = TimeSpan.FromHours(1) };

    /// <inheritdoc cref="RateLimitKind.ReportsPerUser"/>
    public RateLimitRule ReportsPerUser { get; set; } = new() { PermitLimit = 60, Window = TimeSpan.FromHours(1) };

    /// <inheritdoc cref="RateLimitKind.ApiKeysPerUser"/>
    public RateLimitRule ApiKeysPerUser { get; set; } = new() { PermitLimit = 60, Window = TimeSpan.FromHours(1) };

    /// <inheritdoc cref="RateLimitKind.DomainChecksPerUser"/>
    public RateLimitRule DomainChecksPerUser { get; set; } = new() { PermitLimit = 60, Window = TimeSpan.FromHours(1) };

    /// <inheritdoc cref="RateLimitKind.WebhooksPerUser"/>
    public RateLimitRule WebhooksPerUser { get; set; } = new() { PermitLimit = 60, Window = TimeSpan.FromHours(1) };

    /// <inheritdoc cref="RateLimitKind.SupportRequestsPerUser"/>
    public RateLimitRule SupportRequestsPerUser { get; set; } = new() { PermitLimit = 10, Window = TimeSpan.FromHours(1) };

    /// <inheritdoc cref="RateLimitKind.WholeAuditLogsPerUser"/>
    public RateLimitRule WholeAuditLogsPerUser { get; set; } = new() { PermitLimit = 30, Window = TimeSpan.FromHours(1) };

    /// <inheritdoc cref="RateLimitKind.SubscriptionLinksPerCaller"/>
    public RateLimitRule SubscriptionLinksPerCaller { get; set; } = new() { PermitLimit = 120, Window = TimeSpan.FromMinutes(1) };

    /// <inheritdoc cref="RateLimitKind.CertificateKeysPerCaller"/>
    public RateLimitRule CertificateKeysPerCaller { get; set; } = new() { PermitLimit = 120, Window = TimeSpan.FromMinutes(1) };

    /// <inheritdoc cref="RateLimitKind.BrandingFilesPerCaller"/>
    public RateLimitRule BrandingFilesPerCaller { get; set; } = new() { PermitLimit = 600, Window = TimeSpan.FromMinutes(1) };

    /// <inheritdoc cref="RateLimitKind.DomainLooksPerCaller"/>
    public RateLimitRule DomainLooksPerCaller { get; set; } = new() { PermitLimit = 30, Window = TimeSpan.FromMinutes(1) };

    /// <inheritdoc cref="RateLimitKind.WrongScimTokensPerCaller"/>
    public RateLimitRule WrongScimTokensPerCaller { get; set; } = new() { PermitLimit = 20, Window = TimeSpan.FromMinutes(1) };

    /// <inheritdoc cref="RateLimitKind.ScimRequestsPerCompany"/>
    public RateLimitRule ScimRequestsPerCompany { get; set; } = new() { PermitLimit = 30_000, Window = TimeSpan.FromMinutes(1) };

    /// <inheritdoc cref="RateLimitKind.PairingCodesPerUser"/>
    public RateLimitRule PairingCodesPerUser { get; set; } = new() { PermitLimit = 10, Window = TimeSpan.FromMinutes(15) };

    /// <inheritdoc cref="RateLimitKind.PairingsPerCaller"/>
    public RateLimitRule PairingsPerCaller { get; set; } = new() { PermitLimit = 10, Window = TimeSpan.FromMinutes(5) };

    /// <inheritdoc cref="RateLimitKind.PushDevicesPerUser"/>
    public RateLimitRule PushDevicesPerUser { get; set; } = new() { PermitLimit = 60, Window = TimeSpan.FromHours(1) };

    /// <summary>The rule of a kind.</summary>
    public RateLimitRule Of(RateLimitKind kind) =>
        kind switch
        {
            RateLimitKind.SignInPerCaller => SignInPerCaller,
            RateLimitKind.SsoPerCaller => SsoPerCaller,
            RateLimitKind.SsoChangesPerUser => SsoChangesPerUser,
            RateLimitKind.StepUpsPerUser => StepUpsPerUser,
            RateLimitKind.TwoFactorChangesPerUser => TwoFactorChangesPerUser,
            RateLimitKind.PasswordChangesPerUser => PasswordChangesPerUser,
            RateLimitKind.ProfileChangesPerUser => ProfileChangesPerUser,
            RateLimitKind.PhotosPerUser => PhotosPerUser,
            RateLimitKind.EmailChangesPerUser => EmailChangesPerUser,
            RateLimitKind.EmailLinksPerCaller => EmailLinksPerCaller,
            RateLimitKind.PasswordResetsPerCaller => PasswordResetsPerCaller,
            RateLimitKind.PasswordResetsPerAddress => PasswordResetsPerAddress,
            RateLimitKind.SignUpPerCaller => SignUpPerCaller,
            RateLimitKind.SignUpPerAddress => SignUpPerAddress,
            RateLimitKind.InvitationTokensPerCaller => InvitationTokensPerCaller,
            RateLimitKind.InvitationsPerUser => InvitationsPerUser,
            RateLimitKind.BulkInvitationsPerUser => BulkInvitationsPerUser,
            RateLimitKind.WrongClientSecretsPerCaller => WrongClientSecretsPerCaller,
            RateLimitKind.MemberPasswordsPerUser => MemberPasswordsPerUser,
            RateLimitKind.ApiKeysPerUser => ApiKeysPerUser,
            RateLimitKind.DomainChecksPerUser => DomainChecksPerUser,
            RateLimitKind.WebhooksPerUser => WebhooksPerUser,
            RateLimitKind.SupportRequestsPerUser => SupportRequestsPerUser,
            RateLimitKind.WholeAuditLogsPerUser => WholeAuditLogsPerUser,
            RateLimitKind.ReportsPerUser => ReportsPerUser,
            RateLimitKind.SubscriptionLinksPerCaller => SubscriptionLinksPerCaller,
            RateLimitKind.CertificateKeysPerCaller => CertificateKeysPerCaller,
            RateLimitKind.BrandingFilesPerCaller => BrandingFilesPerCaller,
            RateLimitKind.DomainLooksPerCaller => DomainLooksPerCaller,
            RateLimitKind.WrongScimTokensPerCaller => WrongScimTokensPerCaller,
            RateLimitKind.ScimRequestsPerCompany => ScimRequestsPerCompany,
            RateLimitKind.PairingCodesPerUser => PairingCodesPerUser,
            RateLimitKind.PairingsPerCaller => PairingsPerCaller,
            RateLimitKind.PushDevicesPerUser => PushDevicesPerUser,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown limit."),
        };
}

/// <summary>One limit.</summary>
internal sealed class RateLimitRule
{
    /// <summary>How many at once, and within a window in the long run; at least 1.</summary>
    public int PermitLimit { get; set; }

    /// <summary>How long it takes until all are there again; 1 second to 1 day.</summary>
    public TimeSpan Window { get; set; }
}
