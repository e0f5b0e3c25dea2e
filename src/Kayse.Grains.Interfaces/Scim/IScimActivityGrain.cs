using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Orleans.Concurrency;

namespace Kayse.Grains.Scim;

/// <summary>
/// What an identity provider has asked of a company's directory lately, keyed by company id: the last 1,000 requests,
/// for 30 days.
/// </summary>
[Alias("kayse.scim-activity")]
public interface IScimActivityGrain : IGrainWithStringKey
{
    /// <summary>
    /// Notes a request that had a right token. It is on disk soon after; a crash may cost the last few seconds.
    /// </summary>
    [Alias("note"), OneWay]
    Task NoteAsync(ScimRequest request);

    /// <summary>The requests, latest first; for Admins and above.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="onlyProblems">Whether only those that failed or changed nothing.</param>
    /// <param name="page">Which part.</param>
    [Alias("list")]
    Task<Page<ScimRequest>> ListActivityAsync(Actor actor, bool onlyProblems, PageRequest page);
}
