using System.Runtime.CompilerServices;
using Kayse.Grains.Blobs;
using Kayse.Silo.Blobs;
using Npgsql;

namespace Kayse.Silo.PostgreSql;

/// <summary>Files in a table.</summary>
internal sealed class PostgreSqlBlobStore(PostgreSqlDatabase database) : IBlobStore
{
    private const string Put =
        "INSERT INTO kayse_file (key, content) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET content = excluded.content";

    public async Task PutAsync(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        await using var command = Command(Put, BlobKey.Checked(key));
        command.Parameters.Add(new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = content });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<Stream?> GetAsync(string key, CancellationToken cancellationToken)
    {
        await using var command = Command("SELECT content FROM kayse_file WHERE key = $1", BlobKey.Checked(key));
        return await command.ExecuteScalarAsync(cancellationToken) is byte[] content ? new MemoryStream(content, writable: false) : null;
    }

    public async Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        await using var command = Command("DELETE FROM kayse_file WHERE key = $1", BlobKey.Checked(key));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = Command("SELECT key FROM kayse_file");
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            yield return rows.GetString(0);
    }

    private NpgsqlCommand Command(string sql, params string[] values)
    {
        var command = database.Source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
