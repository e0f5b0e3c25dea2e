using System.Globalization;

namespace Kayse.Client;

/// <summary>Paths of the API with what a caller gives escaped, so that no id leads to another route.</summary>
internal static class KaysePath
{
    public static string Of(FormattableString path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return string.Format(CultureInfo.InvariantCulture, path.Format, [.. path.GetArguments().Select(Segment)]);
    }

    /// <summary>Adds those parameters that have a value.</summary>
    public static string WithQuery(this string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
                path += $"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}";
        }

        return path;
    }

    private static string Segment(object? argument) =>
        argument is string id && id.Trim() is not ("" or "." or "..")
            ? Uri.EscapeDataString(id)
            : throw new ArgumentException("An id must not be empty.", nameof(argument));
}
