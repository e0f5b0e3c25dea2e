using Kayse.Grains.Members;

namespace Kayse.Grains.Support;

/// <summary>What a company asks of the operator's support (CO-13), keyed by company id.</summary>
[Alias("kayse.support")]
public interface ISupportGrain : IGrainWithStringKey
{
    /// <summary>
    /// Mails support that the company wants something changed; for members with <c>billing.manage</c>. Refuses bad
    /// fields, and <c>support_unavailable</c> when there is no address of support. May be repeated: the same request is
    /// mailed once.
    /// </summary>
    [Alias("request-change")]
    Task RequestChangeAsync(Actor actor, RequestChange command);
}
