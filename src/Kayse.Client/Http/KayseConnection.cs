namespace Kayse.Client;

/// <summary>Where Kayse is and how long it may take; part of the options of whatever calls it.</summary>
internal interface IKayseConnection
{
    Uri? Address { get; }

    bool RequireHttps { get; }

    TimeSpan AttemptTimeout { get; }

    TimeSpan TotalTimeout { get; }
}

internal static class KayseConnections
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(2);

    /// <summary>What is wrong with the options; nothing when they can work.</summary>
    public static IEnumerable<string> Faults(this IKayseConnection connection)
    {
        if (connection.Address is not { } address)
            yield return "Address is missing: the URL at which this service reaches Kayse, such as https://accounts.example.com.";
        else if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
            yield return "Address must begin with https:// or http://.";
        else if (address.Scheme == Uri.UriSchemeHttp && connection.RequireHttps && !address.IsLoopback)
            yield return "Address must begin with https://, or anybody on the way could read tokens. "
                + "In a private network you trust, set RequireHttps to false.";
        else if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            yield return "Address must be without user name, query and fragment.";
        if (connection.AttemptTimeout <= TimeSpan.Zero || connection.AttemptTimeout > connection.TotalTimeout)
            yield return "AttemptTimeout must be more than zero, and not more than TotalTimeout.";
        if (connection.TotalTimeout > _longest)
            yield return "TotalTimeout must be at most 2 minutes.";
    }

    /// <summary>The base of the API, with a slash at its end so that relative paths are appended.</summary>
    public static Uri ApiAddress(this IKayseConnection connection) =>
        new($"{connection.Address!.GetLeftPart(UriPartial.Path).TrimEnd('/')}/api/v1/");
}
