namespace Orleans.Sqlite.Tests.Database;

/// <summary>The database is for its owner alone, also in a folder that was there before.</summary>
public sealed class ClosedFilesTests : IDisposable
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;
    private const UnixFileMode Everybodys =
        OwnersFolder | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task All_that_is_made_is_closed()
    {
        if (OperatingSystem.IsWindows())
            return;
        var path = _folder.File("data");
        Directory.CreateDirectory(path, Everybodys);
        File.SetUnixFileMode(path, Everybodys);

        using var database = TemporaryDatabase.Open(TemporaryDatabase.OptionsFor(path));
        await database.ReadAsync(session => 0);

        File.GetUnixFileMode(path).ShouldBe(OwnersFolder);
        var files = Directory.GetFiles(path);
        files.Select(Path.GetExtension).ShouldContain(".db-wal");
        foreach (var file in files)
            (File.GetUnixFileMode(file) & ~OwnersFile).ShouldBe((UnixFileMode)0, file);
    }

    [Fact]
    public void What_was_open_to_others_is_closed()
    {
        if (OperatingSystem.IsWindows())
            return;
        var options = TemporaryDatabase.OptionsFor(_folder.File("data"));
        TemporaryDatabase.Open(options).Dispose();
        File.SetUnixFileMode(options.DatabasePath, OwnersFile | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        TemporaryDatabase.Open(options).Dispose();

        File.GetUnixFileMode(options.DatabasePath).ShouldBe(OwnersFile);
    }

    [Fact]
    public void A_folder_that_many_share_stays_as_it_is()
    {
        if (OperatingSystem.IsWindows())
            return;
        var path = _folder.File("shared");
        Directory.CreateDirectory(path);
        File.SetUnixFileMode(path, Everybodys | UnixFileMode.StickyBit);

        TemporaryDatabase.Open(TemporaryDatabase.OptionsFor(path)).Dispose();

        File.GetUnixFileMode(path).ShouldBe(Everybodys | UnixFileMode.StickyBit);
    }
}
