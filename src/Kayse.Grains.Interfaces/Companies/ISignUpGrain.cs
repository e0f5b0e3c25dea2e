using Orleans.Concurrency;

namespace Kayse.Grains.Companies;

/// <summary>
/// Keeps <c>Kayse:SignUp=FirstRunOnly</c> honest: one grain (key <see cref="Key"/>) knows whether the installation has
/// its first company.
/// </summary>
[Alias("kayse.sign-up-gate")]
public interface ISignUpGrain : IGrainWithStringKey
{
    /// <summary>The only key.</summary>
    const string Key = "first";

    /// <summary>
    /// Whether <paramref name="companyId"/> is the first company, or is to become it now because there is none. May be
    /// repeated.
    /// </summary>
    [Alias("claim-first")]
    Task<bool> ClaimFirstAsync(string companyId);

    /// <summary>Gives the place back when that company could not be created.</summary>
    [Alias("release")]
    Task ReleaseAsync(string companyId);

    /// <summary>Whether there is no company yet.</summary>
    [ReadOnly, Alias("is-first-run")]
    Task<bool> IsFirstRunAsync();
}
