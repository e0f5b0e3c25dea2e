using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;

namespace Kayse.Bench.Postgres;

/// <summary>
/// Fills the tables as the product's benchmark fills its grains: ten sessions a person, a hundred people a company.
/// </summary>
internal static class Seed
{
    private const int EachPerson = 10;
    private const int InACompany = 100;

    public static async Task RunAsync(NpgsqlDataSource database, int sessions, string file)
    {
        using var schema = new StreamReader(typeof(Seed).Assembly.GetManifestResourceStream("schema.sql")!);
        await RunAsync(database, await schema.ReadToEndAsync());
        var people = Math.Max(1, sessions / EachPerson);
        await CopyAsync(
            database,
            "company (id, name)",
            (people / InACompany) + 1,
            number => [Company(number), $"Law Offices No. {Text(number)} LLP"]
        );
        await CopyAsync(
            database,
            "person (id, full_name, email)",
            people,
            number => [Person(number), "Eleanor Fitzgerald", $"fitzgerald.{Text(number)}@law.example"]
        );
        await CopyAsync(
            database,
            "membership (company_id, person_id, role, permissions, case_types)",
            people,
            number => [Company(number / InACompany), Person(number), "user", Permissions, CaseTypes]
        );

        var tokens = new string[sessions];
        var now = DateTime.UtcNow;
        await CopyAsync(
            database,
            "session (id, token_hash, person_id, company_id, last_active, idle_timeout, ends_at)",
            sessions,
            number =>
            {
                var id = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{number:x8}{RandomNumberGenerator.GetHexString(16, lowercase: true)}"
                );
                var secret = RandomNumberGenerator.GetBytes(32);
                tokens[number] = $"{id}.{Base64Url.EncodeToString(secret)}";
                var person = number % people;
                return
                [
                    id,
                    SHA256.HashData(secret),
                    Person(person),
                    Company(person / InACompany),
                    now,
                    TimeSpan.FromHours(6),
                    now.AddHours(12),
                ];
            }
        );
        await RunAsync(database, "vacuum analyze");
        await File.WriteAllLinesAsync(file, tokens);
    }

    private static string[] Permissions => ["members.read", "crm.access", "recordings.listen"];

    private static string[] CaseTypes => ["personal injury", "workers compensation"];

    private static string Company(int number) => string.Create(CultureInfo.InvariantCulture, $"company-{number:d16}");

    private static string Person(int number) => string.Create(CultureInfo.InvariantCulture, $"person-{number:d17}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task CopyAsync(NpgsqlDataSource database, string into, int count, Func<int, object[]> row)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var copy = await connection.BeginBinaryImportAsync($"copy {into} from stdin (format binary)");
        for (var number = 0; number < count; number++)
        {
            await copy.StartRowAsync();
            foreach (var value in row(number))
                await WriteAsync(copy, value);
        }

        await copy.CompleteAsync();
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, object value) =>
        value switch
        {
            string[] texts => copy.WriteAsync(texts, NpgsqlDbType.Array | NpgsqlDbType.Text),
            string text => copy.WriteAsync(text, NpgsqlDbType.Text),
            byte[] bytes => copy.WriteAsync(bytes, NpgsqlDbType.Bytea),
            DateTime time => copy.WriteAsync(time, NpgsqlDbType.TimestampTz),
            TimeSpan span => copy.WriteAsync(span, NpgsqlDbType.Interval),
            _ => throw new ArgumentException($"No column holds a {value.GetType()}.", nameof(value)),
        };

    private static async Task RunAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
