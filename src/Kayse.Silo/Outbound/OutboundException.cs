namespace Kayse.Silo.Outbound;

/// <summary>A request that the outbound guard refused or cut off. Its message names no address, so it may be shown.</summary>
/// <param name="failure">Why.</param>
public sealed class OutboundException(OutboundFailure failure) : HttpRequestException(TextOf(failure))
{
    /// <summary>Why.</summary>
    public OutboundFailure Failure { get; } = failure;

    private static string TextOf(OutboundFailure failure) =>
        failure switch
        {
            OutboundFailure.UrlNotAllowed => "The address must be https, on port 443 or 8443, without a user name.",
            OutboundFailure.AddressNotAllowed => "The host has an address that is not on the public Internet.",
            OutboundFailure.Unresolved => "The host has no address.",
            OutboundFailure.TooLarge => "The response is larger than 1 MiB.",
            _ => "There was no complete response within 15 seconds.",
        };
}

/// <summary>Why the outbound guard let a request fail.</summary>
public enum OutboundFailure
{
    /// <summary>Another scheme or port than it allows, or a user name in the address.</summary>
    UrlNotAllowed,

    /// <summary>One of the host's addresses is not public.</summary>
    AddressNotAllowed,

    /// <summary>The host has no address.</summary>
    Unresolved,

    /// <summary>More than it reads.</summary>
    TooLarge,

    /// <summary>It took too long.</summary>
    TimedOut,
}
