using Kayse.Grains.Members;

namespace Kayse.Grains.Privacy;

/// <summary>
/// The end of a person's account (PR-4), keyed by user id: by their own request or by an admin's. Whatever a call has
/// begun is finished after a crash.
/// </summary>
[Alias("kayse.account-deletion")]
public interface IAccountDeletionGrain : IGrainWithStringKey
{
    /// <summary>
    /// The person asks for their account to be deleted: in 30 days, or as soon as no company has them active. Their
    /// admins are told by mail. May be repeated. Refuses <c>step_up_required</c>, and <c>last_super_admin</c> while
    /// a company has no other.
    /// </summary>
    [Alias("request")]
    Task<AccountDeletionView> RequestAsync(Actor actor);

    /// <summary>
    /// The person keeps their account; their admins are told. May be repeated. Refuses <c>account_deletion_due</c> once
    /// the 30 days are over.
    /// </summary>
    [Alias("take-back")]
    Task TakeBackAsync();

    /// <summary>Whether the person has asked for it; null when they haven't.</summary>
    [Alias("get")]
    Task<AccountDeletionView?> GetAsync();

    /// <summary>
    /// An admin deletes the account at once, with everything that is kept of the person; refuses as
    /// <see cref="ICompanyAccountsGrain.DeleteAccountAsync"/> does.
    /// </summary>
    [Alias("delete-for-company")]
    Task DeleteForCompanyAsync(Actor actor, string companyId);
}

/// <summary>That a person has asked for their account to be deleted.</summary>
/// <param name="RequestedAt">When.</param>
/// <param name="DueAt">When it happens unless it is taken back.</param>
[GenerateSerializer, Immutable, Alias("kayse.account-deletion-view")]
public sealed record AccountDeletionView([property: Id(0)] DateTimeOffset RequestedAt, [property: Id(1)] DateTimeOffset DueAt);
