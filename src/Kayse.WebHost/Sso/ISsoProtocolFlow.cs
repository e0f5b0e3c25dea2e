using Kayse.Grains.Sso;

namespace Kayse.WebHost.Sso;

/// <summary>
/// Sends people to identity providers by one protocol. What comes back from there ends in
/// <see cref="SsoFlow.CompleteAsync"/> or <see cref="SsoFlow.FailAsync"/>.
/// </summary>
internal interface ISsoProtocolFlow
{
    /// <summary>Which.</summary>
    SsoProtocol Protocol { get; }

    /// <summary>
    /// Where a browser goes to authenticate. For <see cref="SsoPurpose.StepUp"/> the provider is asked to have the person
    /// prove anew who they are. Throws <see cref="SsoProtocolException"/> when the provider can't be reached, or says
    /// something that it must not.
    /// </summary>
    /// <param name="connection">With its secrets.</param>
    /// <param name="attempt">What it is for; what it answers may hold more <see cref="SsoAttempt.Secrets"/>.</param>
    /// <param name="ct">Gives up.</param>
    Task<SsoHandOff> BeginAsync(SsoConnection connection, SsoAttempt attempt, CancellationToken ct);
}

/// <summary>Where a browser goes.</summary>
/// <param name="Url">At the identity provider.</param>
/// <param name="Attempt">The attempt as it is to be kept.</param>
internal sealed record SsoHandOff(Uri Url, SsoAttempt Attempt)
{
    /// <summary>What is posted there, by name; null: it is a GET.</summary>
    public IReadOnlyDictionary<string, string>? Fields { get; init; }
}

/// <summary>What an identity provider said or did was not as it has to be.</summary>
internal sealed class SsoProtocolException(SsoTestReport report) : Exception("The identity provider's answer was not accepted.")
{
    /// <summary>The checks up to the one that failed.</summary>
    public SsoTestReport Report => report;
}
