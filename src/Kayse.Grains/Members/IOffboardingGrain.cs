using Orleans.Concurrency;

namespace Kayse.Grains.Members;

/// <summary>
/// How a member of a company lost their access, keyed by <see cref="OffboardingKeys"/>. It stays when the company has
/// deleted the member, and knows nothing of who may read it: people read through the company, which authorises.
/// </summary>
[Alias("kayse.offboarding")]
internal interface IOffboardingGrain : IGrainWithStringKey
{
    /// <summary>The record; null when there is none.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<OffboardingRecord?> GetAsync();

    /// <summary>Notes that the member has lost their access. May be repeated.</summary>
    [Alias("note")]
    Task NoteAsync(OffboardingRecord record);

    /// <summary>Forgets it: the member has their access again. May be repeated.</summary>
    [Alias("forget")]
    Task ForgetAsync();

    /// <summary>
    /// Lets somebody whom the identity provider has removed come back by an invitation; whether that changed anything.
    /// May be repeated.
    /// </summary>
    [Alias("allow-return")]
    Task<bool> AllowReturnAsync();

    /// <summary>Forgets the person's name, for good. May be repeated.</summary>
    [Alias("erase")]
    Task EraseAsync();
}

/// <summary>The keys of <see cref="IOffboardingGrain"/>: a company and a person.</summary>
internal static class OffboardingKeys
{
    public static string Of(string companyId, string userId) => $"{companyId}-{userId}";
}
