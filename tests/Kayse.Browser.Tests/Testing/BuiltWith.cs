using System.Reflection;

namespace Kayse.Browser.Tests.Testing;

/// <summary>What the project file knows.</summary>
internal static class BuiltWith
{
    public static string Path(string name) =>
        typeof(BuiltWith).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == name).Value!;
}
