using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

internal static class NoticeRules
{
    private const int MaxLinks = 50;

    /// <summary>How long the link of a notice works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    // Who locks an address on purpose must not fill its mailbox, nor push the links of other notices out of the list.
    private static readonly TimeSpan _betweenLockNotices = TimeSpan.FromHours(6);

    public static bool MayTellOfLock(UserState state, DateTimeOffset now) =>
        state.LockNoticeAt is not { } last || now >= last + _betweenLockNotices;

    /// <summary>
    /// The links with one more; without those that have expired, and the oldest when there are too many.
    /// </summary>
    public static IReadOnlyList<NoticeLink> With(IReadOnlyList<NoticeLink> links, NoticeLink link, DateTimeOffset now) =>
        [.. links.Where(other => now < other.ExpiresAt).TakeLast(MaxLinks - 1), link];

    /// <summary>The link with this secret; null when there is none, or it has expired.</summary>
    public static NoticeLink? Find(IReadOnlyList<NoticeLink> links, TokenHash secret, DateTimeOffset now) =>
        links.FirstOrDefault(link => link.TokenHash.Matches(secret) && now < link.ExpiresAt);

    /// <summary>The links after one was used.</summary>
    public static IReadOnlyList<NoticeLink> Used(IReadOnlyList<NoticeLink> links, NoticeLink used) =>
        [.. links.Select(link => link == used ? link with { IsUsed = true } : link)];
}

/// <summary>A link by which a person says that it wasn't they.</summary>
/// <param name="TokenHash">The hash of the secret in it.</param>
/// <param name="Address">Where it was sent.</param>
/// <param name="ExpiresAt">From when on it is refused.</param>
internal sealed record NoticeLink(TokenHash TokenHash, string Address, DateTimeOffset ExpiresAt)
{
    /// <summary>Whether it has done all that it does.</summary>
    public bool IsUsed { get; init; }

    /// <summary>
    /// When that second factor was turned on of which the notice told: it is turned off with the rest. Null for other
    /// notices, which leave the second factor as it is.
    /// </summary>
    public DateTimeOffset? SecondFactorOf { get; init; }

    /// <summary>The passkey that the notice says was added: it is removed with the rest. Null for other notices.</summary>
    public string? PasskeyId { get; init; }
}
