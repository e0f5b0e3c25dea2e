using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Http.OpenApi;

/// <summary>Linters find nothing wrong with the document, and the client that is generated of it works.</summary>
public sealed class GeneratedClientTests : IAsyncLifetime
{
    private readonly KayseApp _app = KayseApp.Listening();
    private readonly string _document = ClientFolder.Generated("v1.json");

    public async Task InitializeAsync() =>
        await File.WriteAllTextAsync(_document, (await _app.Client().GetAsync("/openapi/v1.json")).Text);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Spectral_finds_nothing() =>
        await ClientFolder.RunToolAsync("spectral", "lint", "--ruleset", "spectral.json", "--fail-severity", "hint", _document);

    [Fact]
    public async Task Redocly_finds_nothing() =>
        await ClientFolder.RunToolAsync("redocly", "lint", "--config", "redocly.yaml", _document);

    [Fact]
    public async Task A_generated_client_signs_up_invites_accepts_and_checks_sessions()
    {
        var types = ClientFolder.Generated("api.ts");
        await ClientFolder.RunToolAsync("openapi-typescript", _document, "--output", types);
        ShouldBePlain(await File.ReadAllTextAsync(types));
        await ClientFolder.RunToolAsync("tsc");

        (await ClientFolder.RunScriptAsync("generated/out/journey.js", _app.Address!.ToString(), _app.MailDirectory))
            .Trim()
            .ShouldBe("done");
    }

    // What the generator writes for every document, whatever is in it: no webhooks, no definitions, any header.
    private static void ShouldBePlain(string types)
    {
        var lines = types
            .Split('\n')
            .Where(line =>
                line is not ("export type webhooks = Record<string, never>;" or "export type $defs = Record<string, never>;")
                && line.Trim() != "[name: string]: unknown;"
                && line.TrimStart() is not (['/', ..] or ['*', ..])
            );
        lines
            .Where(line =>
                line.Contains("unknown", StringComparison.Ordinal)
                || line.Contains("Record<string, never>", StringComparison.Ordinal)
                || line.Contains(": any;", StringComparison.Ordinal)
            )
            .ShouldBeEmpty();
    }
}
