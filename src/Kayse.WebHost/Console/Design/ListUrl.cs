using Microsoft.AspNetCore.WebUtilities;

namespace Kayse.WebHost.Console.Design;

/// <summary>Addresses of lists.</summary>
public static class ListUrl
{
    /// <summary>A list as some filters have it; those that are empty don't stand in the address.</summary>
    public static string Of(string path, params ReadOnlySpan<(string Name, string? Value)> filters)
    {
        var url = path;
        foreach (var (name, value) in filters)
        {
            if (!string.IsNullOrEmpty(value))
                url = QueryHelpers.AddQueryString(url, name, value);
        }

        return url;
    }
}
