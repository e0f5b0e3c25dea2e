using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Passkeys;
using Kayse.Grains.Privacy;
using Kayse.Grains.Sessions;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Users;

/// <summary>What the account is.</summary>
internal sealed class ProfileExporter()
    : JsonExporter<ProfileExporter.Item>("profile.json", "Your profile and how you sign in.", typeof(UserState))
{
    protected override Task<(IReadOnlyList<Item> Items, string? Next)> ReadItemsAsync(ExportContext context, string? cursor)
    {
        var (user, data, security) = (context.User.User, context.User, context.User.Security);
        IReadOnlyList<Item> items =
        [
            new(
                user.Id,
                user.FullName,
                user.Email,
                data.EmailVerifiedAt,
                user.PendingEmail,
                [.. data.FormerEmails.Select(former => new FormerEmail(former.Email, former.Until))],
                user.PhoneNumber,
                user.TimeZone,
                user.Language,
                data.CreatedAt,
                data.DefaultCompanyId,
                data.SetupDismissed,
                security.HasPassword,
                security.PasswordChanges,
                security.MustChangePassword,
                security.SecondFactorEnabledAt,
                (int?)security.IdleTimeout?.TotalMinutes,
                security.LockNoticeAt,
                data.PasskeyOfferDismissedAt,
                security.PasswordExpiresAt,
                security.SecondFactorUsedAt,
                security.SecondFactorResetAt,
                data.SsoIdentities
            ),
        ];
        return Task.FromResult((items, (string?)null));
    }

    internal sealed record Item(
        string Id,
        string FullName,
        string Email,
        DateTimeOffset? EmailVerifiedAt,
        string? PendingEmail,
        IReadOnlyList<FormerEmail> FormerEmails,
        string? PhoneNumber,
        string? TimeZone,
        string? Language,
        DateTimeOffset CreatedAt,
        string? DefaultCompanyId,
        IReadOnlyList<string> SetupDismissedIn,
        bool HasPassword,
        int PasswordChanges,
        bool MustChangePassword,
        DateTimeOffset? TwoFactorSince,
        int? IdleTimeoutMinutes,
        DateTimeOffset? LastLockNoticeAt,
        DateTimeOffset? PasskeyOfferDismissedAt,
        DateTimeOffset? PasswordExpiresAt,
        DateTimeOffset? TwoFactorLastUsedAt,
        DateTimeOffset? TwoFactorResetAt,
        IReadOnlyList<SsoIdentityData> SingleSignOn
    );

    internal sealed record FormerEmail(string Email, DateTimeOffset KeptUntil);
}

/// <summary>The companies that a person is in, as they and the company see it.</summary>
internal sealed class MembershipExporter()
    : JsonExporter<MembershipExporter.Item>(
        "memberships.json",
        "The companies that you belong to, and what each says about you.",
        typeof(State.SegmentState<MemberRecord>),
        typeof(UserState)
    )
{
    protected override async Task<(IReadOnlyList<Item> Items, string? Next)> ReadItemsAsync(ExportContext context, string? cursor) =>
        (await Task.WhenAll(context.User.Memberships.Select(membership => ItemOfAsync(context, membership))), null);

    private static async Task<Item> ItemOfAsync(ExportContext context, Membership membership)
    {
        var member = await FindAsync(context, membership.CompanyId);
        return new Item(
            membership.CompanyId,
            membership.CompanyName,
            membership.Status,
            membership.Role,
            member?.FullName,
            member?.JobTitle,
            member?.PhoneNumber,
            member?.JoinedAt,
            member?.LastActiveAt,
            membership.Permissions,
            membership.CaseTypes,
            membership.AgentAccess,
            membership.AgentIds
        );
    }

    // A company shows nothing to people whom it has deactivated.
    private static async Task<MemberView?> FindAsync(ExportContext context, string companyId)
    {
        try
        {
            var themselves = new Actor(context.UserId, "", IpAddress: null);
            return await context.Grains.GetGrain<ICompanyMembersGrain>(companyId).GetMemberAsync(themselves, context.UserId);
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    internal sealed record Item(
        string CompanyId,
        string CompanyName,
        MemberStatus Status,
        Role Role,
        string? FullName,
        string? JobTitle,
        string? PhoneNumber,
        DateTimeOffset? JoinedAt,
        DateTimeOffset? LastActiveAt,
        IReadOnlyList<string> Permissions,
        IReadOnlyList<string>? CaseTypes,
        AccessMode AgentAccess,
        IReadOnlyList<string> AgentIds
    );
}

/// <summary>What a person has signed in on.</summary>
internal sealed class KnownDeviceExporter()
    : JsonExporter<KnownDeviceData>(
        "known-devices.json",
        "Devices that you have signed in on, so that we can tell you about new ones.",
        typeof(UserState)
    )
{
    protected override Task<(IReadOnlyList<KnownDeviceData> Items, string? Next)> ReadItemsAsync(ExportContext context, string? cursor) =>
        Task.FromResult((context.User.KnownDevices, (string?)null));
}

/// <summary>Devices that need no code.</summary>
internal sealed class TrustedDeviceExporter()
    : JsonExporter<TrustedDeviceExporter.Item>(
        "trusted-devices.json",
        "Devices that you trust, on which you sign in without a code.",
        typeof(UserState)
    )
{
    protected override async Task<(IReadOnlyList<Item> Items, string? Next)> ReadItemsAsync(ExportContext context, string? cursor)
    {
        var devices = await context.Of<ITwoFactorGrain>().ListTrustedDevicesAsync(current: null);
        return (
            [.. devices.Select(device => new Item(device.Id, device.Device, device.TrustedAt, device.LastUsedAt, device.ExpiresAt))],
            null
        );
    }

    internal sealed record Item(
        string Id,
        ClientDevice Device,
        DateTimeOffset TrustedAt,
        DateTimeOffset? LastUsedAt,
        DateTimeOffset ExpiresAt
    );
}

/// <summary>The passkeys of a person, without what they are checked with.</summary>
internal sealed class PasskeyExporter()
    : JsonExporter<PasskeyExporter.Item>("passkeys.json", "Your passkeys, without their keys.", typeof(UserState))
{
    protected override async Task<(IReadOnlyList<Item> Items, string? Next)> ReadItemsAsync(ExportContext context, string? cursor)
    {
        var passkeys = (await context.Of<IPasskeysGrain>().ListPasskeysAsync()).Items;
        return (
            [.. passkeys.Select(passkey => new Item(passkey.Id, passkey.Name, passkey.CreatedAt, passkey.LastUsedAt, passkey.IsSynced))],
            null
        );
    }

    internal sealed record Item(string Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, bool IsSynced);
}

/// <summary>The photo itself.</summary>
internal sealed class PhotoExporter : IExportsPersonalData
{
    public string FileName => "photo";

    public string Description => "Your photo, if you have one.";

    public IReadOnlyList<Type> Covers => [typeof(UserState)];

    public Type? ItemType => null;

    public async Task<ExportedPart> ReadAsync(ExportContext context, string? cursor)
    {
        if (context.User.User.Photo is not { } name)
            return ExportedPart.None;
        var blobs = (Blobs.IBlobStore)context.Services.GetService(typeof(Blobs.IBlobStore))!;
        await using var file = await blobs.GetAsync(PhotoName.BlobKey(name), CancellationToken.None);
        if (file is null)
            return ExportedPart.None;
        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        return new ExportedPart(content.ToArray(), 1, NextCursor: null) { FileName = $"photo{Path.GetExtension(name)}" };
    }
}
