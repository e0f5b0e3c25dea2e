using Microsoft.Extensions.Options;

namespace Orleans.Sqlite;

/// <summary>Finds out at start what would otherwise fail at the first write.</summary>
internal sealed class SqliteOptionsValidator : IValidateOptions<SqliteOptions>
{
    public ValidateOptionsResult Validate(string? name, SqliteOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.DataDirectory))
            return ValidateOptionsResult.Fail("DataDirectory is empty; it must name a folder.");
        if (string.IsNullOrWhiteSpace(options.FileName) || Path.GetFileName(options.FileName) != options.FileName)
            return ValidateOptionsResult.Fail($"FileName is \"{options.FileName}\"; it must be a file's name without a folder.");
        if (options.MaxReaders < 1)
            return ValidateOptionsResult.Fail($"MaxReaders is {options.MaxReaders}; it must be at least 1.");
        if (options.MaxBatchSize is < 1 or > VersionSequence.BlockSize)
            return ValidateOptionsResult.Fail(
                $"MaxBatchSize is {options.MaxBatchSize}; it must be between 1 and {VersionSequence.BlockSize}."
            );
        return WhyNotWritable(options.DataDirectory) is { } reason
            ? ValidateOptionsResult.Fail($"DataDirectory is \"{options.DataDirectory}\", in which no file can be created: {reason}")
            : ValidateOptionsResult.Success;
    }

    private static string? WhyNotWritable(string directory)
    {
        try
        {
            DataDirectory.Create(directory);
            var probe = Path.Combine(directory, $".probe-{Guid.NewGuid():N}");
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
                return null;
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return exception.Message;
        }
    }
}
