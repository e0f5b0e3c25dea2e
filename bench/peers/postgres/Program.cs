// A session check as one would write it by hand on PostgreSQL, beside an endpoint that does nothing.
// Usage: seed <connection> <sessions> <tokens file> | serve <connection> <url>
using Kayse.Bench.Postgres;
using Npgsql;

await using var database = new NpgsqlSlimDataSourceBuilder(args[1]).EnableArrays().Build();
if (args[0] == "seed")
{
    await Seed.RunAsync(database, int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture), args[3]);
    return;
}

var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls(args[2]);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var app = builder.Build();
var session = new SessionEndpoint(new SessionQuery(database));
app.MapGet("/session", session.AnswerAsync).ShortCircuit();
app.MapGet("/noop", SessionEndpoint.AnswerNothing).ShortCircuit();
await app.RunAsync();
