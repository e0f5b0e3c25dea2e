using Orleans.Concurrency;

namespace Kayse.Grains.Users;

/// <summary>What is stored of a person, keyed by user id, for the export of their data (PR-3).</summary>
[Alias("kayse.user-data")]
public interface IUserDataGrain : IGrainWithStringKey
{
    /// <summary>All of it but secrets; null when there is no such person.</summary>
    [ReadOnly, Alias("get-data")]
    Task<UserData?> GetDataAsync();
}
