using Npgsql;

namespace Kayse.Bench.Postgres;

/// <summary>One prepared query a check; the last use is written at most once a minute, as the product does.</summary>
internal sealed class SessionQuery(NpgsqlDataSource database)
{
    private const string Find = """
        select p.id, p.full_name, p.email, c.id, c.name, m.role, m.permissions, m.case_types,
               least(now() + s.idle_timeout, s.ends_at), now() - s.last_active > interval '1 minute'
        from session s
        join person p on p.id = s.person_id
        join company c on c.id = s.company_id
        join membership m on m.company_id = s.company_id and m.person_id = s.person_id
        where s.id = $1 and s.token_hash = $2 and s.ended_at is null and least(s.last_active + s.idle_timeout, s.ends_at) > now()
        """;
    private const string Touch = "update session set last_active = now() where id = $1";

    public async Task<SessionRow?> FindAsync(string id, byte[] hash)
    {
        await using var connection = await database.OpenConnectionAsync();
        var row = await ReadAsync(connection, id, hash);
        if (row is { IsStale: true })
            await TouchAsync(connection, id);
        return row;
    }

    private static async Task<SessionRow?> ReadAsync(NpgsqlConnection connection, string id, byte[] hash)
    {
        await using var command = new NpgsqlCommand(Find, connection)
        {
            Parameters =
            {
                new() { Value = id },
                new() { Value = hash },
            },
        };
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync()
            ? new SessionRow(
                row.GetString(0),
                row.GetString(1),
                row.GetString(2),
                row.GetString(3),
                row.GetString(4),
                row.GetString(5),
                row.GetFieldValue<string[]>(6),
                row.IsDBNull(7) ? null : row.GetFieldValue<string[]>(7),
                row.GetDateTime(8),
                row.GetBoolean(9)
            )
            : null;
    }

    private static async Task TouchAsync(NpgsqlConnection connection, string id)
    {
        await using var command = new NpgsqlCommand(Touch, connection) { Parameters = { new() { Value = id } } };
        await command.ExecuteNonQueryAsync();
    }
}
