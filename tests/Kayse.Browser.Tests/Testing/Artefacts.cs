namespace Kayse.Browser.Tests.Testing;

/// <summary>
/// What the tests leave for people to look at, in the folder that <c>KAYSE_ARTEFACTS</c> names or in tests/artefacts.
/// </summary>
internal static class Artefacts
{
    private static readonly string _folder = Environment.GetEnvironmentVariable("KAYSE_ARTEFACTS") ?? BuiltWith.Path(nameof(Artefacts));

    public static string File(string folder, string name)
    {
        var path = Path.Combine(_folder, folder);
        System.IO.Directory.CreateDirectory(path);
        return Path.Combine(path, name);
    }
}
