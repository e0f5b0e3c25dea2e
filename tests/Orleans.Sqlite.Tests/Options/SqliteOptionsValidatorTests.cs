namespace Orleans.Sqlite.Tests.Options;

public sealed class SqliteOptionsValidatorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_that_does_not_exist_is_created_for_its_owner_only()
    {
        var path = _folder.File("new");

        FailureOf(new SqliteOptions { DataDirectory = path }).ShouldBeNull();

        Directory.GetFileSystemEntries(path).ShouldBeEmpty();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void A_folder_that_cannot_be_created_is_named()
    {
        File.WriteAllText(_folder.File("file"), "");
        var path = Path.Combine(_folder.File("file"), "data");

        var failure = FailureOf(new SqliteOptions { DataDirectory = path }).ShouldNotBeNull();

        failure.ShouldStartWith($"DataDirectory is \"{path}\", in which no file can be created:");
        failure.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("", "kayse.db", 1, 1, "DataDirectory")]
    [InlineData("data", "", 1, 1, "FileName")]
    [InlineData("data", "../kayse.db", 1, 1, "FileName")]
    [InlineData("data", "kayse.db", 0, 1, "MaxReaders")]
    [InlineData("data", "kayse.db", 1, 0, "MaxBatchSize")]
    public void What_makes_no_sense_is_named(string directory, string file, int readers, int batch, string setting) =>
        FailureOf(
                new SqliteOptions
                {
                    DataDirectory = directory,
                    FileName = file,
                    MaxReaders = readers,
                    MaxBatchSize = batch,
                }
            )
            .ShouldNotBeNull()
            .ShouldStartWith(setting + " is ");

    private static string? FailureOf(SqliteOptions options) => new SqliteOptionsValidator().Validate(null, options).FailureMessage;
}
